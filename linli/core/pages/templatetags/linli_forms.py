"""Components of forms: fields, the summary of what is wrong, filters, files."""

from typing import Any

from django import forms, template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.http import HttpRequest, QueryDict
from django.template.context import Context
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from linli.core.pages.fields import FileDrop

register = template.Library()


@register.simple_tag
def form_field(field: BoundField) -> SafeString:
    """Label, help, error and input of one field, in that order."""
    return field.as_field_group()


@register.simple_tag
def form_input(field: BoundField) -> SafeString:
    """The input alone, dressed for its kind; used by the field's own template."""
    widget = field.field.widget
    attrs: dict[str, Any] = {}
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        dress = "choices"
    elif isinstance(widget, forms.CheckboxInput):
        dress = "form-check-input"
    elif isinstance(widget, forms.Select):
        dress = "form-select"
    else:
        dress = "form-control"
    if isinstance(widget, forms.Textarea) and field.field.widget.attrs.get("maxlength"):
        # enhance.js counts down; the words come from here because scripts hold none.
        attrs["data-counter"] = _("还可以写 {n} 个字")
    if field.errors:
        dress += " is-invalid"
    attrs["class"] = f"{dress} {widget.attrs.get('class', '')}".strip()
    return field.as_widget(attrs=attrs)


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What is wrong, all at once, each with a link to its field."""
    fields = [
        {"label": capfirst(field.label), "id": _first_input(field), "error": error}
        for field in form
        for error in field.errors
    ]
    general = list(form.non_field_errors())
    return {"fields": fields, "general": general, "count": len(fields) + len(general)}


@register.inclusion_tag("components/filter_bar.html", takes_context=True)
def filter_bar(
    context: Context, form: BaseForm, target: str = "", label: Any = ""
) -> dict[str, Any]:
    """Filters as a GET form, so that the address holds their state; each active one is a chip
    that takes it off. `target`: id of the region htmx refreshes as filters change."""
    request: HttpRequest = context["request"]
    return {
        "form": form,
        "chips": _list_chips(form, request.GET),
        "target": target,
        "label": label or _("筛选"),
        "here": request.path,
    }


@register.inclusion_tag("components/file_drop.html")
def file_drop(
    name: str,
    field_id: str,
    accept: str = "",
    kinds: Any = "",
    most: int | None = None,
    several: bool = False,
) -> dict[str, Any]:
    """A file to choose or drop outside a form class; in one, use the widget `fields.FileDrop`."""
    widget = FileDrop(
        accept=accept.split(",") if accept else (), kinds=kinds, most=most, several=several
    )
    return widget.get_context(name, None, {"id": field_id})


def _first_input(field: BoundField) -> str:
    """Where a link to the field leads: of a group of choices, to the first of them."""
    if field.id_for_label:
        return field.id_for_label
    return field.subwidgets[0].id_for_label or field.auto_id if field.subwidgets else field.auto_id


def _list_chips(form: BaseForm, query: QueryDict) -> list[dict[str, str]]:
    chips = []
    for field in form:
        if field.html_name not in query or field.is_hidden:
            continue
        for value in query.getlist(field.html_name):
            if value == "":
                continue
            rest = query.copy()
            rest.setlist(
                field.html_name, [kept for kept in query.getlist(field.html_name) if kept != value]
            )
            for cursor in ("after", "before"):
                rest.pop(cursor, None)
            chips.append(
                {
                    "label": str(field.label),
                    "value": _word_of(field, value),
                    "url": "?" + rest.urlencode(),
                }
            )
    return chips


def _word_of(field: BoundField, value: str) -> str:
    if isinstance(field.field, forms.BooleanField):
        return ""
    for key, word in _flatten(getattr(field.field, "choices", ())):
        if str(key) == value:
            return str(word)
    return value


def _flatten(choices: Any) -> list[tuple[Any, Any]]:
    flat: list[tuple[Any, Any]] = []
    for key, word in choices:
        flat.extend(word if isinstance(word, list | tuple) else [(key, word)])
    return flat
