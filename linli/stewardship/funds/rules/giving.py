"""What a gift may be asked for and how, and who may read of whom it came. Amounts in fen."""

import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from linli.lib.law import Finding
from linli.lib.numbers import at_least

FREELY = ("charity.32", "rcl2025.42")

ALIKE = Fraction(4, 5)
"""From this share of equal amounts on, gifts look as if somebody had named the sum (house rule)."""

_EACH = r"每(?:一)?(?:户|家|人|位|个人|栋|单元)"
_ASKED_OF_ALL = re.compile(
    rf"{_EACH}[^。；;!！?？\n]{{0,14}}?\d[\d,.，]*\s*(?:元|块|万)"
    rf"|{_EACH}[^。；;\n]{{0,6}}(?:必须|都要|都得|应当|至少|不少于|不低于)"
    r"|(?:人人|户户|家家|全体居民)[^。；;\n]{0,4}(?:必须|都要|都得|应当)"
    r"|按(?:户|人头|人口|楼栋|楼|单元|面积)(?:摊派|分摊|收取|认捐|下达)"
    r"|(?<!不)(?<!不得)(?<!不搞)(?<!严禁)(?<!禁止)(?<!没有)摊派"
    r"|捐款(?:任务|指标)|不捐[^。；;\n]{0,6}(?:不得|不予|不能|就)"
)


def voluntary(ticked: bool) -> Finding:
    """Whoever takes a gift in has asked whether it is given freely."""
    return Finding(ticked, "funds.gift_voluntary", cites=FREELY)


def not_apportioned(words: str) -> Finding:
    """What is written about gifts names no sum for each household or person, and makes nobody's
    giving a duty. Words only: whether people were pressed, a machine cannot see."""
    found = _ASKED_OF_ALL.search(words)
    return Finding(
        found is None,
        "funds.not_apportioned",
        cites=FREELY,
        numbers={"words": found.group(0)[:30] if found else ""},
    )


def amounts_differ(amounts: Sequence[int], *, least: int) -> Finding:
    """From `least` gifts for one purpose on, four fifths or more of one amount are a sign that a
    sum was named. A sign for people to look at, not a refusal; it names nobody."""
    common = max(Counter(amounts).values(), default=0)
    alike = len(amounts) >= least and at_least(common, len(amounts), ALIKE)
    return Finding(
        not alike,
        "funds.amounts_differ",
        cites=FREELY,
        numbers={"alike": common, "gifts": len(amounts)},
    )


def money_kept_for(told: str, restricted: bool, words: str) -> Finding:
    """Money whose donor named a purpose lies where it can pay for nothing else: in a source kept
    for that purpose, in the same words. Blanks do not count."""
    return Finding(
        not told or (restricted and _same(told, words)),
        "funds.gift_purpose_kept",
        cites=("charity.42", "civil_code.661"),
        numbers={"kept": words if restricted else ""},
    )


def goods_kept_for(told: str, words: str) -> Finding:
    """Goods whose donor named a purpose lie in a book kept for that purpose, in the same words."""
    return Finding(
        not told or _same(told, words),
        "funds.goods_purpose_kept",
        cites=("charity.42", "civil_code.661"),
        numbers={"kept": words},
    )


def _same(told: str, words: str) -> bool:
    return "".join(told.split()) == "".join(words.split())


def shown_as(name: str, consents: bool) -> str:
    """The name everybody may read: only with the donor's own tick; else nothing, and the page says
    热心居民."""
    return name.strip() if consents else ""


def name_for_consent(consents: bool, name: str) -> Finding:
    """Who wishes to be named has a name on the receipt."""
    return Finding(
        not consents or bool(name.strip()), "funds.name_for_consent", cites=("charity.82",)
    )


def takes_gifts(kind: str) -> Finding:
    """A gift in money goes into a source of donations or of voluntary contributions: government
    money and gifts are never one."""
    return Finding(kind in ("donation", "contribution"), "funds.takes_gifts", cites=("rcl2025.42",))
