"""How tasks stand, months by name, the cells of the table, the counts of a report."""

from typing import Any

from django import template
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.dates import MONTHS
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _, pgettext

from linli.core.pages.wording import in_chinese
from linli.stewardship.planning.flows import WISH
from linli.stewardship.planning.rules import Progress
from linli.stewardship.planning.words import OUTCOMES, TONES

register = template.Library()


@register.simple_tag
def outcome(name: str) -> SafeString:
    """How a task stands, in word, sign and colour."""
    from linli.core.pages.templatetags.linli import status

    return render_to_string("components/status.html", status(dict(OUTCOMES)[name], TONES[name]))


@register.simple_tag
def outcome_titles() -> list[tuple[str, Any]]:
    """Every way a task can stand, in order."""
    return OUTCOMES


@register.simple_tag
def counts(progress: Progress, code: str) -> list[tuple[str, int]]:
    """A row of a report's table: each count with the name under which its rows open. `code`: the
    standard's, empty for what serves none, `all` for the sum."""
    at = {"all": "", "": "none"}.get(code, code)
    cells = [(f"{at}-{name}", progress.counts.get(name, 0)) for name, _title in OUTCOMES]
    return [*cells, (f"{at}-", progress.total)]


@register.simple_tag
def wish_states(wishes: dict[str, int]) -> list[tuple[Any, int]]:
    """How many wishes stand how, in the order of their way."""
    return [(WISH.states[name].label, wishes[name]) for name in WISH.states if name in wishes]


@register.simple_tag
def month_name(month: int) -> str:
    """三月, March."""
    if in_chinese():
        return pgettext("month", "{month}月").format(month=month)
    return str(MONTHS[month])


@register.simple_tag
def cell(field: BoundField, row: int) -> SafeString:
    """One input of a table, with a name for who does not see the column's heading, and its
    errors below."""
    from linli.core.pages.templatetags.linli_forms import form_input

    label = _("{label}，第 {row} 行").format(label=field.label, row=row)
    field.field.widget.attrs["aria-label"] = label
    if field.is_hidden:
        return SafeString(str(field))
    errors = format_html_join("", "<p>{}</p>", ((error,) for error in field.errors))
    shown = form_input(field)
    if not errors:
        return shown
    return format_html('{}<div class="field-error">{}</div>', shown, errors)
