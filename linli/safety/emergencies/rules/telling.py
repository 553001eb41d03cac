"""How many is told, where the count is of people."""

from collections.abc import Mapping

FLOOR = 10
ENDED_DAYS = 7
"""For so many days after its end everybody reads that an incident is over."""


def at_least(count: int) -> str:
    """The count, or that it is under ten."""
    return str(count) if count >= FLOOR else f"<{FLOOR}"


def told_counts(counts: Mapping[str, int]) -> dict[str, str]:
    """Each count as it is told; of nothing nothing. Where one alone is under ten, the smallest of
    the others is not told either (an empty text), else the sum of all would give it away."""
    known = {key: count for key, count in counts.items() if count}
    told = {key: at_least(count) for key, count in known.items()}
    small = [key for key, count in known.items() if count < FLOOR]
    others = [key for key in known if key not in small]
    if len(small) == 1 and others:
        told[min(others, key=lambda key: known[key])] = ""
    return told
