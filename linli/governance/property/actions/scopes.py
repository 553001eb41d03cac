"""Owners of one building are asked: about a lift, or about a home used for business."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.held import locked
from linli.governance.property import law, rules
from linli.governance.property.actions.estates import WORKER
from linli.governance.property.actions.saying import fresh, said, told
from linli.governance.property.models import (
    Estate,
    Owner,
    Ownership,
    ScopeCase,
    ScopeEvent,
    ScopeHousehold,
)
from linli.governance.property.queries.scopes import (
    KEPT,
    counted,
    units_asked,
    units_without_place,
)
from linli.governance.property.sentences.clocks import POSTED_TITLE
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require

POSTED = "property_posted"
ANSWERABLE = ("consulting", "posted")


@action("property.open_scope", needs="property.keep")
def open_scope(
    act: Act, estate: Estate, *, kind: str, place: Any, title: str, about: str, costs: str = ""
) -> ScopeCase:
    """Begins to ask: who is asked are the owners, today, of the units in that building or
    entrance, each unit with its area in the roster. Nobody is left out because the roster does not
    say where a unit lies. Owners who have an account are told."""
    today = local_day(act.at)
    require(Finding(place.community_id == estate.community_id, "property.place_here"))
    require(rules.scopes.whole_building(kind, place.kind))
    require(rules.scopes.units_placed(units_without_place(estate, place, kind, today)))
    units = units_asked(estate, place, kind, today)
    owned = {
        row.unit_id: row.owner_id
        for row in Ownership.objects.filter(
            community=estate.community_id, unit__in=units, until__isnull=True
        )
    }
    require(Finding(bool(units) and len(owned) == len(units), "property.owners_known"))
    case = ScopeCase(
        community_id=estate.community_id, estate=estate, kind=kind, place=place,
        title=told(title, estate.community_id), about=told(about, estate.community_id),
        costs=told(costs, estate.community_id), law_on=today, stage_since=today,
        asked=len(units),
    )  # fmt: skip
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        require(Finding(False, "property.lift_once"))
    ScopeHousehold.objects.bulk_create(
        ScopeHousehold(
            community_id=estate.community_id, case=case, unit=unit, owner_id=owned[unit.pk],
            area=unit.area,
        )
        for unit in units
    )  # fmt: skip
    _write(case, "stage", today, "", "consulting")
    act.note(estate=estate.name, kind=in_both(dict(ScopeCase.KINDS)[kind]), households=len(units))
    for person in _persons(estate, set(owned.values())):
        act.tell("property.scope_opened", person=person, title=case.title, case=case.pk)
    return case


@action("property.answer_scope", needs="property.answer")
def answer_scope(
    act: Act, household: ScopeHousehold, *, answer: str, seen: int | None = None
) -> ScopeHousehold:
    """The household's own answer; it may change it while it is still asked. The book does not say
    who answered or what."""
    act.leave_out_who()
    return _answer(act, household, answer, seen, on_paper=False)


@action("property.enter_answer", needs="property.keep")
def enter_answer(
    act: Act, household: ScopeHousehold, *, answer: str, seen: int | None = None
) -> ScopeHousehold:
    """The same from a signed paper that was brought to the desk, of a household that has not
    answered yet: what an owner said themselves is never written over."""
    act.leave_out_who()
    return _answer(act, household, answer, seen, on_paper=True)


@action("property.correct_answer", needs="property.keep")
def correct_answer(
    act: Act, household: ScopeHousehold, *, answer: str, seen: int | None = None
) -> ScopeHousehold:
    """Another signed paper came of a household that answered on paper, or the first was entered
    wrongly; while it is still asked. The owner, where they have an account, is told; the book says
    who corrected it, not what it says."""
    found = locked(household)
    require(Finding(found.on_paper and bool(found.answer), "property.came_on_paper"))
    found = _answer(act, household, answer, seen, on_paper=True, again=True)
    act.note(title=found.case.title)
    if found.owner.person_id is not None:
        act.tell("property.answer_corrected", person=found.owner.person_id, title=found.case.title)
    return found


@action("property.note_talk", needs="property.keep")
def note_talk(act: Act, case: ScopeCase, *, kind: str, on: date, words: str) -> ScopeEvent:
    """A talk with those who object, or a mediation: what was spoken of, without saying of whom."""
    require(rules.contracts.notice_not_ahead(on, local_day(act.at)))
    require(said(words))
    require(Finding(kind in ("talk", "mediation"), "property.stage_follows"))
    act.note(title=case.title)
    return _write(case, kind, on, told(words, case.community_id))


@action("property.advance_scope", needs="property.keep")
def advance_scope(
    act: Act, case: ScopeCase, *, to: str, on: date, words: str = "", seen: int | None = None
) -> ScopeCase:
    """The next step. To be agreed, the plan was posted its days, objections were talked over, and
    those who must agree have agreed."""
    today = local_day(act.at)
    require(rules.contracts.notice_not_ahead(on, today))
    case = fresh(case, seen)
    require(rules.scopes.follows(case.stage, to))
    require(Finding(on >= case.stage_since, "property.due_after"))
    if to == "agreed":
        _require_agreed(case, on)
    case.stage, case.stage_since, case.version = to, on, case.version + 1
    if to == "posted":
        _post(act, case, on)
    else:
        clocks.settle(act, case, POSTED)
    case.save(update_fields=["stage", "stage_since", "post_until", "version"])
    _write(case, "stage", on, told(words, case.community_id), to)
    act.note(title=case.title, stage=in_both(dict(ScopeCase.STAGES)[to]))
    return case


@action("property.forget_answers", needs="property.follow_clock")
def forget_answers(act: Act, case: ScopeCase) -> ScopeCase:
    """A year after a case is over goes who was asked and what each answered; that so many units
    were asked, and what became of it, stays."""
    case = locked(case)
    over = case.stage in ("accepted", "dropped") and case.stage_since + KEPT < local_day(act.at)
    require(Finding(over, "property.day_has_come"))
    gone = case.households.filter(community=case.community_id)
    act.note(title=case.title, count=gone.count())
    gone.delete()
    return case


def findings_of(case: ScopeCase) -> list[Finding]:
    """Whether those who must agree have agreed, by the law of the day it began."""
    found = counted(case)
    if case.kind == "business":
        return [rules.scopes.unanimous(found)]
    part = law.share("lift_takes_part", case.community, case.law_on)
    agree = law.share("lift_agrees", case.community, case.law_on)
    return [rules.scopes.takes_part(found, part), rules.scopes.agrees(found, agree)]


def enough_of(case: ScopeCase) -> Finding:
    """The same in one, in no figures."""
    return rules.scopes.enough(findings_of(case))


def _persons(estate: Estate, owners: set[Any]) -> list[Any]:
    """Whoever of the register these owners are, each once."""
    rows = Owner.objects.filter(community=estate.community_id, pk__in=owners, person__isnull=False)
    return list(rows.order_by("person").values_list("person", flat=True).distinct())


def _answer(
    act: Act, household: ScopeHousehold, answer: str, seen: int | None, *, on_paper: bool,
    again: bool = False,
) -> ScopeHousehold:  # fmt: skip
    case = locked(household.case)
    require(Finding(case.stage in ANSWERABLE, "property.still_asked"))
    household = fresh(household, seen)
    require(Finding(not on_paper or again or not household.answer, "property.answered_already"))
    require(Finding(answer in ("agree", "object"), "property.said"))
    household.answer, household.answered_at, household.on_paper = answer, act.at, on_paper
    household.version += 1
    household.save(update_fields=["answer", "answered_at", "on_paper", "version"])
    return household


def _require_agreed(case: ScopeCase, on: date) -> None:
    require(Finding(case.post_until is not None and on > case.post_until, "property.posted_long"))
    require(enough_of(case))
    talks = case.events.filter(kind__in=("talk", "mediation")).count()
    require(rules.scopes.objections_talked(counted(case).objecting, talks))


def _post(act: Act, case: ScopeCase, on: date) -> None:
    days = law.number("lift_posted", case.community, case.law_on)
    case.post_until = date.fromordinal(on.toordinal() + days)
    clocks.start(
        act, case, POSTED, length=max((case.post_until - local_day(act.at)).days, 1), unit="days",
        title=in_both(POSTED_TITLE), holder=WORKER, weekend_rolls=False,
        url_name="property:scope_desk", url_args={"case_id": case.pk}, rule="property.lift_posted",
    )  # fmt: skip


def _write(case: ScopeCase, kind: str, on: date, words: str, stage: str = "") -> ScopeEvent:
    row: ScopeEvent = ScopeEvent.objects.create(
        community_id=case.community_id, case=case, kind=kind, on=on, words=words, stage=stage
    )
    return row
