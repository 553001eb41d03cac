"""The month a page shows, as its address says it."""

from datetime import date


def read_month(text: str, today: date) -> date:
    """The first day of the month in the address, `2026-11`; of today's where it makes no sense,
    or lies ahead."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return min(first, today.replace(day=1))
