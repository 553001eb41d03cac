"""The count: from the papers in the box to what won and why, by the rules that were published."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from linli.governance.budgeting.models import Project, Round, Ruling
from linli.governance.budgeting.rules import rounds as rules
from linli.governance.budgeting.rules.count import (
    Completion,
    CountRules,
    Method,
    Outcome,
    Profile,
    Stop,
    Tie,
    count,
)
from linli.governance.budgeting.rules.publishing import digest_of
from linli.lib.law import Finding
from linli.mechanisms.ballot.models import Poll
from linli.mechanisms.ballot.queries.counts import count_of
from linli.mechanisms.ballot.queries.listing import marked_of

QUESTION = 1


def projects_of(round_: Round) -> list[Project]:
    """What stands on the ballot, in its order."""
    rows = Project.objects.filter(community=round_.community_id, round=round_)
    return list(rows.select_related("idea__spot").order_by("position"))


def count_rules(ruling: Ruling) -> CountRules:
    """The published rules as the count takes them: with the lot drawn when the vote opened,
    from the seed; before that, with the seed."""
    told = published_rules(ruling)
    return replace(told, lot=ruling.round.lot or told.lot)


def published_rules(ruling: Ruling) -> CountRules:
    """The rules as they hang on the board, with the seed of the lot."""
    return CountRules(
        method=Method(ruling.method),
        completion=Completion(ruling.completion),
        stop=Stop(ruling.stop),
        step=ruling.step_fen,
        ties=tuple(Tie(each) for each in ruling.ties.split(",")),
        lot=ruling.lot,
        least=ruling.least,
        threshold=ruling.threshold,
        compared=ruling.compared,
    )


def other_rules(ruling: Ruling) -> CountRules:
    """The rule the result is set beside: greedy where shares were published, shares otherwise."""
    own = count_rules(ruling)
    greedy = own.method is not Method.EQUAL_SHARES
    return CountRules(
        method=Method.EQUAL_SHARES if greedy else Method.GREEDY,
        completion=own.completion,
        stop=own.stop,
        step=own.step,
        ties=own.ties,
        lot=own.lot,
    )


def as_published(ruling: Ruling) -> dict[str, Any]:
    """Every column of the rules and what of the round they decide on, for the hash on the board."""
    round_ = ruling.round
    return published_rules(ruling).told() | {
        "fen": round_.fen,
        "area": "" if round_.area is None else round_.area.path,
        "vote_from": round_.vote_from.isoformat(),
        "vote_until": round_.vote_until.isoformat(),
        "form": ruling.form,
        "most": ruling.most,
        "each": ruling.each,
        "voter_age": ruling.voter_age,
        "roll_on": ruling.roll_on.isoformat(),
        "left_to": ruling.left_to,
    }


def digest_now(ruling: Ruling, projects: list[Project]) -> str:
    """The hash of the rules and projects as they stand in the database."""
    listed = [(each.position, each.title, each.fen) for each in projects]
    return digest_of(as_published(ruling), listed)


def ballots_in(poll: Poll) -> list[list[Any]]:
    """What the papers say, grouped: project and points, and how many said so. Refused before every
    paper is counted. A blank paper counts as a voter whose share lies idle."""
    marked = [
        [sorted((int(position), points) for position, points in given.items()), number]
        for given, number in marked_of(poll, QUESTION)
    ]
    blank = count_of(poll).tally.questions[QUESTION].blank
    return [*marked, [[], blank]] if blank else marked


def outcomes_of(round_: Round, ruling: Ruling, projects: list[Project]) -> tuple[Outcome, Outcome]:
    """What the count came to, and what the other rule would have come to on the same papers."""
    vote = vote_of(round_, ruling, projects)
    return _count(vote, count_rules(ruling)), _count(vote, other_rules(ruling))


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as plain values: what was counted never changes, so the same vote is counted once and
    not again for every reader. Projects are called by their number on the ballot."""

    budget: int
    costs: tuple[tuple[str, int], ...]
    papers: tuple[tuple[tuple[tuple[str, int], ...], int], ...]
    points: bool

    @property
    def profile(self) -> Profile:
        """The same as the count takes it."""
        papers = [(dict(given), number) for given, number in self.papers]
        made = Profile.of_points if self.points else Profile.of_approvals
        return made(self.budget, dict(self.costs), papers)


def vote_of(round_: Round, ruling: Ruling, projects: list[Project]) -> Vote:
    """The papers of a round that was counted."""
    return Vote(
        round_.fen,
        tuple((str(each.position), each.fen) for each in projects),
        tuple(
            (tuple((str(position), points) for position, points in given), number)
            for given, number in round_.counted or []
        ),
        ruling.form == "points",
    )


def may_tell(round_: Round) -> Finding:
    """Whether the numbers of a count may be told, and its papers given away."""
    listed = round_.poll is not None and bool(round_.poll.list_head)
    return rules.may_tell(round_.papers or 0, listed=listed)


@lru_cache(maxsize=64)
def _count(vote: Vote, by: CountRules) -> Outcome:
    return count(vote.profile, by)


def titles(projects: list[Project]) -> Mapping[str, str]:
    """What the projects are called, by their number."""
    return {str(each.position): each.title for each in projects}
