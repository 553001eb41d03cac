"""An elder's plan and visits, as the elder, a visitor and a stranger would notice."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction

from linli.core.audit.actor import the_clock
from linli.core.audit.models import ClosedEntry, Entry
from linli.core.clocks.models import Clock
from linli.lib.calendar import SHANGHAI
from linli.lib.law import Refused
from linli.mechanisms.rounds import actions as rounds
from linli.mechanisms.rounds.declaration import StopGiven
from linli.mechanisms.rounds.models import Stop
from linli.service.casework import due
from linli.service.casework.actions import care, end_case
from linli.service.casework.actions.care import Agreed
from linli.service.casework.models import (
    CarePlan,
    CareService,
    CareVisit,
    CareVisitor,
    Case,
    SupportAgreement,
)
from linli.service.casework.queries import care as visiting
from linli.service.casework.queries.cases import of
from linli.service.casework.tests.conftest import NOON

pytestmark = pytest.mark.django_db

TODAY = NOON.date()
EVENING = datetime.combine(TODAY, time(17), SHANGHAI)
TOLD = {"phone": "0990-5550001", "contact_name": "小王", "contact_phone": "0990-5550002"}
KEY = {"key_name": "老李", "key_phone": "0990-5550003"}


def refused(call, rule):
    with pytest.raises(Refused) as refusal, transaction.atomic():
        call()
    assert refusal.value.finding.rule == rule


@pytest.fixture
def visits(house):
    """A plan the elder agreed to, weekly, the first visit today."""
    case = house.open("elder_care")

    def begin(*, consented=True, first_on=TODAY, tier="weekly", **told):
        care.begin_care(
            case,
            agreed=Agreed(tier, "in_person", TODAY, {"joyful": "下棋"}, {**TOLD, **told}),
            consented=consented,
            first_on=first_on,
            by=house.actor("worker"),
            at=NOON,
        )
        plan = visiting.plan_of(case)
        return plan, visiting.visits_of(plan)[0]

    return case, begin


def record(house, case, visit, outcome, at=NOON, by="worker"):
    care.record_visit(case, visit=visit, outcome=outcome, by=house.actor(by), at=at)


def try_to(house, case, visit, step, found="", at=NOON):
    care.try_to_reach(case, visit=visit, step=step, found=found, by=house.actor("worker"), at=at)


def test_there_is_a_plan_only_where_the_elder_said_yes(house, visits):
    case, begin = visits
    refused(lambda: begin(consented=False), "casework.care_agreed")
    refused(lambda: begin(first_on=TODAY + timedelta(days=8)), "casework.care_rhythm")
    plan, visit = begin(first_on=TODAY + timedelta(days=7))
    assert plan.wishes == {"joyful": "下棋"}
    clock = Clock.objects.get(community=house.community, owner=case.pk, name=visit.clock)
    assert clock.closed
    assert clock.holder_account_id == house.account("worker").pk
    assert "探访" not in clock.title
    refused(lambda: begin(), "casework.care_one_plan")


def test_a_visit_made_plans_the_next_by_the_rhythm(house, visits):
    case, begin = visits
    plan, visit = begin()
    record(house, case, visit, "done")
    nxt = visiting.visits_of(plan)[0]
    assert nxt.state == "planned"
    assert TODAY < nxt.planned_on <= TODAY + timedelta(days=7)
    refused(
        lambda: care.record_visit(
            case, visit=visit, outcome="done", by=house.actor("worker"), at=NOON
        ),
        "flow.move_open",
    )


def test_a_missed_visit_is_sought_the_same_day_step_by_step(house, visits):
    case, begin = visits
    _plan, visit = begin(**KEY)
    due.run(EVENING - timedelta(seconds=1))
    visit.refresh_from_db()
    assert visit.state == "planned"
    due.run(EVENING)
    due.run(EVENING)
    visit.refresh_from_db()
    assert (visit.state, visit.outcome, visit.missed_at) == ("searching", "missed", EVENING)
    try_to(house, case, visit, "second_try", at=EVENING)
    refused(lambda: try_to(house, case, visit, "neighbour"), "casework.care_step_in_turn")
    for step in ("phone", "contact"):
        try_to(house, case, visit, step, at=EVENING)
    refused(
        lambda: end_case(case, ending="wished", by=house.actor("worker"), at=EVENING),
        "casework.care_plan_over",
    )
    plan = visiting.plan_of(case)
    refused(
        lambda: care.end_care(case, plan=plan, by=house.actor("worker"), at=EVENING),
        "casework.care_nobody_sought",
    )
    try_to(house, case, visit, "neighbour", "well", at=EVENING)
    visit.refresh_from_db()
    assert (visit.state, visit.found) == ("found", "well")
    assert sorted(one.reached for one in visit.tries.all()) == [False, False, False, True]


def test_nobody_opens_whom_the_elder_did_not_name(house, visits):
    case, begin = visits
    _plan, visit = begin(contact_phone="", contact_name="")
    record(house, case, visit, "not_home")
    refused(lambda: try_to(house, case, visit, "neighbour"), "casework.care_key_named")
    for step in ("second_try", "phone"):
        try_to(house, case, visit, step)
    try_to(house, case, visit, "police", "helped")
    visit.refresh_from_db()
    assert visit.found == "helped"


def test_a_refusal_is_an_answer_and_an_end_is_at_once(house, visits):
    case, begin = visits
    plan, visit = begin()
    record(house, case, visit, "refused")
    visit.refresh_from_db()
    assert visit.state == "refused"
    care.end_care(case, plan=plan, by=house.actor("worker"), at=NOON)
    plan = visiting.plan_of(case)
    assert (plan.ended_on, plan.contact_phone, plan.has_key) == (TODAY, "", False)
    assert not CareVisit.objects.filter(community=house.community, state="planned").exists()
    open_clocks = Clock.objects.filter(community=house.community, owner=case.pk)
    assert not open_clocks.filter(name__startswith="visit", settled_at__isnull=True).exists()
    refused(
        lambda: care.plan_visit(
            case, plan=plan, planned_on=TODAY, by=house.actor("worker"), at=NOON
        ),
        "casework.care_wanted",
    )
    end_case(case, ending="wished", by=house.actor("worker"), at=NOON)


def test_after_a_shock_somebody_comes_today(house, visits):
    case, begin = visits
    plan, _visit = begin(first_on=TODAY + timedelta(days=3))
    care.note_shock(case, plan=plan, shock_at=NOON, by=house.actor("worker"), at=NOON)
    assert [v.planned_on for v in visiting.visits_of(plan)] == [TODAY + timedelta(days=3), TODAY]
    assert visiting.visits_of(plan)[1].why == "shock"


def test_a_shock_after_todays_visit_brings_somebody_tomorrow(house, visits):
    case, begin = visits
    plan, visit = begin()
    record(house, case, visit, "done")
    by = {"by": house.actor("worker"), "at": NOON}
    refused(
        lambda: care.plan_visit(case, plan=plan, planned_on=TODAY, **by), "casework.care_one_a_day"
    )
    for _twice in range(2):
        care.note_shock(case, plan=plan, shock_at=NOON, **by)
    shocks = CareVisit.objects.filter(community=house.community, why="shock")
    assert [each.planned_on for each in shocks] == [TODAY + timedelta(days=1)]


def test_a_visit_made_before_its_day_does_not_stand_in_the_way_of_the_next(house, visits):
    case, begin = visits
    plan, visit = begin(first_on=TODAY + timedelta(days=7))
    record(house, case, visit, "done")
    nxt = CareVisit.objects.get(community=house.community, plan=plan, state="planned")
    assert TODAY < nxt.planned_on < visit.planned_on


def test_what_a_round_keeps_of_a_visit_goes_with_the_case(house, visits):
    case, begin = visits
    plan, visit = begin()
    visit.plan.case = case
    by = {"by": house.actor("worker"), "at": NOON}
    home = visiting.dwellings_of(house.community, [case.person_id], TODAY)[case.person_id]
    rounds.plan(
        house.community,
        kind="casework.visits",
        day=TODAY,
        stops=[StopGiven(place=home.pk, ref=visit.pk)],
        carriers=[house.account("worker").pk],
        **by,
    )
    care.end_care(case, plan=plan, **by)
    closed = end_case(case, ending="wished", **by)
    due.run(NOON + (closed.destroy_on - TODAY))
    assert not Case.objects.filter(community=house.community).exists()
    stop = Stop.objects.get(community=house.community)
    assert (stop.ref, stop.place_id, stop.called) == (None, None, "")


def test_a_visitor_sees_the_visit_and_not_the_case(house, visits):
    case, begin = visits
    plan, visit = begin()
    third = house.actor("third")
    assert visiting.day_list(third, house.community, TODAY) == []
    care.name_visitor(
        case, plan=plan, account=house.account("third").pk, by=house.actor("worker"), at=NOON
    )
    assert [line.visit for line in visiting.day_list(third, house.community, TODAY)] == [visit]
    assert not of(third, house.community).exists()
    refused(
        lambda: care.name_visitor(
            case, plan=plan, account=house.account("third").pk, by=house.actor("worker"), at=NOON
        ),
        "casework.care_on_roster",
    )
    record(house, case, visit, "done", by="third")
    assert Entry.objects.filter(action__startswith="casework").count() == 0
    assert ClosedEntry.objects.filter(subject=case.pk, action="casework.record_visit").exists()
    visitor = CareVisitor.objects.get(community=house.community, plan=plan)
    care.thank_visitor(case, visitor=visitor, by=house.actor("worker"), at=NOON)
    assert visiting.day_list(third, house.community, TODAY + timedelta(days=9)) == []


def test_the_demo_plays_it_through_the_same_acts(setting):
    from linli.web.demo.care import play_care

    play_care(setting, NOON)
    states = CareVisit.objects.filter(community=setting.community).values_list("state", flat=True)
    assert sorted(states) == ["done", "done", "done", "found", "planned"]
    assert Case.objects.filter(community=setting.community).count() == 4
    assert CareService.objects.get(community=setting.community, service="meals").state == "running"
    assert SupportAgreement.objects.get(community=setting.community).state == "in_force"


def test_the_month_is_told_in_two_counts(house, visits):
    case, begin = visits
    _plan, visit = begin()
    month = (TODAY.replace(day=1), TODAY)
    assert visiting.visited_in_month(house.community, *month) == (0, 1)
    assert visiting.visits_in_month(house.community, *month) == (0, 1)
    record(house, case, visit, "refused")
    assert visiting.visited_in_month(house.community, *month) == (0, 0)
    assert visiting.visits_in_month(house.community, *month) == (0, 0)


def test_a_stranger_cannot_tend_what_hangs_on_a_case(house, visits):
    case, begin = visits
    plan, visit = begin()
    for key in ("third", "director", "elder", "outsider"):
        refused(
            lambda key=key: care.end_care(case, plan=plan, by=house.actor(key), at=NOON),
            "access.permitted",
        )
        refused(lambda key=key: record(house, case, visit, "done", by=key), "access.permitted")
    assert CarePlan.objects.get(community=house.community).ended_on is None
    assert isinstance(TODAY, date)
    with pytest.raises(Refused):
        care.miss_visit(case, visit=visit, by=house.actor("worker"), at=NOON)
    care.miss_visit(case, visit=visit, by=the_clock(), at=NOON)
