"""Calling on somebody at home: planned for a day, then how it went. A no is respected."""

from datetime import date
from typing import Any

from django.db import IntegrityError

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.lib.calendar import local_day
from linli.lib.law import Refused, require
from linli.service.casework.actions.cases import holder_of, told_person
from linli.service.casework.actions.children import count_to_next_look
from linli.service.casework.models import CaseVisit
from linli.service.casework.queries.children import file_of
from linli.service.casework.queries.visits import no_more, planned_of
from linli.service.casework.rules import visits as rules
from linli.service.casework.rules.cases import still_open
from linli.service.casework.words import NEXT_STEP


@action("casework.plan_case_visit", needs="casework.tend")
def plan_case_visit(
    act: Act, case: Any, *, occasion: str, on: date, asked_again: bool = False
) -> CaseVisit:
    """Plans a visit. Who said not to come any more is not called on, until they ask themselves."""
    require(still_open(case.is_open))
    require(rules.known_occasion(occasion, case.declared.visits))
    require(rules.not_past(on, local_day(act.at)))
    require(rules.welcome(no_more(case), asked_again))
    require(rules.one_planned(planned_of(case) is not None))
    visit = CaseVisit(
        community_id=case.community_id,
        case=case,
        occasion=occasion,
        planned_on=on,
        account_id=act.by.account,
    )
    try:
        visit.save(force_insert=True)
    except IntegrityError as twin:
        raise Refused(rules.one_planned(True)) from twin
    act.about = told_person(case)
    days = (on - local_day(act.at)).days
    if days > 0:
        clocks.start(
            act,
            case,
            visit.clock,
            length=days,
            unit="fixed",
            title=in_both(NEXT_STEP),
            holder=holder_of(case),
            url_name="casework:case_visits",
            url_args={"community_code": case.community.code, "case_id": case.pk},
        )
    return visit


@action("casework.enter_case_visit", needs="casework.tend")
def enter_case_visit(
    act: Act, case: Any, *, visit: CaseVisit, outcome: str, words: str = ""
) -> CaseVisit:
    """How it went: met, nobody there, not this time, not any more, or called off."""
    visit = _locked(case, visit)
    require(still_open(case.is_open))
    assert outcome in rules.OUTCOMES, outcome
    require(rules.not_entered(visit.state))
    if outcome not in (rules.OFF, rules.REFUSED, rules.NO_MORE):
        require(rules.has_come(visit.planned_on, local_day(act.at)))
    visit.state, visit.words = outcome, words.strip()
    visit.entered_at, visit.account_id = act.at, act.by.account
    visit.save(update_fields=["state", "words", "entered_at", "account"])
    act.about = told_person(case)
    clocks.settle(act, case, visit.clock)
    file = file_of(case)
    if outcome == rules.DONE and file is not None:
        count_to_next_look(act, case, file)
    return visit


def _locked(case: Any, visit: CaseVisit) -> CaseVisit:
    """The visit as it is now: whoever entered it a moment ago is not written over."""
    rows = CaseVisit.objects.select_for_update().filter(community=case.community_id, case=case)
    row: CaseVisit = rows.get(pk=visit.pk)
    row.case = case
    return row
