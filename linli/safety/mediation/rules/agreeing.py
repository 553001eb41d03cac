"""The agreement: its parts, the day it comes into force, the court's confirmation, performance."""

from collections.abc import Mapping, Sequence
from datetime import date

from linli.lib.calendar import WorkCalendar, period_end
from linli.lib.law import Finding

LAW = "people_mediation"
PARTS = ("parties", "facts", "issue", "responsibility", "content", "manner", "limit")
"""What a written agreement says (29), in its order."""
ORAL_PARTS = ("parties", "content")
"""What is recorded of a spoken one (28)."""


def parts_given(given: Mapping[str, bool], titles: Mapping[str, str], *, oral: bool) -> Finding:
    """Whether the agreement says what it must; names what is missing."""
    wanted = ORAL_PARTS if oral else PARTS
    missing = tuple(titles.get(part, part) for part in wanted if not given.get(part))
    cites = (f"{LAW}.28",) if oral else (f"{LAW}.29",)
    return Finding(not missing, "mediation.agreement_whole", cites, {"missing": missing})


def in_force_on(
    signed: Sequence[date | None], mediator: date | None, sealed: date | None
) -> date | None:
    """The day a written agreement comes into force: that of the last of all parties' signatures,
    the mediator's, and the committee's seal (29). None while one of them is missing."""
    days = [*signed, mediator, sealed]
    present = [day for day in days if day is not None]
    return max(present) if signed and len(present) == len(days) else None


def all_signed(missing: Sequence[str]) -> Finding:
    """Every signature and the seal are there; `missing`: whose is not, in words."""
    return Finding(not missing, "mediation.all_signed", (f"{LAW}.29",), {"missing": tuple(missing)})


def not_ahead(day: date | None, on: date) -> Finding:
    """A day that is entered as past is not still to come."""
    return Finding(
        day is None or day <= on, "mediation.not_ahead", numbers={"day": day, "today": on}
    )


def confirm_until(
    in_force: date, *, days: int, weekend_rolls: bool, calendar: WorkCalendar
) -> date:
    """The last day on which the parties may jointly ask a court to confirm (33): the day of entry
    into force is not counted, a last day on a holiday gives way to the next day."""
    return period_end(in_force, days=days, weekend_rolls=weekend_rolls, calendar=calendar)


def may_be_confirmed(of_status: bool) -> Finding:
    """No court confirms what settles identity, adoption or marriage itself."""
    return Finding(not of_status, "mediation.may_be_confirmed", ("judicial_confirmation.4",))


def asked_in_time(asked_on: date, last_day: date) -> Finding:
    """The joint application came within its days (以内: the last day included)."""
    return Finding(
        asked_on <= last_day,
        "mediation.confirm_in_time",
        (f"{LAW}.33", "civil_procedure.205"),
        {"asked_on": asked_on, "last_day": last_day},
    )


def courts_for(source: str) -> tuple[str, ...]:
    """The courts that may confirm: the one that invited the mediation; else that of a party's
    home, of the object, or of the mediation body."""
    return ("inviting",) if source == "court" else ("domicile", "object", "body")


def all_done(open_points: int) -> Finding:
    """Every point of the agreement is marked as done."""
    return Finding(open_points == 0, "mediation.all_done", (f"{LAW}.31",), {"open": open_points})
