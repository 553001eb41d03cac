"""The frame around each specimen of the style guide."""

from django import template
from django.template.context import Context
from django.template.loader import render_to_string

from linli.core.pages.styleguide.entries import ENTRIES

register = template.Library()


@register.simple_block_tag(takes_context=True)
def specimen(context: Context, content: str, name: str) -> str:
    """{% specimen "status" %}…{% endspecimen %}"""
    return render_to_string(
        "styleguide/_specimen.html", {"name": name, "entry": ENTRIES[name], "content": content}
    )
