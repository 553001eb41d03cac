"""An own indicator as the reckoning knows one: the same shape as those shipped with the house."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import ENGLISH, SOURCE, in_both
from linli.evaluation.choices import QUOTIENTS
from linli.evaluation.definitions import Against, Indicator
from linli.evaluation.flaws import WORKING
from linli.evaluation.own.choices import CONSTANT, MOST_KINDS, NO_BASE, PERSON_WORDS
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.own.rules import OF_PEOPLE
from linli.evaluation.sources import kinds_declared
from linli.evaluation.words import NO_WORDS, Words
from linli.lib.numbers import FLOOR

TRIED_AS = "OW00"
"""The code under which a draft without one is tried."""

_NUMERATORS = {
    "ratio_of_sums": _("做到的：{kinds}"),
    "distinct": _("{kinds}涉及的人"),
    "households": _("{kinds}涉及的户"),
    "share_at_least": _("在 {times} 个以上不同月份有记录的人：{kinds}"),
    "median": _("中位数：{kinds}"),
}
_DENOMINATORS = {
    "ratio_of_sums": _("全部：{kinds}"),
    "share_at_least": _("{kinds}涉及的人"),
}


def as_indicator(
    row: OwnIndicator, *, version: int | None = None, valid_from: date | None = None
) -> Indicator:
    """The row as a definition; a draft with the version and first day it is tried with."""
    way, base = row.aggregator, _base(row)
    quotient = way in QUOTIENTS or base is not None
    return Indicator(
        id=row.code or TRIED_AS,
        version=version or row.version or 1,
        valid_from=valid_from or row.valid_from or date(2000, 1, 1),
        standards=(row.standard,),
        title=Words(row.title, row.title_en),
        says=Words(row.says, row.says_en),
        numerator=_numerator(row),
        denominator=_denominator(row) if quotient else NO_WORDS,
        aggregator=way,
        kinds=tuple(row.kinds),
        unit=row.unit,
        direction=row.direction,
        mark="ours",
        source=Words(row.source, row.source_en),
        field=row.field,
        of=row.of if way == "distinct" else "person",
        times=row.times,
        against=base,
        known_by=tuple(row.kinds),
        goalposts=None if row.worst is None or row.best is None else (row.worst, row.best),
        every=row.every,
        minimum=row.minimum if quotient or way == "median" else 1,
        floor=FLOOR,
        people=way in OF_PEOPLE,
        group=WORKING,
        until=row.until,
    )


def facts_for_rules(row: OwnIndicator, floor: int) -> dict[str, Any]:
    """What the rules ask of a draft, as plain values."""
    declared = kinds_declared()
    chosen = [declared[kind] for kind in row.kinds if kind in declared]
    base = declared.get(row.base_kind)
    return {
        "texts": (row.title, row.title_en, row.says, row.says_en),
        "words": PERSON_WORDS,
        "aggregator": row.aggregator,
        "stocks": sum(kind.stock for kind in chosen),
        "events": sum(not kind.stock for kind in chosen),
        "held_back": [in_both(kind.title) for kind in chosen if kind.held_back],
        "most": MOST_KINDS,
        "times": row.times,
        "base": row.base,
        "base_known": row.base in (NO_BASE, CONSTANT) or (base is not None and not base.held_back),
        "unit": row.unit,
        "direction": row.direction,
        "worst": row.worst,
        "best": row.best,
        "minimum": row.minimum,
        "floor": floor,
    }


def kinds_read(row: OwnIndicator) -> frozenset[str]:
    """The kinds of fact it needs."""
    return frozenset((*row.kinds, *([row.base_kind] if row.base_kind else [])))


def _base(row: OwnIndicator) -> Against | None:
    if row.base == NO_BASE:
        return None
    if row.base == CONSTANT:
        return Against(by="constant", constant=row.base_constant)
    kind = kinds_declared().get(row.base_kind)
    return Against(
        by="last" if kind is not None and kind.stock else "count", kinds=(row.base_kind,)
    )


def _numerator(row: OwnIndicator) -> Words:
    named, way = _titles(row.kinds), row.aggregator
    if way == "distinct" and row.of == "household":
        way = "households"
    return _say(_NUMERATORS[way], named, times=row.times) if way in _NUMERATORS else named


def _denominator(row: OwnIndicator) -> Words:
    if row.base == CONSTANT:
        return Words(str(row.base_constant), str(row.base_constant))
    if row.base:
        return _titles([row.base_kind])
    return _say(_DENOMINATORS[row.aggregator], _titles(row.kinds))


def _titles(kinds: Sequence[str]) -> Words:
    """The kinds by their titles; one that has left the house by its name."""
    declared = kinds_declared()
    titles = [in_both(declared[kind].title if kind in declared else kind) for kind in kinds]
    return Words(
        "、".join(each[SOURCE] for each in titles), ", ".join(each[ENGLISH] for each in titles)
    )


def _say(text: Any, named: Words, **given: Any) -> Words:
    both = in_both(text)
    zh, en = both[SOURCE], both[ENGLISH]
    return Words(zh.format(kinds=named.zh, **given), en.format(kinds=named.en, **given))
