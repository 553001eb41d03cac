"""After the decision: remedies, changes, reviews, what is reduced or stopped, and the end."""

from linli.core.audit.door import Act, action
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take
from linli.service.catalogue.applications import rules
from linli.service.catalogue.applications.actions.saying import say_about, tell_applicant
from linli.service.catalogue.applications.actions.telling import (
    Told,
    start_objected,
    start_remedies,
    start_review,
    take_told,
)
from linli.service.catalogue.applications.flows import APPLICATION
from linli.service.catalogue.applications.models import ApplicationHelp


@action("catalogue.write_objection", needs="catalogue.withdraw_application")
def write_objection(act: Act, row: ApplicationHelp, *, words: str) -> ApplicationHelp:
    """Keeps the draft of an objection, in the applicant's words, to be printed and signed."""
    row.objection = words.strip()
    row.save(update_fields=["objection"])
    say_about(act, row)
    return row


@action("catalogue.record_objection", needs="catalogue.handle_application")
def record_objection(
    act: Act, row: ApplicationHelp, *, told: Told, seen: int | None = None
) -> ApplicationHelp:
    """The applicant has objected; whoever looks into it has their own limit."""
    start_objected(take_told(act, row, "object", told, seen), row)
    return row


@action("catalogue.report_change", needs="catalogue.withdraw_application")
def report_change(
    act: Act, row: ApplicationHelp, *, words: str, seen: int | None = None
) -> ApplicationHelp:
    """The household tells of a change (SAL 46): kept for the form that goes to the office."""
    take(act, APPLICATION, row, "report_change", seen=seen)
    row.change = words.strip()
    row.save(update_fields=["change"])
    say_about(act, row)
    if row.handler_id and row.handler_id != act.by.account:
        act.tell("catalogue.application_change", account=row.handler_id)
    return row


@action("catalogue.record_review", needs="catalogue.handle_application")
def record_review(
    act: Act, row: ApplicationHelp, *, told: Told, seen: int | None = None
) -> ApplicationHelp:
    """The household was looked at again; the next review is due from that day."""
    then = take_told(act, row, "reviewed", told, seen)
    row.reviewed_on = told.on
    row.save(update_fields=["reviewed_on"])
    start_review(then, row)
    return row


@action("catalogue.record_hearing", needs="catalogue.handle_application")
def record_hearing(
    act: Act, row: ApplicationHelp, *, told: Told, seen: int | None = None
) -> ApplicationHelp:
    """The office means to reduce or stop the aid and hears the person first (SAL 48)."""
    take_told(act, row, "told_hearing", told, seen)
    row.heard_on = told.on
    row.save(update_fields=["heard_on"])
    return row


@action("catalogue.record_lowered", needs="catalogue.handle_application")
def record_lowered(
    act: Act, row: ApplicationHelp, *, told: Told, reasons: str, seen: int | None = None
) -> ApplicationHelp:
    """The office reduces or stops it, in writing, having heard the person; remedies are told."""
    require(rules.heard_before(row.heard_on, told.on))
    row.decided_on, row.decision_paper = told.on, told.paper.strip()
    row.reasons = reasons.strip()
    row.save(update_fields=["decided_on", "decision_paper", "reasons"])
    start_remedies(take_told(act, row, "told_lowered", told, seen, decides=True), row)
    return row


@action("catalogue.carry_on_application", needs="catalogue.handle_application")
def carry_on(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """Reduced, and drawn on with it."""
    take(act, APPLICATION, row, "carry_on", seen=seen)
    tell_applicant(act, row)
    return row


@action("catalogue.end_application", needs="catalogue.handle_application")
def end_application(act: Act, row: ApplicationHelp, *, seen: int | None = None) -> ApplicationHelp:
    """Nothing more is to be done; what is written of the person is cleared when its time is
    over."""
    take(act, APPLICATION, row, "end", seen=seen)
    row.closed_at = act.at
    row.save(update_fields=["closed_at"])
    tell_applicant(act, row)
    return row


@action("catalogue.record_visit", needs="catalogue.visit_for_review")
def record_visit(act: Act, row: ApplicationHelp, *, changed: bool) -> ApplicationHelp:
    """Two were at the door before a review is due: something has changed, or nothing. What it is,
    the household reports itself; the office reviews."""
    row.visited_on, row.visit_changed = local_day(act.at), changed
    row.save(update_fields=["visited_on", "visit_changed"])
    say_about(act, row)
    if row.handler_id and row.handler_id != act.by.account:
        act.tell("catalogue.application_visited", account=row.handler_id)
    return row
