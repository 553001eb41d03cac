"""Ways to one's right: noted with their last days, handed in, answered."""

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.queries import work_calendar
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import NotInForce, Parameter, Refused, require
from linli.service.casework.actions.cases import holder_of, told_person
from linli.service.casework.models import Referral, RightsRoute
from linli.service.casework.queries.rights import routes_of
from linli.service.casework.routes import BY_KEY
from linli.service.casework.rules import rights as rules
from linli.service.casework.rules.cases import still_open
from linli.service.casework.rules.visits import not_past
from linli.service.casework.words import NEXT_STEP


@action("casework.note_route", needs="casework.tend")
def note_route(
    act: Act, case: Any, *, route: str, since: date | None = None, next_step: str = ""
) -> RightsRoute:
    """Notes a way she may go, with its last day, counted from the day the law counts from; some
    days before the last one its handlers are reminded. Without a last day, it is since today."""
    require(still_open(case.is_open))
    if since is None:
        assert not BY_KEY[route].asked_within  # the form asks for it
        since = local_day(act.at)
    require(rules.counted_from_past(since, local_day(act.at)))
    require(rules.one_at_a_time(_walked(case, route)))
    row = RightsRoute(
        community_id=case.community_id,
        case=case,
        route=route,
        since=since,
        last_day=_last_day(case.community, BY_KEY[route].asked_within, since, local_day(act.at)),
        next_step=next_step.strip(),
    )
    try:
        row.save(force_insert=True)
    except IntegrityError as twin:
        raise Refused(rules.one_at_a_time(True)) from twin
    act.about = told_person(case)
    if row.last_day is not None:
        _count_to(act, row, row.last_day, BY_KEY[route].asked_within)
    return row


@action("casework.take_route", needs="casework.tend")
def take_route(
    act: Act,
    case: Any,
    *,
    row: RightsRoute,
    to: str,
    on: date,
    referral: Referral | None = None,
) -> RightsRoute:
    """It was handed in: by herself, or by the house on a referral. From then the office's time."""
    row = _locked(case, row)
    require(still_open(case.is_open))
    require(rules.still_walked(row.ended_on is not None))
    require(rules.not_taken_yet(row.taken_on is not None))
    require(rules.counted_from_past(on, local_day(act.at)))
    rule = row.declared.answered_within
    row.taken_on, row.taken_to, row.referral = on, to.strip(), referral
    row.answer_by = _last_day(case.community, rule, on, local_day(act.at))
    row.save(update_fields=["taken_on", "taken_to", "referral", "answer_by"])
    act.about = told_person(case)
    clocks.settle(act, case, *row.clocks)
    if row.answer_by is not None:
        _start(act, row, row.clocks[2], row.answer_by, rule)
    return row


@action("casework.end_route", needs="casework.tend")
def end_route(
    act: Act, case: Any, *, row: RightsRoute, outcome: str, answer: str = ""
) -> RightsRoute:
    """There is an answer, it was refused, or she does not go this way."""
    row = _locked(case, row)
    require(still_open(case.is_open))
    require(rules.still_walked(row.ended_on is not None))
    row.ended_on, row.outcome, row.answer = local_day(act.at), outcome, answer.strip()
    row.save(update_fields=["ended_on", "outcome", "answer"])
    act.about = told_person(case)
    clocks.settle(act, case, *row.clocks)
    return row


@action("casework.ask_route_again", needs="casework.tend")
def ask_route_again(act: Act, case: Any, *, row: RightsRoute, on: date) -> RightsRoute:
    """The office has not answered: it is asked again on another day."""
    row = _locked(case, row)
    require(still_open(case.is_open))
    require(rules.still_walked(row.ended_on is not None))
    require(rules.taken_first(row.taken_on is not None))
    require(not_past(on, local_day(act.at)))
    row.answer_by = on
    row.save(update_fields=["answer_by"])
    act.about = told_person(case)
    clocks.settle(act, case, *row.clocks)
    _start(act, row, row.clocks[2], on, "")
    return row


def _walked(case: Any, route: str) -> bool:
    return any(row.route == route and row.ended_on is None for row in routes_of(case))


def _locked(case: Any, row: RightsRoute) -> RightsRoute:
    """The way as it is now: what another noted a moment ago is not written over."""
    rows = RightsRoute.objects.select_for_update().filter(community=case.community_id, case=case)
    found: RightsRoute = rows.get(pk=row.pk)
    found.case = case
    return found


def _last_day(community: Any, rule: str, since: date, today: date) -> date | None:
    if not rule:
        return None
    held = _held_then(rule, community, since, today)
    return rules.last_day(
        since,
        int(held.value),
        str(held.unit),
        work_calendar(community.pk),
        weekend_rolls=bool(_held_then("calendar.weekend_rolls", community, since, today).value),
    )


def _held_then(rule: str, community: Any, since: date, today: date) -> Parameter:
    """What held on the day the time runs from; what holds today where no row reaches so far back:
    the last day is then told by it, and the office says whether it is too late."""
    try:
        return laid_down(rule, community, since)
    except NotInForce:
        return laid_down(rule, community, today)


def _count_to(act: Act, row: RightsRoute, last: date, rule: str) -> None:
    warned = number_laid_down("rights.warned", row.community, local_day(act.at))
    _start(act, row, row.clocks[0], last - timedelta(days=warned), "rights.warned")
    _start(act, row, row.clocks[1], last, rule)


def _start(act: Act, row: RightsRoute, name: str, on: date, rule: str) -> None:
    days = (on - local_day(act.at)).days
    if days < 1:
        return
    clocks.start(
        act,
        row.case,
        name,
        length=days,
        unit="fixed",
        title=in_both(NEXT_STEP),
        holder=holder_of(row.case),
        rule=rule,
        url_name="casework:rights",
        url_args={"community_code": row.case.community.code, "case_id": row.case_id},
    )
