"""Close relatives elected together: who stays (art. 8, CC 1045)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from linli.governance.elections.rules.law import ElectionLaw
from linli.lib.law import Finding
from linli.lib.law.keeping import keep


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody elected: the place of the office, 0 for the highest, and the votes."""

    name: str
    rank: int
    votes: int


@dataclass(frozen=True, slots=True)
class KinResolved:
    """Who gives way, among whom has to be voted again, and the finding on all of it."""

    leaving: tuple[str, ...]
    tied: tuple[tuple[str, ...], ...]
    finding: Finding


def resolve_kin(
    seated: Sequence[Seated], kin: Collection[tuple[str, str]], *, law: ElectionLaw
) -> KinResolved:
    """Of close relatives one stays: the higher office, then more votes; with equal votes they are
    voted on again for one seat. Where the place has no such order nobody leaves, and the finding
    says that something is to be settled.
    """
    related = {frozenset(pair) for pair in kin}
    elected = sorted(seated, key=lambda one: (one.rank, -one.votes, one.name))
    names = {one.name for one in elected}
    together = [pair for pair in related if len(pair) == 2 and pair <= names]
    kept: list[Seated] = []
    leaving: list[str] = []
    tied: list[list[Seated]] = []
    for one in elected if law.higher_office_stays else ():
        waiting = next((group for group in tied if _related(one, group, related)), None)
        clash = next((two for two in kept if _related(one, [two], related)), None)
        rival = waiting[0] if waiting else clash
        if rival is None:
            kept.append(one)
        elif (rival.rank, rival.votes) != (one.rank, one.votes):
            leaving.append(one.name)
        elif waiting:
            waiting.append(one)
        else:
            kept.remove(rival)
            tied.append([rival, one])
    groups = tuple(tuple(one.name for one in group) for group in tied)
    return KinResolved(
        tuple(leaving),
        groups,
        Finding(
            not together,
            "elections.elected_without_kin",
            cites=(*law.ground("rcl2025.8", "higher_office_stays"), "civil_code.1045"),
            numbers={
                "pairs": len(together),
                "leaving": tuple(leaving),
                "tied": tuple(name for group in groups for name in group),
                "settled": law.higher_office_stays,
            },
        ),
    )


def without_kin(outcome: dict[str, Any]) -> dict[str, Any]:
    """What was judged of a round, as it is kept once the declared relations are forgotten: that it
    was looked at whether close relatives were elected together, not who is whose."""
    steps = [
        keep(Finding(True, "elections.kin_looked_at", tuple(step["cites"])))
        if step["rule"] == "elections.elected_without_kin"
        else step
        for step in outcome.get("steps", [])
    ]
    return {**outcome, "steps": steps} if "steps" in outcome else outcome


def _related(one: Seated, others: Collection[Seated], related: Collection[frozenset[str]]) -> bool:
    return any(frozenset((one.name, other.name)) in related for other in others)
