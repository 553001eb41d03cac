"""Figures in words and shapes: what of them the reader may see, in the reader's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.pages.shapes import Chart
from linli.evaluation.definitions import SCALES, Indicator
from linli.evaluation.models import Figure, RecastFigure
from linli.evaluation.periods import Period, period_of
from linli.evaluation.sources import kinds_declared

UNIT_WORDS = {
    "percent": "%",
    "points": gettext_lazy("个百分点"),
    "index": "",
    "per_100_households": gettext_lazy("每百户"),
    "per_1000": gettext_lazy("/千人"),
    "per_1000_households": gettext_lazy("每千户"),
    "per_10000": gettext_lazy("/万人"),
    "square_metres_per_100_households": gettext_lazy("平方米/百户"),
    "kwh_per_square_metre": gettext_lazy("千瓦时/平方米·年"),
    "hours_a_week": gettext_lazy("小时/周"),
    "hours_per_person": gettext_lazy("小时/人"),
    "kinds_per_person": gettext_lazy("类/人"),
    "per_partner": gettext_lazy("件/单位"),
    "number": gettext_lazy("个"),
    "households": gettext_lazy("户"),
    "kinds": gettext_lazy("类"),
    "working_days": gettext_lazy("个工作日"),
    "days": gettext_lazy("天"),
    "hours": gettext_lazy("小时"),
    "square_metres": gettext_lazy("平方米"),
    "count": gettext_lazy("件"),
    "ratio": "",
}
MARK_WORDS = {
    "book": gettext_lazy("书中提出"),
    "standard": gettext_lazy("公开标准"),
    "to_verify": gettext_lazy("公开标准，待核对"),
    "ours": gettext_lazy("本系统设计"),
}
DIRECTION_WORDS = {
    "higher": gettext_lazy("越高越好"),
    "lower": gettext_lazy("越低越好"),
    "context": gettext_lazy("只作背景，不评好坏"),
}
BASIS_WORDS = {
    "measured": gettext_lazy("由记录数出来"),
    "reported": gettext_lazy("别的单位报来的总数"),
    "survey": gettext_lazy("问卷抽样"),
}


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One figure for one reader. `state`: shown, hidden (too few to be public), thin (too few to
    be worth reading), missing. `value` is in the indicator's unit; hidden ones carry no number
    at all."""

    indicator: Indicator
    state: str
    label: str
    starts: Any = None
    value: Fraction | None = None
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    n: int | None = None
    version: int | None = None
    gap: str = ""

    @property
    def words(self) -> str | None:
        """The value as it is read; nothing where there is none."""
        return "—" if self.state == "thin" else say_value(self.value, self.indicator.unit)

    @property
    def unit(self) -> Any:
        return UNIT_WORDS[self.indicator.unit] if self.state == "shown" else ""

    @property
    def hidden(self) -> bool:
        return self.state == "hidden"

    @property
    def note(self) -> str:
        """What stands below the value: the two counts, the interval, or why there is none."""
        if self.state == "hidden":
            return ""
        if self.state == "missing":
            if self.gap == "no_source":
                return _("还没有来源：{awaits}").format(awaits=self.indicator.awaits)
            if self.gap == "no_register":
                return _("还没有可以对照的底数")
            return _("没有，或者太少不写") if held_back(self.indicator) else _("还没有记录")
        if self.state == "thin":
            return _("只有 {n}，满 {minimum} 才计算").format(
                n=self.n, minimum=self.indicator.minimum
            )
        return str(_("；")).join(part for part in (self._counts(), self.interval) if part)

    @property
    def interval(self) -> str:
        """The bounds of a share asked of a sample."""
        if self.low is None or self.high is None or self.state != "shown":
            return ""
        unit = self.indicator.unit
        low, high = (Fraction(bound) * SCALES.get(unit, 1) for bound in (self.low, self.high))
        if unit == "percent":
            return _("95%区间 {low}–{high}%").format(low=_decimal(low), high=_decimal(high))
        said = {"low": say_value(low, unit), "high": say_value(high, unit)}
        return _("区间 {low}–{high}").format(**said)

    def _counts(self) -> str:
        if self.indicator.aggregator == "median":
            return _("共 {n} 件").format(n=self.n)
        if self.indicator.aggregator == "survey":
            return _("{n} 份有效答卷").format(n=self.n)
        if self.indicator.aggregator == "parity":
            return ""  # one rate over another: the two counts count nobody
        if not self.indicator.is_quotient:
            return ""
        return f"{self.numerator:,} / {self.denominator:,}"


def _gap(row: Indicator, figure: Figure | None) -> str:
    """Why there is nothing to show; of what awaits its records there never was a figure."""
    if figure is None:
        return "no_records" if row.has_source else "no_source"
    return figure.gap


def held_back(row: Indicator) -> bool:
    """Whether what it counts is of closed rows, and not told where it is few."""
    declared = kinds_declared()
    return any(kind in declared and declared[kind].held_back for kind in row.kinds)


def show_figure(row: Indicator, figure: Figure | None, *, sees_all: bool) -> ShownFigure:
    """The figure as this reader may see it. `sees_all`: may open the records behind it;
    of what is held back there are none to open, and small counts are nobody's."""
    label = say_period(figure.period) if figure else ""
    if figure is None or figure.numerator is None or not figure.denominator:
        gap = _gap(row, figure)
        return ShownFigure(
            row, "missing", label, starts=figure.starts if figure else None, gap=gap,
            version=figure.version if figure else None,
        )  # fmt: skip
    if figure.suppressed and (held_back(row) or not sees_all):
        return ShownFigure(row, "hidden", label, starts=figure.starts, version=figure.version)
    quotient = Fraction(figure.numerator, figure.denominator) * SCALES.get(row.unit, 1)
    thin = figure.gap == "too_few"
    return ShownFigure(
        row,
        "thin" if thin else "shown",
        label,
        starts=figure.starts,
        value=None if thin else quotient,
        low=None if thin else figure.low,
        high=None if thin else figure.high,
        numerator=figure.numerator,
        denominator=figure.denominator,
        n=figure.n if row.aggregator in ("median", "survey", "parity") else figure.denominator,
        version=figure.version,
        gap=figure.gap,
    )


def show_recast(row: Indicator, figure: RecastFigure, *, sees_all: bool) -> ShownFigure:
    """A past year by a later definition, as this reader may see it: by the same rules."""
    year = period_of("year", date(figure.recast.year, 1, 1))
    as_figure = Figure(
        version=figure.version,
        period_kind=year.kind,
        starts=year.starts,
        ends=year.ends,
        numerator=figure.numerator,
        denominator=figure.denominator,
        low=figure.low,
        high=figure.high,
        n=figure.n,
        gap=figure.gap,
        suppressed=figure.suppressed,
    )
    return show_figure(row, as_figure, sees_all=sees_all)


def draw(
    row: Indicator, figures: Sequence[Figure], *, sees_all: bool, title: Any = None
) -> Chart | None:
    """The series as a chart with its table, one version of the definition only; nothing where
    there is no value to draw. A month without a value is a gap."""
    series = [
        show_figure(row, figure, sees_all=sees_all)
        for figure in figures
        if figure.version == row.version
    ]
    if not any(point.value is not None for point in series):
        return None
    hidden = any(point.hidden for point in series)
    return Chart(
        kind="interval" if row.interval else "line",
        title=title or str(row.title),
        heading=_("月份") if row.every == "month" else _("时段"),
        columns=[str(row.title), _("下限"), _("上限")] if row.interval else [str(row.title)],
        rows=[[point.label, *_points(point)] for point in series],
        unit=UNIT_WORDS[row.unit],
        note=_("不足 10 的时段，以及能由它推算出来的，不显示。") if hidden else "",
    )


def _points(point: ShownFigure) -> list[float | int | None]:
    values: list[Any] = [point.value]
    if point.indicator.interval:
        values += [
            bound * 100 if bound is not None and point.value is not None else None
            for bound in (point.low, point.high)
        ]
    return [None if value is None else _plain(value) for value in values]


def _plain(value: Any) -> float | int:
    rounded = round(float(value), 1)
    return int(rounded) if rounded.is_integer() else rounded


def say_value(value: Fraction | None, unit: str = "") -> str | None:
    """A value with at most one decimal, one between nought and one with two; rounded once, from
    the exact one."""
    if value is None:
        return None
    if unit in ("ratio", "index") and abs(value) < 10:
        hundredths = round(value * 100)
        return f"{hundredths / 100:.2f}" if hundredths % 10 else _decimal(Fraction(hundredths, 100))
    return _decimal(value)


def say_period(period: Period) -> str:
    """`2026年`, `2026年第3季度`, `2026年11月`, in the reader's language."""
    match period.kind:
        case "year":
            return _("{year}年").format(year=period.starts.year)
        case "quarter":
            return _("{year}年第{quarter}季度").format(
                year=period.starts.year, quarter=(period.starts.month + 2) // 3
            )
        case _:
            return formats.date_format(period.starts, "YEAR_MONTH_FORMAT")


def tell_figure(shown: ShownFigure) -> dict[str, Any]:
    """The figure as data, for the page's twin. Hidden ones carry no number."""
    told: dict[str, Any] = {
        "indicator": shown.indicator.id,
        "version": shown.version or shown.indicator.version,
        "title": str(shown.indicator.title),
        "unit": shown.indicator.unit,
        "state": shown.state,
    }
    if shown.starts:
        told["starts"] = shown.starts
    if shown.state == "missing":
        told["why"] = shown.gap
    if shown.state in ("shown", "thin"):
        told["n"] = shown.n
        if _tells_counts(shown):
            told |= {"numerator": shown.numerator, "denominator": shown.denominator}
    if shown.state == "shown" and shown.value is not None:
        told["value"] = float(round(shown.value, 4))
    if shown.low is not None and shown.high is not None:
        told |= {"low": round(shown.low, 6), "high": round(shown.high, 6)}
    return told


def _tells_counts(shown: ShownFigure) -> bool:
    """One rate over another counts nobody, and an estimate from too few answers is none."""
    way = shown.indicator.aggregator
    return way != "parity" and not (way == "survey" and shown.state == "thin")


def sort_by_versions(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    """The figures of each version of a definition, which are never put into one series."""
    sorted_: dict[int, list[Figure]] = {}
    for figure in figures:
        sorted_.setdefault(figure.version, []).append(figure)
    return sorted_


def _decimal(value: Fraction) -> str:
    tenths = round(value * 10)
    return f"{tenths / 10:,.1f}" if tenths % 10 else f"{tenths // 10:,}"
