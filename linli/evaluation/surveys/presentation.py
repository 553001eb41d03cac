"""What came of a wave as it is read: each figure with its interval, its answers and the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from linli.core.pages.shapes import Chart
from linli.evaluation.surveys.bank import Item, bank
from linli.evaluation.surveys.models import Breakdown, Estimate, Survey
from linli.evaluation.surveys.queries.waves import (
    breakdowns_in,
    estimates_in,
    heard_in,
    wave_before,
)
from linli.evaluation.surveys.rules.telling import distinguishable, enough_answers
from linli.evaluation.surveys.surveyed import WIDER_ONLY
from linli.evaluation.surveys.words import BREAKDOWNS, CELLS
from linli.lib.law import Finding
from linli.lib.numbers import suppressed
from linli.mechanisms.questionnaire.queries.results import Results as Counts, results_of

PARTS = frozenset({"af_m0", "income_gini"})
"""Read in parts of one; the others in per cent."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure. `state`: shown; almost_all or almost_none (so few on the other side that no
    number is told); too_few (30 answers, or an interval within 10 points, are wanting; or of a net
    or a gap a side is so small). `change`
    says how it stands to the wave before, empty where there is none to compare."""

    item: str
    title: str
    state: str
    answers: int | None
    words: str = ""
    unit: str = ""
    interval: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    dont_know: int | None = None
    change: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class TableShown:
    """One figure by one mark."""

    title: str
    by: str
    rows: Sequence[tuple[str, Sequence[int | None]]]


@dataclass(frozen=True, slots=True)
class Results:
    """All of a wave's results. `enough`: whether more than one in twenty answered; `methods`: how
    the answers are weighed, and what otherwise than the most."""

    survey: Survey
    sheets: int | None
    drawn: int
    rate: str
    enough: Finding
    methods: str
    shown: list[Shown]
    rated: list[Shown]
    chart: Chart | None
    tables: list[TableShown]
    before: Survey | None
    wider_only: bool


def tell_results(survey: Survey, floor: int, *, public: bool) -> Results:
    """The results of a wave, in six queries. `public`: without what is told of wider areas
    only."""
    rows = {row.item: row for row in estimates_in(survey)}
    before = wave_before(survey)
    last = {row.item: row for row in estimates_in(before)} if before else {}
    items = [item for item in bank().items.values() if item.code in rows]
    kept = [item for item in items if not (public and item.code in WIDER_ONLY)]
    shown = [_show(rows[item.code], str(item.title), last.get(item.code), floor) for item in kept]
    rated = [
        _show(row, _rated_title(code), last.get(code), floor)
        for code, row in rows.items()
        if row.method == "asked_all"
    ]
    sheets, drawn = heard_in(survey, floor)
    few, enough = suppressed(sheets, floor), enough_answers(sheets, drawn)
    came = min(sheets, drawn)  # more slips may have been handed out than were drawn
    return Results(
        survey=survey,
        sheets=None if few else sheets,
        drawn=drawn,
        rate="" if few or not drawn else _decimal(Fraction(came * 100, drawn)),
        enough=_without_count(enough, drawn, floor) if few else enough,
        methods=_say_methods(shown),
        shown=shown,
        rated=rated,
        chart=_draw([each for each in shown if each.item not in PARTS]),
        tables=_tables(breakdowns_in(survey), kept, shown),
        before=before,
        wider_only=len(kept) < len(items),
    )


def _without_count(enough: Finding, drawn: int, floor: int) -> Finding:
    """The same finding, where so few answered that it is not told how many."""
    numbers = {"asked": drawn, "floor": floor}
    return Finding(enough.holds, "evaluation.enough_answers_untold", numbers=numbers)


def _show(row: Estimate, title: str, last: Estimate | None, floor: int) -> Shown:
    answers = None if suppressed(row.answers, floor) else row.answers
    apart = None if suppressed(row.dont_know, floor) else row.dont_know
    if not row.enough or answers is None:
        return Shown(row.item, title, "too_few", answers, dont_know=apart)
    if row.few and _rule(row.item) in ("net", "gap"):
        return Shown(row.item, title, "too_few", answers, dont_know=apart)
    if row.few:
        state = "almost_all" if row.share > Fraction(1, 2) else "almost_none"
        return Shown(row.item, title, state, answers, dont_know=apart)
    scale, places = (1, 3) if row.item in PARTS else (100, 1)
    return Shown(
        item=row.item,
        title=title,
        state="shown",
        answers=answers,
        words=_say(row, row.share, scale),
        unit=_unit(row.item),
        interval=_("{low} 到 {high}").format(
            low=_say(row, Fraction(row.low or 0), scale),
            high=_say(row, Fraction(row.high or 0), scale),
        ),
        value=round(float(row.share * scale), places),
        low=round((row.low or 0) * scale, places),
        high=round((row.high or 0) * scale, places),
        dont_know=apart,
        change=_change(row, last, scale),
        method=row.get_method_display(),
    )


def _change(row: Estimate, last: Estimate | None, scale: int) -> str:
    """How it stands to the wave before; only what chance would not explain is said so."""
    if last is None or not last.enough or last.few:
        return ""
    if row.se is None or last.se is None:
        return ""
    if not distinguishable(row.share, row.se, last.share, last.se):
        return _("和上次比，分不出高低")
    by = _decimal(abs(row.share - last.share) * scale, 3 if scale == 1 else 1)
    return (_("比上次高 {by}") if row.share > last.share else _("比上次低 {by}")).format(by=by)


def _say(row: Estimate, value: Fraction, scale: int) -> str:
    said = _decimal(value * scale, 3 if scale == 1 else 1)
    return f"+{said}" if row.item == "net_better" and value > 0 else said


def _decimal(value: Fraction, places: int = 1) -> str:
    return f"{float(round(value, places)):.{places}f}".replace("-0.0", "0.0")


def _unit(item: str) -> str:
    if item in PARTS:
        return ""
    return _("个百分点") if item == "net_better" else "%"


def _rule(code: str) -> str:
    known = bank().items.get(code)
    return known.rule if known else "any"


def _rated_title(code: str) -> str:
    return {"rated:matters": _("诉求办完后评价满意")}.get(code, code)


def _say_methods(shown: Sequence[Shown]) -> str:
    """The way most of the figures told are weighed; and of each other way, which figures."""
    ways: dict[str, list[str]] = {}
    for each in shown:
        if each.method:
            ways.setdefault(each.method, []).append(each.title)
    first, *others = sorted(ways, key=lambda way: -len(ways[way])) or [""]
    return _("；").join(
        [
            first,
            *(_("{figures}：{way}").format(figures=_("、").join(ways[w]), way=w) for w in others),
        ]
    )


def _draw(shown: Sequence[Shown]) -> Chart | None:
    if not any(each.state == "shown" for each in shown):
        return None
    return Chart(
        kind="interval",
        title=_("各题的结果和区间"),
        heading=_("题目"),
        columns=[_("结果"), _("下限"), _("上限")],
        rows=[(each.title, each.value, each.low, each.high) for each in shown],
        unit="%",
        note=_("线段是 95% 的区间：换一批人来答，二十次里有十九次的真实数落在里面。"),
    )


def _tables(
    rows: Sequence[Breakdown], items: Sequence[Item], shown: Sequence[Shown]
) -> list[TableShown]:
    """Of figures that are told; a table does not say what the figure withholds."""
    told = {each.item for each in shown if each.state == "shown"}
    titles = {item.code: str(item.title) for item in items if item.code in told}
    return [
        TableShown(
            titles[row.item],
            str(BREAKDOWNS[row.by]),
            [(str(CELLS.get(group, group)), cells) for group, cells in row.rows],
        )
        for row in rows
        if row.item in titles and any(n is not None for _group, cells in row.rows for n in cells)
    ]


def count_the_rest(survey: Survey, floor: int) -> Counts:
    """The questions of a wave that feed no figure, as counts with the small ones hidden: what the
    community asked of its own, and what single life situations were asked. Without the marks of
    who answers (age, sex, registration), which weigh the others."""
    known = bank()
    fed = {key for item in known.items.values() for key in item.questions}
    marks = {key for key, question in known.questions.items() if question.cells}
    return results_of(survey.questionnaire, floor, wanted=lambda each: each.item not in fed | marks)


def tell_as_data(told: Results, rest: Counts) -> dict[str, Any]:
    """The results as data, for the page's twin."""
    return {
        "title": told.survey.questionnaire.title,
        "closed_on": told.survey.questionnaire.closes_on,
        "drawn": told.drawn,
        "answered": told.sheets,
        "enough": told.enough.holds,
        "estimates": [
            {
                "item": each.item,
                "state": each.state,
                "answers": each.answers,
                "dont_know": each.dont_know,
                "value": each.value,
                "low": each.low,
                "high": each.high,
                "unit": "parts" if each.item in PARTS else "percent",
            }
            for each in (*told.shown, *told.rated)
        ],
        "counted": [
            {
                "question": each.question.name,
                "answered": each.shown.answered,
                "options": [text for _code, text in each.question.choices],
                "counts": list(each.shown.counts),
            }
            for each in rest.results
        ],
        "tables": [
            {"item": each.title, "by": each.by, "rows": [[g, list(c)] for g, c in each.rows]}
            for each in told.tables
        ],
    }
