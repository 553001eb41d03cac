"""How a task stands against its plan, and how many stand how."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OPEN = ("planned", "doing")


def outcome_of(
    state: str, *, planned_on: date, due_on: date, done_on: date | None, on: date
) -> str:
    """How a task stands at the end of the day `on`.

    Done is `done` up to and with the day residents approved (`planned_on`), `done_late` after it,
    also where the day was put off since. Open is `late` from the day after `due_on`. What was done
    after `on` was still open then.
    """
    if state == "done" and done_on is not None and done_on <= on:
        return "done" if done_on <= planned_on else "done_late"
    if state in ("dropped", "carried"):
        return state
    if due_on < on:
        return "late"
    return "doing" if state in ("doing", "done") else "planned"


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts by outcome. `moved`: of all, those whose day is no longer the approved one."""

    counts: dict[str, int]
    moved: int = 0

    @property
    def total(self) -> int:
        """All tasks, also those given up."""
        return sum(self.counts.values())

    @property
    def finished(self) -> int:
        """Done, in time or late."""
        return self.counts.get("done", 0) + self.counts.get("done_late", 0)

    @property
    def open(self) -> int:
        """Neither done nor given up."""
        return sum(self.counts.get(name, 0) for name in ("planned", "doing", "late"))


def count_outcomes(outcomes: Iterable[tuple[str, bool]]) -> Progress:
    """Counts (outcome, whether its day was moved)."""
    counts: dict[str, int] = {}
    moved = 0
    for outcome, was_moved in outcomes:
        counts[outcome] = counts.get(outcome, 0) + 1
        moved += was_moved
    return Progress(counts, moved)


def half_ends(year: int, kind: str) -> date:
    """The last day a report is about: 30 June, or 31 December."""
    return date(year, 6, 30) if kind == "half" else date(year, 12, 31)
