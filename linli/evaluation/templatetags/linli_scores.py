"""Weights and scores in words."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django import template
from django.utils.translation import gettext as _

from linli.core.pages.wording import tell_day
from linli.evaluation.groups import groups
from linli.evaluation.models import Weighing
from linli.evaluation.presentation import say_value

register = template.Library()


@register.filter
def as_share(percent: Fraction) -> str:
    """What a group weighs: `12.5%`."""
    return f"{say_value(Fraction(percent))}%"


@register.filter
def as_points(value: Any) -> str:
    """A score with one decimal; a dash where there is none."""
    return "—" if value is None else f"{float(value):.1f}"


@register.filter
def as_facts(weighing: Weighing) -> list[tuple[Any, Any]]:
    """A decision: by which meeting, how many took part, how, what each group weighs."""
    return list(_facts(weighing))


def _facts(weighing: Weighing) -> Iterator[tuple[Any, Any]]:
    yield _("从哪一年起用"), _("{year}年").format(year=weighing.from_year)
    yield _("会议、决议"), weighing.resolution
    yield _("决定日期"), tell_day(weighing.decided_on)
    yield _("几人参加"), f"{weighing.took_part:,}"
    yield _("怎样定的"), weighing.get_method_display()
    if weighing.ratio is not None:
        yield (
            _("一致性比率"),
            _("{ratio}（不超过 0.1 才能用）").format(ratio=f"{weighing.ratio:.3f}"),
        )
    whole = sum(weighing.by_group.values(), Fraction(0)) or Fraction(1)
    shares = (
        f"{groups()[code].title} {as_share(100 * weight / whole)}"
        for code, weight in weighing.by_group.items()
        if code in groups()
    )
    yield _("各组"), _("、").join(shares)
