"""What the deciding office told, as it told it: each with its day, and who there said it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.queries import clocks_of
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.service.catalogue.applications import rules
from linli.service.catalogue.applications.actions.saying import tell_applicant
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.limits import (
    at_end_of,
    longer_here,
    on_day,
    start_clock,
    start_laid_down,
    start_limits,
)
from linli.service.catalogue.applications.models import ApplicationHelp, ToldByOffice
from linli.service.catalogue.applications.paths import COMPLAINT, OBJECTION, RECONSIDERATION
from linli.service.catalogue.models.assistance import AssistanceNotice


@dataclass(frozen=True)
class Told:
    """Somebody's word: on which day, who at the office, on which paper (if any)."""

    on: date
    who: str = ""
    paper: str = ""


PLAIN = {
    "told_investigated",
    "told_opinion",
    "told_county_visit",
    "told_appointed",
    "told_kept",
    "told_refusing",
}
"""What is recorded as told and starts nothing but what follows from it."""


@action("catalogue.record_told", needs="catalogue.handle_application")
def record_told(
    act: Act, row: ApplicationHelp, *, move: str, told: Told, seen: int | None = None
) -> ApplicationHelp:
    """Records a status as the office told it."""
    if move not in PLAIN:
        raise ValueError(f"{move} is recorded by an act of its own")
    then = take_told(act, row, move, told, seen)
    if move == "told_county_visit":
        row.county_visited_on = told.on
        row.save(update_fields=["county_visited_on"])
    if move == "told_refusing":
        start_limits(then, row, "refusal")
    return row


@action("catalogue.record_accepted", needs="catalogue.handle_application")
def record_accepted(
    act: Act, row: ApplicationHelp, *, told: Told, seen: int | None = None
) -> ApplicationHelp:
    """The office says it has accepted: its limits run from the day it names."""
    then = take_told(act, row, "told_accepted", told, seen)
    row.accepted_on = told.on
    row.save(update_fields=["accepted_on"])
    runs = {clock.name for clock in clocks_of(row, "decide")}
    limits = [name for name in ("investigate", "opinion", "decide") if name not in runs]
    started = start_limits(then, row, *limits)
    if "decide" not in started | runs:
        start_laid_down(then, row, "ask", "ask_after")
    return row


@action("catalogue.record_longer", needs="catalogue.handle_application")
def record_longer(
    act: Act, row: ApplicationHelp, *, told: Told, reason: str, seen: int | None = None
) -> ApplicationHelp:
    """The office prolongs its limit: once, and by what the place's own rule allows."""
    accepted = row.accepted_on or told.on
    longer = longer_here(row, accepted)
    clock = next(iter(clocks_of(row, "decide")), None)
    used = clock.extended_by if clock else 0
    require(rules.prolonged_once(used, longer, longer > 0))
    take_told(act, row, "told_longer", told, seen, reason=reason, longer_by=longer)
    return row


@action("catalogue.record_notice", needs="catalogue.handle_application")
def record_notice(
    act: Act, row: ApplicationHelp, *, notice: AssistanceNotice, seen: int | None = None
) -> ApplicationHelp:
    """The prescribed notice is up: which one is kept here, and nothing of the application there.
    Where the place counts so, the decision's clock stands still while it is up."""
    posting = notice.posting
    assert posting is not None, "only posted notices are offered"
    up_on = local_day(posting.posted_at) if posting.posted_at else local_day(act.at)
    told = Told(max(up_on, row.accepted_on or up_on), paper=notice.paper)
    then = take_told(act, row, "notice_up", told, seen)
    row.notice, row.notice_up_on = notice, told.on
    row.save(update_fields=["notice", "notice_up_on"])
    days = laid_down(row.path.notice_days, row.community, told.on)
    start_clock(then, row, "notice", replace(days, unit="fixed"), quiet=True)
    outside = laid_down("assistance.notice_outside_count", row.community, told.on)
    if outside.value:
        clocks.pause(then, row, "decide", reason="公示期不计入办理期限")
    return row


@action("catalogue.end_application_notice", needs="catalogue.end_application_notice")
def end_notice(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """The notice was up for its days. What the office has left runs on from the day after its
    last, whenever somebody looks."""
    up_on = row.notice_up_on or local_day(act.at)
    days = number_laid_down(row.path.notice_days, row.community, up_on)
    require(rules.notice_over(up_on, days, local_day(act.at)))
    last = up_on + timedelta(days=days)
    clocks.settle(at_end_of(act, last), row, "notice")
    then = on_day(act, last + timedelta(days=1), row.state_since)
    take(then, APPLICATION, row, "notice_down", seen=seen)
    tell_applicant(act, row)
    return row


@action("catalogue.record_queued", needs="catalogue.handle_application")
def record_queued(
    act: Act, row: ApplicationHelp, *, told: Told, number: int | None = None,
    seen: int | None = None,
) -> ApplicationHelp:  # fmt: skip
    """How it stands in the queue for a home, as the authority told it: with its number in the
    queue, where it said one."""
    take_told(act, row, "told_queued", told, seen)
    row.told.filter(community_id=row.community_id, version=row.version).update(number=number)
    return row


@action("catalogue.record_housed", needs="catalogue.handle_application")
def record_housed(
    act: Act, row: ApplicationHelp, *, told: Told, until: date, seen: int | None = None
) -> ApplicationHelp:
    """A home was given, or the subsidy, until the last day of its contract: the clock of asking
    for it again ends so many months before."""
    require(rules.lease_ahead(told.on, until))
    then = take_told(act, row, "told_housed", told, seen)
    row.told.filter(community_id=row.community_id, version=row.version).update(until=until)
    months = laid_down("reminders.rental_ask_before", row.community, told.on)
    days = (rules.renewal_by(until, int(months.value)) - told.on).days
    start_clock(then, row, "renew", replace(months, value=max(days, 1), unit="fixed"))
    return row


@action("catalogue.record_granted", needs="catalogue.handle_application")
def record_granted(
    act: Act,
    row: ApplicationHelp,
    *,
    told: Told,
    reviewed_every: int | None = None,
    seen: int | None = None,
) -> ApplicationHelp:
    """The office says it gives the aid. How much is not asked. When it is looked at again is a
    clock; of legal aid, when somebody is appointed."""
    row.decided_on, row.decision_paper = told.on, told.paper.strip()
    row.reviewed_every = reviewed_every if row.path.reviewed else None
    row.save(update_fields=["decided_on", "decision_paper", "reviewed_every"])
    then = take_told(act, row, "told_granted", told, seen, decides=True)
    start_limits(then, row, "appoint")
    start_review(then, row)
    return row


@action("catalogue.record_refused", needs="catalogue.handle_application")
def record_refused(
    act: Act, row: ApplicationHelp, *, told: Told, reasons: str, seen: int | None = None
) -> ApplicationHelp:
    """The office refuses, in writing: its reasons are kept sealed as it wrote them, and what can
    be done against it is told with its last days."""
    reconsidered = row.state == "objected"
    row.decided_on, row.decision_paper = told.on, told.paper.strip()
    row.reasons = reasons.strip()
    row.save(update_fields=["decided_on", "decision_paper", "reasons"])
    then = take_told(act, row, "told_refused", told, seen, decides=True)
    start_remedies(then, row, reconsidered=reconsidered)
    return row


def start_remedies(act: Act, row: ApplicationHelp, *, reconsidered: bool = False) -> None:
    """The clocks of what stands open after a decision, from the day it was received. Who asked for
    reconsideration already has the court left, and less time for it."""
    if row.path.remedy == RECONSIDERATION and reconsidered:
        start_laid_down(act, row, "sue", "sue_after_reconsideration")
    elif row.path.remedy == RECONSIDERATION:
        start_laid_down(act, row, "reconsider", "reconsider_within")
        start_laid_down(act, row, "sue", "sue_within")


def start_objected(act: Act, row: ApplicationHelp) -> None:
    """The clock of whoever looks into the objection."""
    if row.path.remedy == OBJECTION:
        within = laid_down("legal_aid.object_within", row.community, local_day(act.at))
        start_clock(act, row, "objected", within)
    elif row.path.remedy != COMPLAINT:
        start_laid_down(act, row, "objected", "reconsidered_within")


def start_review(act: Act, row: ApplicationHelp) -> None:
    """The clock to the next review, where the scheme has one."""
    if not row.reviewed_every:
        return
    name = "review_months" if row.reviewed_every >= 12 else "review_months_irregular"
    start_laid_down(act, row, "review", name)


def take_told(
    act: Act,
    row: ApplicationHelp,
    move: str,
    told: Told,
    seen: int | None,
    *,
    decides: bool = False,
    **inputs: Any,
) -> Act:
    """Takes a move on the day the office named, and keeps who said so. Gives that day's act."""
    today = local_day(act.at)
    latest = max(latest_told(row), local_day(row.state_since))
    require(rules.told_in_order(told.on, latest, today))
    require(rules.told_by_office(row.office, told.who, told.paper, decides=decides))
    then = on_day(act, told.on, row.state_since)
    take(then, APPLICATION, row, move, seen=seen, **inputs)
    ToldByOffice.objects.create(
        community=row.community,
        help=row,
        version=row.version,
        move=move,
        on=told.on,
        office=row.office,
        who=told.who.strip(),
        paper=told.paper.strip(),
        recorded_by_id=act.by.account,
        recorded_at=act.at,
    )
    tell_applicant(act, row)
    return then


def latest_told(row: ApplicationHelp) -> date:
    """The day of what the office told last; that of the forwarding where it told nothing yet."""
    told = row.told.filter(community_id=row.community_id).order_by("-on").first()
    first = row.forwarded_at or row.opened_at
    return max(told.on, local_day(first)) if told else local_day(first)
