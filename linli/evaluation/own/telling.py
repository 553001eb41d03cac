"""An own indicator in words: its definition, and what its trial came to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from linli.evaluation.own.composing import as_indicator
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.own.trial import figures_of_trial
from linli.evaluation.presentation import (
    DIRECTION_WORDS,
    UNIT_WORDS,
    ShownFigure,
    say_period,
    show_figure,
)
from linli.evaluation.standards import criteria


@dataclass(frozen=True, slots=True)
class ToldTrial:
    """What the trial came to, for whoever may open the records; `public`: as everybody would see
    the year's figure. `parts`: each with why it would be hidden from the public."""

    year: str
    facts: int
    shown: ShownFigure
    public: ShownFigure
    parts: tuple[tuple[ShownFigure, Any], ...]
    hidden: int


def tell_trial(row: OwnIndicator) -> ToldTrial | None:
    """The trial in words; nothing where it was not tried."""
    if row.trial is None:
        return None
    definition = as_indicator(row)
    year, parts = figures_of_trial(row)
    reasons = {
        "small": _("数不到 {floor}，不公开").format(floor=row.trial["floor"]),
        "along": _("公开了就能推算出别的小数，一起不公开"),
        "": "",
    }
    return ToldTrial(
        year=say_period(year.period),
        facts=row.trial["facts"],
        shown=show_figure(definition, year, sees_all=True),
        public=show_figure(definition, year, sees_all=False),
        parts=tuple(
            (show_figure(definition, part, sees_all=True), reasons[why]) for part, why in parts
        ),
        hidden=sum(bool(why) for _part, why in parts),
    )


def facts_of(row: OwnIndicator) -> Iterator[tuple[Any, Any]]:
    """The definition, as its public page will say it."""
    definition = as_indicator(row)
    base = definition.denominator
    yield _("算法"), f"{definition.numerator} ÷ {base}" if base else definition.numerator
    yield _("怎样数"), row.get_aggregator_display()
    yield _("单位"), row.get_unit_display()
    yield _("怎样看"), DIRECTION_WORDS[row.direction]
    if definition.goalposts:
        worst, best = definition.goalposts
        unit = UNIT_WORDS[row.unit]
        yield (
            _("标尺（最差到最好）"),
            f"{worst.normalize():f} – {best.normalize():f} {unit}".strip(),
        )
    yield _("多久算一次"), row.get_every_display()
    if definition.minimum > 1:
        yield _("至少要有"), _("{minimum}，不足不计算").format(minimum=definition.minimum)
    yield _("依据"), definition.source
    yield _("对应标准"), f"{row.standard} {criteria()[row.standard].title}"
