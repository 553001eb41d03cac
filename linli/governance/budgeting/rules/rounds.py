"""What must hold for a round, before a phase begins: plain values in, findings out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import ClassVar

from linli.lib.calendar import corresponding_day, local_day
from linli.lib.law import Finding, Measures, Packs, measures
from linli.lib.numbers import FLOOR, over

ADVISED = 3
"""How many projects a voter is advised to name: who names one alone, and it is dear, leaves their
share idle (half of a town's voters once did)."""

LEAST_OPEN = timedelta(hours=6)
"""A vote that is opened has at least so long until it closes."""


@dataclass(frozen=True, kw_only=True)
class BudgetingPromises(Measures):
    """The parameters `budgeting.*` of one day and place. No law asks them; they are promised."""

    PREFIX: ClassVar[str] = "budgeting"

    rules_before_vote: int
    voter_age: int
    ideas_each: int
    acceptors: int


def promises(
    on: date, jurisdictions: Sequence[str] = (), *, packs: Packs | None = None
) -> BudgetingPromises:
    """What is promised on that day in that place."""
    return measures(BudgetingPromises, on, jurisdictions, packs=packs)


def days_in_order(ideas: date, vetting: date, vote_from: date, vote_until: date) -> Finding:
    """Ideas end before vetting does, vetting before the vote begins; the vote may be of one day."""
    return Finding(
        ideas < vetting < vote_from <= vote_until,
        "budgeting.days_in_order",
        numbers={"ideas": ideas, "vetting": vetting, "from": vote_from, "until": vote_until},
    )


def not_before(on: date, day: date) -> Finding:
    """A phase ends, or the vote begins, on its day and not before."""
    return Finding(on >= day, "budgeting.not_before", numbers={"day": day})


def day_over(on: date, day: date) -> Finding:
    """A phase ends once its last day, which is part of it, is over (以内)."""
    return Finding(on > day, "budgeting.day_over", numbers={"day": day})


def opens_in_time(at: datetime, vote_from: date, closes_at: datetime) -> Finding:
    """The vote opens on the day that was published, so that it has all the days that were told, and
    early enough for a last day of some hours where that is the only one."""
    late = local_day(at) > vote_from or closes_at - at < LEAST_OPEN
    return Finding(
        not late,
        "budgeting.opens_in_time",
        numbers={"day": vote_from, "closes_at": closes_at, "hours": LEAST_OPEN.seconds // 3600},
    )


def of_age(birth: date | None, on: date, age: int) -> Finding:
    """Has reached the age that was published, on the day of the roll, where the register knows the
    birthday; where not, the desk has looked at the papers."""
    return Finding(
        birth is None or birth <= corresponding_day(on, -12 * age),
        "budgeting.of_voting_age",
        numbers={"age": age, "day": on},
    )


def spent_as_paid(differing: int) -> Finding:
    """What is published as spent is what the books have paid."""
    return Finding(differing == 0, "budgeting.spent_as_paid", numbers={"differing": differing})


def time_over(at: datetime, closes_at: datetime) -> Finding:
    """The vote ends at the moment that was announced and not before."""
    return Finding(at >= closes_at, "budgeting.time_over", numbers={"closes_at": closes_at})


def still_sending(on: date, until: date, *, open_: bool) -> Finding:
    """Ideas come in while the phase is open, its last day with it (以内)."""
    return Finding(open_ and on <= until, "budgeting.still_sending", numbers={"until": until})


def within_limit(sent: int, most: int) -> Finding:
    """One person sends so many ideas in a round; what they took back does not count."""
    return Finding(sent < most, "budgeting.within_limit", numbers={"sent": sent, "most": most})


def vetters_named(named: int, wanted: int) -> Finding:
    """Everybody knows who will look at the ideas before the first is sent."""
    return Finding(
        named == wanted, "budgeting.vetters_named", numbers={"named": named, "wanted": wanted}
    )


def all_settled(waiting: int) -> Finding:
    """The ballot is drawn up once every idea has its answer."""
    return Finding(waiting == 0, "budgeting.all_settled", numbers={"waiting": waiting})


def enough_projects(number: int) -> Finding:
    """One project alone is no choice."""
    return Finding(number >= 2, "budgeting.enough_projects", numbers={"number": number})


def sensible_form(form: str, most: int | None, each: int | None, projects: int) -> Finding:
    """One may mark as many as there are, never fewer than are advised (where there are so many);
    of points, no project can be given more than one has."""
    if form == "up_to":
        return Finding(
            most is not None and min(ADVISED, projects) <= most <= projects,
            "budgeting.may_mark_enough",
            numbers={"most": most or 0, "least": min(ADVISED, projects), "projects": projects},
        )
    if form == "points":
        return Finding(
            most is not None and each is not None and 1 <= each <= most,
            "budgeting.points_fit",
            numbers={"most": most or 0, "each": each or 0},
        )
    return Finding(True, "budgeting.may_mark_enough", numbers={"most": projects, "least": 0})


def published_before(published: date, vote: date, *, days: int) -> Finding:
    """Rules and projects are up for so many whole days before the first paper: the day of the
    posting does not count (CC 201)."""
    stood = (vote - published).days - 1
    return Finding(
        stood >= days,
        "budgeting.published_before",
        cites=("civil_code.201",),
        numbers={"published": published, "vote": vote, "days": days},
    )


def as_published(held: str, published: str) -> Finding:
    """The rules the vote is opened and counted by are those that were published, to the letter."""
    return Finding(held == published, "budgeting.as_published")


def may_tell(papers: int, *, listed: bool) -> Finding:
    """Whether how many named what may be told: of fewer papers than the floor it would tell how
    single people voted, so only what was chosen is told. Nor where they were not `listed` one by
    one, which is held back for the same reason."""
    return Finding(
        papers >= FLOOR and listed,
        "budgeting.may_tell",
        numbers={"papers": papers, "floor": FLOOR},
    )


def enough_acceptors(named: int, *, least: int) -> Finding:
    """Who accepts what was built is named before it is shown to them."""
    return Finding(
        named >= least, "budgeting.enough_acceptors", numbers={"named": named, "least": least}
    )


def accepted(yes: int, no: int, named: int) -> Finding:
    """Everybody named has said, and more than half (超过半数) say it is as promised."""
    return Finding(
        yes + no == named and over(yes, named, Fraction(1, 2)),
        "budgeting.accepted",
        cites=("civil_code.1259",),
        numbers={"yes": yes, "no": no, "named": named},
    )


def everybody_said(said: int, named: int) -> Finding:
    """A project is accepted or sent back once everybody named has said."""
    return Finding(
        said == named, "budgeting.everybody_said", numbers={"said": said, "named": named}
    )


def within_cost(spent: int, more: int, fen: int) -> Finding:
    """What is bought for a project stays within what residents gave it."""
    return Finding(
        spent + more <= fen,
        "budgeting.within_cost",
        numbers={"spent_fen": spent + more, "fen": fen, "over_fen": max(spent + more - fen, 0)},
    )


def all_done(under_way: int) -> Finding:
    """A round ends once every project that won is accepted or given up."""
    return Finding(under_way == 0, "budgeting.all_done", numbers={"under_way": under_way})
