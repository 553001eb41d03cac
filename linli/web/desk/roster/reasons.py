"""Why two rows may be one person, in words, and how a pair lies on the page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.core.people.models import Resemblance
from linli.core.people.rules.likeness import band_of
from linli.web.desk.roster.shapes import Line, lines

REASONS = {
    "name_equal": _("姓名相同"),
    "name_variant": _("繁体、简体写法不同"),
    "name_sound": _("姓名同音"),
    "name_look": _("姓名有一个字形近"),
    "name_swapped": _("名字两个字颠倒"),
    "name_near_sound": _("姓名音近"),
    "name_one_more": _("姓名多一个字或少一个字"),
    "name_one_character": _("姓名有一个字不同"),
    "birth_equal": _("同一天出生"),
    "birth_slip": _("出生日期只差一位"),
    "birth_differs": _("出生日期不同"),
    "sex_differs": _("性别不同"),
    "same_phone": _("电话相同"),
    "same_home": _("住过同一套住房"),
    "number_slip": _("证件号只差一位或颠倒两位"),
    "number_birth": _("证件号只在出生日期处差一位"),
    "number_serial": _("证件号只在顺序码处差一位"),
    "number_differs": _("证件号不同"),
    "twins_maybe": _("也可能是双胞胎"),
}
AGAINST = {"birth_differs", "sex_differs", "number_differs", "twins_maybe"}

BANDS = {
    "sure": (_("很可能"), "soon"),
    "likely": (_("较可能"), "open"),
    "perhaps": (_("也许"), "new"),
}


@dataclass(frozen=True, repr=False)
class PairLine:
    """A pair as it is decided: both rows, how sure, why, and whether each has a number."""

    row: Resemblance
    first: Line
    second: Line
    word: Any
    tone: str
    speaks_for: list[Any]
    speaks_against: list[Any]
    two_numbers: bool


def pair_lines(rows: Sequence[Resemblance], viewer: Actor, on: date) -> list[PairLine]:
    """Pairs as lines, with where everybody lives in one more query."""
    both = [person for row in rows for person in (row.first, row.second)]
    told = lines(both, viewer, on)
    return [
        PairLine(
            row,
            first,
            second,
            *BANDS[band_of(row.sureness)],
            _words(row.reasons, against=False),
            _words(row.reasons, against=True),
            bool(row.first.id_index and row.second.id_index),
        )
        for row, first, second in zip(rows, told[::2], told[1::2], strict=True)
    ]


def keys_of_pairs() -> list[tuple[str, Any]]:
    """The page's own keys, for the help."""
    return [("1", _("合并，留第一份")), ("2", _("合并，留第二份")), ("0", _("不是同一人"))]


def _words(reasons: Iterable[str], *, against: bool) -> list[Any]:
    return [REASONS[each] for each in reasons if each in REASONS and (each in AGAINST) is against]
