"""How a rule, its number and its place are said."""

from typing import Any

from django.utils.translation import get_language, gettext as _, ngettext_lazy

from linli.core.pages.bilingual import in_language
from linli.core.pages.sentences import say
from linli.core.pages.wording import tell_money
from linli.core.places.models import Place
from linli.lib.law import Parameter, cite_each
from linli.lib.law.packs import OWN, ParameterStatus
from linli.lib.law.titles import place_title, title_of

_UNITS: dict[str, Any] = {
    "working_days": ngettext_lazy("{value} 个工作日", "{value} 个工作日", "number"),
    "days": ngettext_lazy("{value} 天", "{value} 天", "number"),
    "months": ngettext_lazy("{value} 个月", "{value} 个月", "number"),
    "years": ngettext_lazy("{value} 年", "{value} 年", "number"),
    "hours": ngettext_lazy("{value} 小时", "{value} 小时", "number"),
    "square_metres": ngettext_lazy("{value} 平方米", "{value} 平方米", "number"),
    "points": ngettext_lazy("{value} 分", "{value} 分", "number"),
    "metres": ngettext_lazy("{value} 米", "{value} 米", "number"),
}


def tell_value(value: Any, unit: str) -> str:
    """A number with its unit: 10 working days, 2/3, yes, ¥850.00."""
    if unit == "fen":
        return tell_money(int(value))
    words = say(value)
    if unit in _UNITS and isinstance(value, int) and not isinstance(value, bool):
        return str(_UNITS[unit] % {"number": value}).format(value=words)
    return words


def tell_rule(rule: str) -> str:
    """What a rule is called, in the reader's language."""
    return in_language(title_of(rule))


def tell_source(row: Parameter) -> str:
    """Where a number stands, in the reader's language. Packs name their sources in Chinese: other
    readers get the articles it rests on, where it rests on any."""
    if (get_language() or "").startswith("zh"):
        return row.source
    if row.status is ParameterStatus.PROMISE:
        return _("邻里承诺")
    return "; ".join(each.reference_en for each in cite_each(row.cites)) or row.source


def tell_place(jurisdiction: str) -> str:
    """Where a row holds, by name: from the titles of the packs, else from the tree of places."""
    if jurisdiction.startswith(OWN):
        place = Place.objects.filter(pk=jurisdiction.removeprefix(OWN)).first()
    else:
        title = place_title(jurisdiction)
        if title.zh != jurisdiction:
            return in_language(title)
        code = jurisdiction.removeprefix("cn-").ljust(12, "0")
        place = Place.objects.filter(code=code, until__isnull=True).first()
    return place.name if place is not None else jurisdiction
