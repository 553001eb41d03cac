"""Whether a request from above is on the list, came in time, and may be taken on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from linli.lib.calendar import WorkCalendar, working_days_between
from linli.lib.law import Finding, Findings
from linli.partners.intake.rules.ground import ARTICLE
from linli.partners.intake.rules.never import NEVER

LONGEST_ENTRY = 6_000
"""Minutes in one entry of the log: a hundred hours; more is a slip of the pen."""
ASKING_KINDS = frozenset({"department", "subdistrict_office"})
"""Kinds of bodies a request can come from."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list as the check reads it. `until` is the first day without it; `body` is
    None where any office may ask for it."""

    id: UUID
    since: date
    until: date | None = None
    body: UUID | None = None

    def in_force(self, on: date) -> bool:
        """Whether it is on the list that day."""
        return self.since <= on and (self.until is None or on < self.until)


def on_list(line: Listed | None, *, on: date, body: UUID, never: str = "") -> Finding:
    """The request falls under a line of the list in force that day, which is this office's to
    ask for; what may never be passed on is on no list."""
    state = "listed"
    if never:
        state = "never"
    elif line is None:
        state = "none"
    elif not line.in_force(on):
        state = "not_in_force"
    elif line.body is not None and line.body != body:
        state = "other_body"
    return Finding(
        state == "listed",
        "intake.on_list",
        cites=NEVER.get(never, ()) or ("mca136.1",),
        numbers={"state": state, "on": on},
    )


def may_be_passed_on(never: str) -> Finding:
    """It is none of what may never be passed on to a community."""
    return Finding(
        not never, "intake.may_be_passed_on", cites=NEVER.get(never, ()), numbers={"never": never}
    )


def asked_ahead(
    received_on: date,
    starts_on: date | None,
    *,
    days: int,
    calendar: WorkCalendar,
    cites: tuple[str, ...] = (),
) -> Finding:
    """The office asked at least so many working days before the work is to begin (the day it
    asked is not counted). Where no beginning was named there is nothing to count. `cites`: what
    the days stand on here."""
    ahead = 0 if starts_on is None else working_days_between(calendar, received_on, starts_on)
    return Finding(
        starts_on is None or ahead >= days,
        "intake.asked_ahead",
        cites=cites,
        numbers={"ahead": max(ahead, 0), "days": days, "starts_on": starts_on},
    )


def may_approve(
    *,
    never: str,
    basis: Finding,
    money: Finding,
    paper_needed: bool,
    paper: str,
    cites: tuple[str, ...] = (),
) -> Findings:
    """What is off the list is only taken on with a basis, a word about the money, and, where the
    place asks for it, the admitting office's own paper. `cites`: by what it asks for one."""
    admitted = Finding(not paper_needed or bool(paper.strip()), "intake.admitted_by_paper", cites)
    return Findings((may_be_passed_on(never), basis, money, admitted))


def ground_holds(
    ground: str, *, never: str, basis: Finding, money: Finding, ahead: Finding
) -> Finding:
    """A refusal says only what is so: it does not claim that a basis is missing which was named.

    `ground`: `never`, `off_list`, `no_basis`, `no_money` or `too_late`.
    """
    so = {
        "never": bool(never),
        "off_list": True,
        "no_basis": not basis.holds,
        "no_money": not money.holds,
        "too_late": not ahead.holds,
    }
    return Finding(so[ground], "intake.ground_holds", cites=ARTICLE, numbers={"ground": ground})


def asks_here(kind: str, *, since: date, until: date | None, on: date) -> Finding:
    """Requests come from a department or the subdistrict office that is there on that day."""
    there = since <= on and (until is None or on < until)
    return Finding(kind in ASKING_KINDS and there, "intake.asks_here")


def minutes_possible(minutes: int, on: date, today: date) -> Finding:
    """From one minute to a hundred hours an entry, on a day that has come."""
    return Finding(
        1 <= minutes <= LONGEST_ENTRY and on <= today,
        "intake.minutes_possible",
        numbers={"minutes": minutes, "most": LONGEST_ENTRY, "on": on},
    )


def days_ordered(earlier: date, later: date | None) -> Finding:
    """A line ends after it began; what is due is due on or after the day it was asked for."""
    return Finding(
        later is None or earlier <= later,
        "intake.days_ordered",
        numbers={"earlier": earlier, "later": later},
    )


def sum_minutes(entries: Iterable[tuple[UUID, int]]) -> dict[UUID, int]:
    """Minutes by whoever asked for them; every minute is counted once."""
    sums: dict[UUID, int] = {}
    for body, minutes in entries:
        sums[body] = sums.get(body, 0) + minutes
    return sums
