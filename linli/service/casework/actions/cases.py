"""Opening a case and handing it: always in two hands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.people.keys import new_data_key
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.service.casework.actions.apart import hold_both_sides, require_apart
from linli.service.casework.kinds import Kind, kind_called
from linli.service.casework.models import Case, CaseHand, Look
from linli.service.casework.models.cases import index_of
from linli.service.casework.queries import cases as queries
from linli.service.casework.rules import cases as rules
from linli.service.casework.words import NEXT_STEP

NEXT = "case_next"


@action("casework.open_case", needs="casework.open_case")
def open_case(
    act: Act,
    community: Any,
    *,
    kind: str,
    second: Account,
    called: str = "",
    person: UUID | None = None,
    reason: str = "",
) -> Case:
    """Opens a case: who opens it leads it, and names who reviews and stands in."""
    declared = kind_called(kind)
    posts = [held.post for held in act.by.posts_over(community)]
    require(rules.may_open(declared, posts))
    assert act.by.account is not None
    return begin(
        act,
        community,
        declared,
        lead=act.by.account,
        second=second.pk,
        called=called,
        person=person,
        reason=reason,
    )


def begin(
    act: Act,
    community: Any,
    kind: Kind,
    *,
    lead: UUID,
    second: UUID,
    called: str = "",
    person: UUID | None = None,
    reason: str = "",
) -> Case:
    """The step of it, inside an act about the community: the case with its key and two handlers."""
    require(rules.two_hands(lead, second))
    require(rules.named_or_not(kind, called, person))
    fits = queries.may_handle(community, kind.handled_by, act.at)
    require(rules.may_be_handler(fits.filter(pk__in=[lead, second]).count() == 2))
    case = Case(
        community=community,
        kind=kind.key,
        key=new_data_key(),
        called=called.strip() or str(kind.title),
        person=str(person) if person else "",
        person_index=index_of(person) if person else None,
        reason=reason.strip(),
        opened_at=act.at,
        opened_by_id=act.by.account,
    )
    case.save(force_insert=True)
    for account, role in ((lead, CaseHand.LEAD), (second, CaseHand.SECOND)):
        _put_on(act, case, account, role)
    next_step(act, case)
    act.keep_closed()
    act.about = told_person(case)
    kind.happened(act, case, "opened")
    return case


@action("casework.add_handler", needs="casework.lead")
def add_handler(act: Act, case: Case, *, account: Account) -> CaseHand:
    """Lets another colleague take part; they can load the case from now on."""
    hold_both_sides(case)
    require(rules.still_open(case.is_open))
    _require_fit(act, case, account.pk)
    act.about = told_person(case)
    act.note(to=account.label)
    return _put_on(act, case, account.pk, CaseHand.MEMBER)


@action("casework.remove_handler", needs="casework.lead")
def remove_handler(act: Act, case: Case, *, handler: CaseHand) -> CaseHand:
    """Takes a colleague off; the lead and the second are replaced instead."""
    row = _locked(case, handler.account_id)
    require(rules.stays_in_two_hands(row.role))
    _take_off(row, act.at)
    act.about = told_person(case)
    return row


@action("casework.change_role", needs="casework.lead")
def change_role(act: Act, case: Case, *, role: str, account: Account) -> CaseHand:
    """Puts somebody else in the place of the lead or the second, with the clocks. Who led it
    before is off the case; who took part in it moves up."""
    hold_both_sides(case)
    require(rules.still_open(case.is_open))
    assert role in (CaseHand.LEAD, CaseHand.SECOND), role
    now = {row.role: row for row in _all_locked(case) if row.role != CaseHand.MEMBER}
    other = CaseHand.SECOND if role == CaseHand.LEAD else CaseHand.LEAD
    require(rules.two_hands(account.pk, now[other].account_id))
    _require_fit(act, case, account.pk, moves_up=True)
    for row in _all_locked(case):
        if row.role == role or row.account_id == account.pk:
            _take_off(row, act.at)
    row = _put_on(act, case, account.pk, role)
    hand_clocks(act, case)
    act.about = told_person(case)
    act.note(to=account.label)
    return row


@action("casework.take_over", needs="casework.keep")
def take_over(act: Act, case: Case, *, lead: Account, second: Account, reason: str) -> Case:
    """The keeper gives a case whose handlers have all left into two new hands: only such a case,
    and without reading a word of it."""
    hold_both_sides(case)
    orphan = queries.orphans_for(act.by, case.community, act.at)
    if case.pk not in {row.pk for row in orphan}:
        raise Refused(Finding(False, "casework.handlers_left"))
    require(rules.said_enough(reason))
    require(rules.two_hands(lead.pk, second.pk))
    fits = queries.may_handle(case.community, case.declared.handled_by, act.at)
    require(rules.may_be_handler(fits.filter(pk__in=[lead.pk, second.pk]).count() == 2))
    for row in _all_locked(case):
        _take_off(row, act.at)
    for account, role in ((lead, CaseHand.LEAD), (second, CaseHand.SECOND)):
        _put_on(act, case, account.pk, role, beyond=True)
    hand_clocks(act, case)
    act.about = told_person(case)
    Look(
        community_id=case.community_id,
        case=case,
        purpose=Look.TAKEN_OVER,
        words=reason.strip(),
        at=act.at,
        by_id=act.by.account,
    ).save(force_insert=True)
    return case


def next_step(act: Act, case: Case) -> None:
    """Starts anew the clock of the next step, where the kind has one: each sheet is a step."""
    rule = case.declared.first_step_within
    if not rule:
        return
    clocks.settle(act, case, NEXT)
    on = local_day(act.at)
    clocks.start(
        act,
        case,
        NEXT,
        length=number_laid_down(rule, case.community, on),
        unit=laid_down(rule, case.community, on).unit,
        title=in_both(NEXT_STEP),
        holder=holder_of(case),
        rule=rule,
        url_name="casework:case",
        url_args={"community_code": case.community.code, "case_id": case.pk},
    )


def holder_of(case: Case) -> Holder:
    """Who holds the clocks of a case: the lead, and beside them the second. For a subject's own
    clocks as well."""
    rows = {row.role: row.account_id for row in queries.handlers_of(case)}
    return Holder(account=rows.get(CaseHand.LEAD), second=rows.get(CaseHand.SECOND))


def hand_clocks(act: Act, case: Case) -> None:
    """Gives the open clocks of a case to its present lead and second."""
    clocks.hand_over(act, case, holder_of(case))
    case.declared.happened(act, case, "handed")


def told_person(case: Case) -> UUID | None:
    """Whom the closed book tells of an act on a case: the person, where her kind may be told."""
    return case.person_id if case.declared.told_to_person else None


def tell_others(act: Act, case: Case, kind: str) -> None:
    """Lets the other handlers know (they read only that there is something)."""
    for row in queries.handlers_of(case):
        if row.account_id != act.by.account:
            act.tell(kind, account=row.account_id)


def _require_fit(act: Act, case: Case, account: UUID, *, moves_up: bool = False) -> None:
    fits = queries.may_handle(case.community, case.declared.handled_by, act.at)
    require(rules.may_be_handler(fits.filter(pk=account).exists()))
    known = any(row.account_id == account for row in _all_locked(case))
    if not moves_up:
        require(rules.not_yet_handler(known))


def _put_on(act: Act, case: Case, account: UUID, role: str, *, beyond: bool = False) -> CaseHand:
    require_apart(case, account, beyond=beyond)
    try:
        row = CaseHand.objects.create(
            community_id=case.community_id, case=case, account_id=account, role=role, since=act.at
        )
    except IntegrityError as twin:
        raise Refused(rules.not_yet_handler(True)) from twin
    if account != act.by.account:
        act.tell("casework.you_handle", account=account, code=str(case.pk))
    return row


def _take_off(row: CaseHand, at: datetime) -> None:
    row.until = max(at, row.since)
    row.save(update_fields=["until"])


def _all_locked(case: Case) -> list[CaseHand]:
    return list(
        CaseHand.objects.select_for_update()
        .filter(community=case.community_id, case=case, until__isnull=True)
        .order_by("id")
    )


def _locked(case: Case, account: Any) -> CaseHand:
    found = next((row for row in _all_locked(case) if row.account_id == account), None)
    if found is None:
        raise Refused(Finding(False, "casework.fit_handler"))
    return found
