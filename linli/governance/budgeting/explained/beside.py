"""Two counts of the same papers side by side, and a count as a chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from linli.core.pages.shapes import Chart
from linli.governance.budgeting.explained.shapes import Amount, tell_fen
from linli.governance.budgeting.rules.count import Method, Outcome, Profile, prefer
from linli.lib.numbers import FLOOR, suppressed


@dataclass(frozen=True, slots=True)
class BesideRow:
    """A project and whether it wins by the first and by the second rule."""

    name: str
    cost: str
    votes: int
    first: bool
    second: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Two rules on the same papers. `words`: for how many papers which is better; nothing where
    one of the numbers is of a few people only."""

    titles: tuple[str, str]
    rows: tuple[BesideRow, ...]
    costs: tuple[str, str]
    points: bool
    words: str


def lay_beside(
    profile: Profile,
    first: Outcome,
    second: Outcome,
    names: Mapping[str, str],
    *,
    tell: Amount = tell_fen,
    floor: int = FLOOR,
) -> Beside:
    """Both outcomes project by project, the most votes first."""
    ones, others = set(first.won), set(second.won)
    keys = sorted(profile.costs, key=lambda key: (-profile.votes[key], key))
    rows = tuple(
        BesideRow(
            names.get(key, key), tell(Fraction(profile.costs[key])), profile.votes[key],
            key in ones, key in others,
        )
        for key in keys
    )  # fmt: skip
    more, less, same = prefer(profile, first.won, second.won)
    titles = (title_of(first), title_of(second))
    words = ""
    if ones == others:
        words = _("两种算法结果完全一样。")
    elif not any(suppressed(number, floor) for number in (more, less, same)):
        words = _(
            "{first}让 {more} 张票选中的更多，{second}让 {less} 张票选中的更多，{same} 张票一样。"
        ).format(
            first=titles[0], second=titles[1],
            more=f"{more:,}", less=f"{less:,}", same=f"{same:,}",
        )  # fmt: skip
    costs = (tell(Fraction(first.cost)), tell(Fraction(second.cost)))
    return Beside(titles, rows, costs, profile.points, words)


def title_of(outcome: Outcome) -> str:
    """What a rule is called at the head of a column."""
    titles = {
        Method.EQUAL_SHARES: _("均等份额"),
        Method.GREEDY: _("按票数"),
        Method.GREEDY_NO_SKIP: _("按票数，放不下就停"),
    }
    return titles[outcome.rules.method]


def chart_of(outcome: Outcome, names: Mapping[str, str], *, floor: int = FLOOR) -> Chart:
    """Of each project what its supporters paid or still had, and what was missing (yuan); under a
    greedy method, or where it took the place, the votes."""
    if not outcome.share:
        rows = [(names.get(each.key, each.key), each.votes) for each in outcome.winners]
        rows += [(names.get(each.key, each.key), each.votes) for each in outcome.losers]
        title = _("各项目得分") if outcome.points else _("各项目得票")
        return Chart(
            "bar", title, _("候选项目"), [_("分") if outcome.points else _("票")], rows, across=True
        )
    bars: list[tuple[str, float | None, float | None]] = [
        (names.get(each.key, each.key), _yuan(Fraction(each.cost)), 0) for each in outcome.winners
    ]
    for each in outcome.losers:
        if each.together is None or each.missing is None or suppressed(each.supporters, floor):
            bars.append((names.get(each.key, each.key), None, None))
        else:
            had, missing = _yuan(each.together), _yuan(each.missing)
            bars.append((names.get(each.key, each.key), had, missing))
    return Chart(
        "stacked",
        _("每个项目：支持的人出的（还有的）钱，和差的钱"),
        _("候选项目"),
        [_("出的或还有的"), _("还差")],
        bars,
        unit=_("元"),
        across=True,
        note=_("入选的项目由支持的人出齐。支持的人太少的，不画。"),
    )


def _yuan(fen: Fraction) -> float:
    """As a number to draw, whole where it is."""
    yuan = fen / 100
    return int(yuan) if yuan.denominator == 1 else round(float(yuan), 2)
