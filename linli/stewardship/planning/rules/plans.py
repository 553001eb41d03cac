"""What a plan must be before residents decide on it, and afterwards."""

from datetime import date

from linli.lib.law import Finding

SHORTEST, LONGEST = 3, 5
"""Years of a development plan (book 1.2, row B14)."""


def development_span(first_year: int, last_year: int) -> Finding:
    """A development plan is for three to five years, both included."""
    years = last_year - first_year + 1
    return Finding(
        SHORTEST <= years <= LONGEST,
        "planning.development_span",
        numbers={"years": years, "least": SHORTEST, "most": LONGEST},
    )


def day_in_year(day: date, year: int) -> Finding:
    """A task of a year's plan falls due in that year."""
    return Finding(day.year == year, "planning.day_in_year", numbers={"day": day, "year": year})


def editable(state: str) -> Finding:
    """The whole table may be written while the plan is being drafted or consulted on; once
    residents have approved it, it changes task by task and with a reason."""
    return Finding(
        state in ("draft", "consulting"), "planning.editable", cites=("rcl2025.30",), numbers={}
    )


def ready_to_settle(tasks: int, without_need: int) -> Finding:
    """What goes before the meeting has tasks, and each says which need it answers."""
    return Finding(
        tasks > 0 and without_need == 0,
        "planning.ready_to_settle",
        numbers={"tasks": tasks, "without": without_need},
    )


def approved_by_residents(body: str) -> Finding:
    """The year's plan is approved by the assembly or the representatives' meeting, not by the
    committee whose work it plans (RCL 30)."""
    return Finding(
        body in ("assembly", "representatives_meeting"),
        "planning.approved_by_residents",
        cites=("rcl2025.30",),
    )


def reasoned(reason: str) -> Finding:
    """Whoever departs from what residents approved says why."""
    return Finding(bool(reason.strip()), "planning.reasoned", cites=("rcl2025.30",))
