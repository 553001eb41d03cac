"""Who is elected to one office by the votes alone: majority, cut, tie, run-off field (art. 19)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.law import Finding
from linli.lib.numbers import at_least, least_at_least, least_over, over

Tally = tuple[tuple[str, int], ...]
"""Names with their votes, most votes first; equal votes in the order of the names."""


@dataclass(frozen=True, slots=True)
class Revote:
    """Another vote among the tied, in the order of their names, for so many seats."""

    tied: tuple[str, ...]
    seats: int


def in_order(votes: Mapping[str, int]) -> Tally:
    """The tally; equal votes stand in the order of the names, which gives nobody an advantage:
    at the cut they are a tie."""
    return tuple(sorted(votes.items(), key=lambda pair: (-pair[1], pair[0])))


def has_majority(name: str, votes: int, voted: int, *, law: ElectionLaw) -> Finding:
    """More than half of those who voted; half is not enough (art. 19)."""
    share = law.elected_over
    return Finding(
        over(votes, voted, share),
        "elections.has_majority",
        cites=law.ground("rcl2025.19", "elected_over", "void_papers_count"),
        numbers={
            "name": name,
            "votes": votes,
            "voted": voted,
            "share": share,
            "needed": least_over(voted, share),
            "left": votes * share.denominator,
            "right": voted * share.numerator,
        },
    )


def reaches_floor(name: str, votes: int, cast: int, *, law: ElectionLaw) -> Finding:
    """In a run-off: one third of the ballots cast or more (art. 19)."""
    share = law.runoff_at_least
    return Finding(
        at_least(votes, cast, share),
        "elections.reaches_floor",
        cites=law.ground("rcl2025.19", "runoff_at_least"),
        numbers={
            "name": name,
            "votes": votes,
            "cast": cast,
            "share": share,
            "needed": least_at_least(cast, share),
            "left": votes * share.denominator,
            "right": cast * share.numerator,
        },
    )


def cut(standing: Tally, seats: int) -> tuple[tuple[str, ...], Revote | None]:
    """The first `seats` of those who have enough votes; where equal votes leave the last seats
    open, those above them, and another vote among the tied."""
    names = tuple(name for name, _votes in standing[:seats])
    if len(standing) <= seats or seats == 0 or standing[seats - 1][1] != standing[seats][1]:
        return names, None
    level = standing[seats][1]
    above = tuple(name for name, votes in standing if votes > level)
    tied = tuple(name for name, votes in standing if votes == level)
    return above, Revote(tied, seats - len(above))


def cut_is_clear(
    office: str, standing: int, seats: int, revote: Revote | None, *, law: ElectionLaw
) -> Finding:
    """Whether the votes alone say who takes the last seat; if not, the tied vote again."""
    return Finding(
        revote is None,
        "elections.cut_is_clear",
        cites=law.ground("rcl2025.19", "elected_over"),
        numbers={
            "office": office,
            "enough": standing,
            "seats": seats,
            "tied": revote.tied if revote else (),
            "open": revote.seats if revote else 0,
        },
    )


def runoff_field(tally: Tally, *, without: Collection[str], places: int) -> tuple[str, ...]:
    """The best of those not elected, as many as there are places; whoever has as many votes as
    the last of them stands too."""
    rest = [(name, votes) for name, votes in tally if name not in without]
    if places <= 0 or not rest:
        return ()
    level = rest[min(places, len(rest)) - 1][1]
    return tuple(name for name, votes in rest if votes >= level)


def seat_woman_first(
    standing: Tally, seats: int, women: Collection[str]
) -> tuple[tuple[str, ...], int, Revote | None]:
    """Where no higher office went to a woman: the woman with most votes among those with a
    majority takes a seat first, the others follow by votes.

    Gives those elected, the woman first where she had to be put first; how many seats are kept
    for a further election of a woman (1 where none has a majority); and the vote among the tied.
    """
    names, revote = cut(standing, seats)
    if any(name in women for name in names):
        return names, 0, revote
    best = [(name, votes) for name, votes in standing if name in women]
    if not best:
        names, revote = cut(standing, seats - 1)
        return names, 1, revote
    top, tied = cut(tuple(best), 1)
    rest = tuple((name, votes) for name, votes in standing if name not in top)
    others, revote = cut(rest, seats - 1)
    return (*top, *others), 0, tied or revote


def places_in_runoff(left: int, candidates: int, seats: int, *, law: ElectionLaw) -> int:
    """How many stand in a run-off for `left` seats: more than the seats, by the surplus of the
    first vote where the place keeps it, otherwise by the pack's."""
    kept = candidates - seats if law.runoff_keeps_surplus else 0
    return left + (kept if kept > 0 else law.runoff_surplus)
