"""An amount in the unit of its book."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from linli.core.pages.templatetags.linli import grouped, money

register = template.Library()


@register.simple_tag
def amount(value: int | None, unit: str, blank: bool = False) -> str | SafeString:
    """{% amount row.debit book.unit blank=True %}: money, hours and minutes, or pieces. `blank`:
    nothing is left out, as in a column of debits."""
    if not value and blank:
        return ""
    if unit == "fen":
        return money(value)
    return tell_minutes(value) if unit == "minute" and value is not None else grouped(value)


def tell_minutes(minutes: int) -> str:
    """Minutes as hours and minutes; a real minus sign."""
    hours, rest = divmod(abs(minutes), 60)
    parts = []
    if hours:
        parts.append(ngettext("{n} 小时", "{n} 小时", hours).format(n=f"{hours:,}"))
    if rest or not hours:
        parts.append(ngettext("{n} 分钟", "{n} 分钟", rest).format(n=rest))
    return f"{'−' if minutes < 0 else ''}{' '.join(parts)}"
