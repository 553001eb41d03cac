"""The representatives' meeting is held in every half-year (art. 28)."""

from collections.abc import Iterable
from datetime import date, timedelta

from linli.governance.assemblies.rules.law import AssemblyLaw
from linli.lib.law import Finding


def half_year(on: date, *, law: AssemblyLaw) -> tuple[date, date]:
    """The first and last day of the stretch of the calendar year that `on` lies in."""
    months = law.meeting_every
    first = date(on.year, (on.month - 1) // months * months + 1, 1)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return first, date(year, month + 1, 1) - timedelta(days=1)


def meeting_held(meetings: Iterable[date], on: date, *, law: AssemblyLaw) -> Finding:
    """Whether a quorate meeting was held in this half-year up to `on`; `meetings` are days."""
    first, last = half_year(on, law=law)
    held = sum(first <= day <= on for day in meetings)
    return Finding(
        held > 0,
        "assemblies.meeting_held",
        cites=law.ground("rcl2025.28", "meeting_every"),
        numbers={
            "held": held,
            "first_day": first,
            "last_day": last,
            "days_left": (last - on).days,
        },
    )
