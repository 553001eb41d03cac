"""What is asked when somebody is helped to apply. Plain values in, findings out."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from linli.lib.calendar import (
    Running,
    Unit,
    WorkCalendar,
    corresponding_day,
)
from linli.lib.law import Finding, Parameter

ONE_HOUR = timedelta(hours=1)


def may_help(is_self: bool, mandated: bool, at_desk: bool, consented: bool) -> Finding:
    """An application is made by the person, by whoever holds their written mandate, or at the
    desk with their consent; never without them (SAL 37)."""
    stands = is_self or mandated or at_desk
    return Finding(stands and consented, "catalogue.application_wanted",
                   cites=("social_assistance.37",),
                   numbers={"mandated": stands, "consented": consented})  # fmt: skip


def not_kin(handler: object, kin: Collection[object], same_home: bool) -> Finding:
    """Nobody handles the application of a relative or of their own household."""
    return Finding(handler not in kin and not same_home, "catalogue.application_not_kin")


def in_turn(earlier: int, urgent: bool, reason: str) -> Finding:
    """Who came first is served first; an emergency goes before, anything else needs a reason that
    is written down."""
    return Finding(
        earlier == 0 or urgent or bool(reason.strip()),
        "catalogue.application_in_turn",
        numbers={"earlier": earlier},
    )


def may_be_asked(asked: Sequence[str], papers: Collection[str], found: Collection[str]) -> Finding:
    """Only papers of the scheme's own list, the same for everybody, and none the checking system
    can find (SAL 40, 62)."""
    wrong = [key for key in asked if key not in papers]
    return Finding(
        bool(asked) and not wrong,
        "catalogue.papers_may_be_asked",
        cites=("social_assistance.40", "social_assistance.62"),
        numbers={"asked": len(asked), "found": sum(key in found for key in wrong)},
    )


def told_at_once(
    told_before: bool, on_first: Collection[str], asked: Sequence[str],
    paper: str, asked_on: date | None, today: date,
) -> Finding:  # fmt: skip
    """All that is missing is told at once. A second list only where the deciding office asked in
    writing, on a paper that has come."""
    written = bool(paper.strip()) and asked_on is not None and asked_on <= today
    further = [key for key in asked if key not in on_first]
    return Finding(
        not told_before or written,
        "catalogue.papers_told_once",
        cites=("social_assistance.40",),
        numbers={"further": len(further)},
    )


def complete(must: Collection[str], handed: Collection[str]) -> Finding:
    """Every paper of the list is there."""
    missing = [key for key in must if key not in handed]
    return Finding(not missing, "catalogue.papers_complete", numbers={"missing": len(missing)})


def may_forward(papers: Finding, *, urgent: bool, insists: bool) -> Finding:
    """Incomplete papers bar nobody: an emergency goes first, and whoever wants theirs handed on as
    it is has it handed on."""
    return Finding(
        papers.holds or urgent or insists,
        "catalogue.application_may_be_forwarded",
        cites=("social_assistance.5",),
        numbers=dict(papers.numbers),
    )


def only_needed(
    fields: Collection[str], allowed: Collection[str], purpose: str, consent: str
) -> Finding:
    """What goes to the office: for a purpose, with consent, and nothing the scheme does not
    need (PIPL 6, 23)."""
    more = [key for key in fields if key not in allowed]
    return Finding(
        bool(purpose.strip()) and bool(consent) and not more,
        "catalogue.forwarded_with_consent",
        cites=("pipl.6", "pipl.23"),
        numbers={"purpose": bool(purpose.strip()), "consent": bool(consent), "more": len(more)},
    )


def kin_asked(kin: str) -> Finding:
    """Whether the applicant is related to staff or members of the committee has been asked, so
    that it can be registered apart and the county can visit."""
    return Finding(kin in ("yes", "no"), "catalogue.kin_asked", cites=("social_assistance.43",))


def county_visited(kin: str, visited_on: date | None) -> Finding:
    """Where the applicant is related to staff, the county has visited the home itself."""
    return Finding(
        kin != "yes" or visited_on is not None,
        "catalogue.county_visited",
        cites=("social_assistance.43",),
        numbers={"visited_on": visited_on},
    )


def told_in_order(on: date, latest: date, today: date) -> Finding:
    """What the office told is dated: not before what it told last, not after today."""
    return Finding(
        latest <= on <= today,
        "catalogue.told_in_order",
        numbers={"earliest": latest, "today": today},
    )


def told_by_office(office: str, who: str, paper: str, *, decides: bool) -> Finding:
    """A status is somebody's word: the office and who there said it; a decision is a paper."""
    named = bool(office.strip()) and bool(paper.strip() if decides else who.strip() or paper)
    return Finding(
        named,
        "catalogue.decision_on_paper" if decides else "catalogue.told_by_somebody",
        cites=("social_assistance.5", "social_assistance.44"),
    )


def longer_by(limit: Parameter | None, special: Parameter | None) -> int:
    """By how many units the limit is prolonged in special cases; 0 where the place whose limit
    holds names none. Another place's longer limit does not lengthen this one's."""
    if limit is None or special is None or limit.unit != special.unit:
        return 0
    if limit.jurisdiction != special.jurisdiction:
        return 0
    return max(0, int(special.value) - int(limit.value))


def prolonged_once(extended_by: int, longer: int, place_names_one: bool) -> Finding:
    """Prolonged once, and only where the place's own rule says by how much."""
    return Finding(
        place_names_one and longer > 0 and extended_by == 0,
        "catalogue.prolonged_once",
        cites=("social_assistance.44",),
        numbers={"longer_by": longer, "used": extended_by},
    )


def notice_over(up_on: date, days: int, on: date) -> Finding:
    """The notice was up for its days: the day it went up is not counted, the last one is
    (CC 201), and nothing is decided before it is over."""
    last = up_on + timedelta(days=days)
    return Finding(
        on > last,
        "catalogue.notice_over",
        cites=("civil_code.201", "social_assistance.45"),
        numbers={"last_day": last, "days": days},
    )


def decided_by(
    accepted_on: date,
    length: int,
    calendar: WorkCalendar,
    *,
    notice_up: date | None = None,
    notice_days: int = 0,
    outside: bool = False,
    extended_by: int = 0,
) -> date | None:
    """The last day for a decision counted in working days from acceptance; where the notice stands
    outside the count, its days are left out."""
    running = Running(accepted_on, length, Unit.WORKING_DAYS, (), extended_by)
    if outside and notice_up is not None:
        running = running.pause(notice_up).resume(notice_up + timedelta(days=notice_days + 1))
    return running.due_on(calendar)


def review_due(granted_on: date, months: int) -> date:
    """The day by which the household is looked at again."""
    return corresponding_day(granted_on, months)


def lease_ahead(on: date, until: date) -> Finding:
    """A contract ends after the day on which it was told."""
    return Finding(until > on, "catalogue.lease_ahead", numbers={"until": until})


def renewal_by(until: date, months: int) -> date:
    """The day by which the renewal of a contract is asked for."""
    return corresponding_day(until, -months)


def within_the_hour(opened_at: datetime, at: datetime, hours: int) -> Finding:
    """An emergency was forwarded within so many hours (以内: the last minute included)."""
    return Finding(
        at - opened_at <= hours * ONE_HOUR,
        "catalogue.forwarded_within_the_hour",
        numbers={"hours": hours, "by": opened_at + hours * ONE_HOUR},
    )


def heard_before(heard_on: date | None, decided_on: date) -> Finding:
    """Before aid is reduced or stopped the person is heard, not on the day after (SAL 48)."""
    return Finding(
        heard_on is not None and heard_on <= decided_on,
        "catalogue.heard_before",
        cites=("social_assistance.48",),
        numbers={"heard_on": heard_on},
    )


def noted_with_ground(ground: str, next_step: str) -> Finding:
    """A worker's own note on somebody has a ground and a next step (SAL 39)."""
    return Finding(
        bool(ground.strip()) and bool(next_step.strip()),
        "catalogue.noted_with_ground",
        cites=("social_assistance.39", "pipl.6"),
    )
