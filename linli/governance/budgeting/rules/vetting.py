"""What was found of an idea, and whether it stands on the ballot."""

from collections.abc import Mapping
from dataclasses import dataclass

from linli.lib.law import Finding

ORDER = ("lawful", "possible", "cost", "upkeep")


@dataclass(frozen=True, slots=True)
class Found:
    """What one vetter found: whether it holds, why, and the figure where there is one (fen)."""

    holds: bool
    reason: str
    fen: int | None = None


def within_budget(cost: int, budget: int) -> Finding:
    """What costs more than there is cannot be chosen; the whole sum may (以内)."""
    return Finding(
        cost <= budget, "budgeting.within_budget", numbers={"cost_fen": cost, "budget_fen": budget}
    )


def outcome(found: Mapping[str, Found]) -> str:
    """`passed` where all four hold, `refused` as soon as one does not, else `listed`: open."""
    if any(not each.holds for each in found.values()):
        return "refused"
    return "passed" if all(aspect in found for aspect in ORDER) else "listed"


def reasons(found: Mapping[str, Found]) -> list[tuple[str, str]]:
    """Why it was refused: each aspect that does not hold with its reason, in order."""
    return [
        (aspect, found[aspect].reason)
        for aspect in ORDER
        if aspect in found and not found[aspect].holds
    ]
