"""Services arranged, the chain of calls, support agreements, day-care sheets: what an elder, a
visitor and a stranger would notice."""

from datetime import timedelta

import pytest

from linli.core.clocks.models import Clock
from linli.lib.law import Refused
from linli.service.casework import due, facts
from linli.service.casework.actions import arranged, care, care_need, day_care, end_case, support
from linli.service.casework.models import (
    CareContact,
    CareNeed,
    CareService,
    Case,
    DayCount,
    DaySheetLine,
    SupportAgreement,
    SupportParty,
)
from linli.service.casework.queries import arranged as arrangements, care as plans
from linli.service.casework.queries.day_care import counts_of
from linli.service.casework.queries.support import agreement_of, checks_of, parties_of
from linli.service.casework.tests.caring import (
    CONTACT,
    DAUGHTER,
    SON,
    TODAY,
    begin_plan,
    care_for,
    draft,
    signed,
    terms,
)
from linli.service.casework.tests.conftest import NOON
from linli.service.casework.tests.test_care import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(house):
    return {"by": house.actor("worker"), "at": NOON}


@pytest.fixture
def elder(house):
    """The elder's case, with a plan."""
    case = house.open("elder_care")
    return case, begin_plan(house, case)


def test_a_service_is_wished_then_arranged_by_consent_and_ends_by_its_day(house, elder, by):
    case, plan = elder
    row = arranged.wish_service(case, plan=plan, service="meals", wish="想吃热的", **by)
    for rule, wrong in (
        ("casework.service_agreed", {"consented": False}),
        ("casework.service_provider", {"provider": " "}),
        ("casework.service_priced", {"payer": ""}),
        ("casework.service_days", {"days": []}),
        ("casework.service_in_order", {"until": TODAY - timedelta(days=1)}),
    ):
        refused(
            lambda wrong=wrong: arranged.arrange_service(
                case, service=row, terms=terms(**wrong), **by
            ),
            rule,
        )
    refused(lambda: arranged.move_service(case, service=row, move="run", **by), "flow.move_open")
    last = TODAY + timedelta(days=30)
    row = arrangements.services_of(plan)[0]
    arranged.arrange_service(case, service=row, terms=terms(until=last), **by)
    arranged.move_service(case, service=row, move="run", **by)
    arranged.move_service(case, service=row, move="pause", **by)
    arranged.arrange_service(case, service=row, terms=terms(until=last, price_fen=800), **by)
    row = arrangements.services_of(plan)[0]
    assert (row.state, row.days, row.hour, row.price_fen) == ("paused", (1, 3, 5), "11:30", 800)
    due.run(NOON + timedelta(days=30))
    assert arrangements.services_of(plan)[0].state == "paused"
    due.run(NOON + timedelta(days=31))
    row = arrangements.services_of(plan)[0]
    assert (row.state, row.provider_phone) == ("ended", "")
    unwanted = arranged.wish_service(case, plan=plan, service="bath", **by)
    arranged.move_service(case, service=unwanted, move="refuse", **by)
    assert unwanted.state == "refused"


def test_whom_to_call_is_called_in_the_elders_order_and_only_where_nobody_opens(house, elder, by):
    case, plan = elder
    visit = plans.visits_of(plan)[0]
    arranged.name_contact(case, plan=plan, given=CONTACT, **by)
    arranged.name_contact(case, plan=plan, given=CONTACT | {"name": "老钱"}, **by)
    assert [one.name for one in arrangements.contacts_of(plan)] == ["小王", "老赵", "老钱"]
    care.record_visit(case, visit=visit, outcome="not_home", **by)
    last = arrangements.contacts_of(plan)[-1].row
    refused(lambda: arranged.drop_contact(case, contact=last, **by), "casework.care_contact_stays")
    for step in ("second_try", "phone", "contact", "contact"):
        care.try_to_reach(case, visit=visit, step=step, **by)
    refused(
        lambda: care.try_to_reach(case, visit=visit, step="neighbour", **by),
        "casework.care_key_named",
    )
    care.try_to_reach(case, visit=visit, step="contact", found="away", **by)
    visit.refresh_from_db()
    assert visit.state == "found"
    arranged.drop_contact(case, contact=last, **by)
    care.end_care(case, plan=plan, **by)
    assert not CareContact.objects.filter(community=house.community).exists()


def test_with_the_plan_everything_that_was_arranged_ends(house, by):
    case = care_for(house)
    plan = plans.plan_needed(case)
    care.end_care(case, plan=plan, **by)
    service, need = arrangements.services_of(plan)[0], arrangements.need_of(plan)
    assert (service.state, service.provider_phone) == ("ended", "")
    assert (need.ended_on, need.told, need.wish, need.came_on) == (TODAY, "", "", None)
    refused(
        lambda: arranged.wish_service(case, plan=plans.plan_needed(case), service="meals", **by),
        "casework.care_wanted",
    )
    refused(lambda: end_case(case, ending="wished", **by), "casework.support_over")
    support.end_support(case, agreement=agreement_of(case), **by)
    closed = end_case(case, ending="wished", **by)
    due.run(NOON + (closed.destroy_on - TODAY))
    for model in (CareService, CareNeed, SupportAgreement, SupportParty):
        assert not model.objects.filter(community=house.community).exists()


def test_care_that_is_needed_is_heard_by_a_rhythm_of_its_own(house, elder, by):
    case, plan = elder
    refused(lambda: care_need.ask_need(case, plan=plan, wanted=False, **by), "casework.need_wanted")
    need = care_need.ask_need(case, plan=plan, wanted=True, **by)
    refused(lambda: care_need.ask_need(case, plan=plan, wanted=True, **by), "casework.need_once")
    visit = next(each for each in plans.visits_of(plan) if each.why == "need")
    assert visit.planned_on == TODAY + timedelta(days=7)
    care.record_visit(case, visit=visit, outcome="done", **by)
    coming = [each for each in plans.visits_of(plan) if each.state == "planned"]
    assert sorted(each.why for each in coming) == ["need", "rhythm"]
    nxt = next(each for each in coming if each.why == "need")
    assert TODAY + timedelta(days=60) < nxt.planned_on <= TODAY + timedelta(days=92)
    refused(
        lambda: care_need.write_assessment(case, need=need, came_on=TODAY, told="half", **by),
        "casework.need_told",
    )
    care_need.end_need(case, need=need, **by)
    assert [each.why for each in plans.visits_of(plan) if each.state == "planned"] == ["rhythm"]


def test_an_agreement_needs_the_elders_yes_and_lets_nobody_off(house, elder, by):
    case, _plan = elder
    refused(
        lambda: support.draft_support(case, terms="老大放弃继承，以后不用他出钱", **by),
        "casework.support_no_condition",
    )
    row = draft(house, case, DAUGHTER)
    refused(lambda: support.draft_support(case, **by), "casework.support_still_drafted")
    for rule, wrong in (
        ("casework.support_nobody_waived", {"name": "老三"}),
        ("casework.support_no_waiver", {"name": "老三", "care": "不再赡养"}),
        ("casework.support_no_condition", {"name": "老三", "visits": "房子过户以后才照顾"}),
    ):
        refused(
            lambda wrong=wrong: support.add_supporter(case, agreement=row, given=wrong, **by), rule
        )
    for rule, wrong in (
        ("casework.support_consented", {"consented": False}),
        ("casework.support_among_several", {}),
    ):
        refused(
            lambda wrong=wrong: support.sign_support(
                case, agreement=row, signed=signed(**wrong), **by
            ),
            rule,
        )
    support.add_supporter(case, agreement=row, given=SON, **by)
    refused(
        lambda: support.sign_support(
            case, agreement=row, signed=signed(nothing_hidden=False), **by
        ),
        "casework.support_nothing_hidden",
    )
    row = agreement_of(case)
    support.sign_support(case, agreement=row, signed=signed(), **by)
    clock = Clock.objects.get(community=house.community, owner=case.pk, name=row.clock)
    assert (clock.closed, clock.holder_account_id) == (True, house.account("worker").pk)
    assert "赡养" not in clock.title
    refused(
        lambda: support.remove_supporter(
            case, agreement=agreement_of(case), party=parties_of(row)[0], **by
        ),
        "casework.support_still_drafted",
    )


def test_where_it_is_not_kept_the_elder_chooses_and_the_next_look_is_set(house, by):
    case = care_for(house)
    row = agreement_of(case)
    assert [(one.result, one.way) for one in checks_of(row)] == [("partly", "urge")]
    for rule, wrong in (
        ("casework.support_leads_on", {"result": "not_kept", "way": ""}),
        ("casework.support_checked_in_force", {"done_on": TODAY + timedelta(days=1)}),
    ):
        given = {"done_on": TODAY, "result": "not_kept", "way": "mediation"} | wrong
        refused(lambda given=given: support.check_support(case, agreement=row, **given, **by), rule)
    open_ones = Clock.objects.filter(
        community=house.community, owner=case.pk, name=row.clock, settled_at__isnull=True
    )
    assert open_ones.count() == 1
    support.end_support(case, agreement=row, **by)
    assert not open_ones.exists()


def test_a_sheet_knows_who_is_here_and_forgets_names_after_their_days(house, by):
    centre = house.open("day_care", called="中心", person=None)
    first = day_care.sign_in(centre, name="王阿姨", **by)
    refused(lambda: day_care.sign_in(centre, name=" 王阿姨 ", **by), "casework.day_not_here_yet")
    day_care.sign_out(centre, line=first, **by)
    refused(lambda: day_care.sign_out(centre, line=first, **by), "casework.day_left_once")
    day_care.sign_in(centre, name="王阿姨", **by)
    for number in range(9):
        day_care.sign_in(centre, name=f"邻居{number}", **by)
    wrong = day_care.sign_in(centre, name="记错", **by)
    day_care.strike(centre, line=wrong, **by)
    lines = DaySheetLine.objects.filter(community=house.community)
    due.run(NOON + timedelta(days=30))
    assert lines.count() == 11
    for _twice in range(2):
        due.run(NOON + timedelta(days=31))
    assert not lines.exists()
    assert DayCount.objects.get(community=house.community).came == 11
    assert counts_of(centre) == [(TODAY, 11)]
    last = facts._month_end(TODAY)

    def told(until):
        rows = facts.rows(house.community, TODAY.replace(day=1), until)
        return [(row.on, row.part, row.person) for row in rows if row.kind == "casework.day_care"]

    assert told(last - timedelta(days=1)) == []  # of a month that is not over nothing is told
    assert told(last) == [(last, 11, None)]
    DayCount.objects.filter(community=house.community).update(came=9)
    assert told(last) == []


@pytest.mark.parametrize(
    ("plans_", "visits", "heard"),
    [
        ((20, 40), (50, 80), {"casework.visited", "casework.visits"}),
        ((20, 40), (25, 80), {"casework.visited"}),  # five visits beside the plans
        ((20, 40), (50, 75), {"casework.visited"}),  # missed: 25 visits beside 20 plans
    ],
)
def test_visits_are_not_told_where_beside_the_plans_they_would_give_back_a_few(
    house, monkeypatch, plans_, visits, heard
):
    monkeypatch.setattr(facts, "visited_in_month", lambda *_span: plans_)
    monkeypatch.setattr(facts, "visits_in_month", lambda *_span: visits)
    last = facts._month_end(TODAY)
    assert {fact.kind for fact in facts.rows(house.community, last, last)} == heard


def test_a_stranger_can_do_nothing_to_what_hangs_on_the_case(house, by):
    case = care_for(house)
    row, plan = agreement_of(case), plans.plan_needed(case)
    service = arrangements.services_of(plan)[0]
    centre = Case.objects.get(community=house.community, kind="day_care")
    for key in ("third", "director", "elder", "outsider"):
        given = {"by": house.actor(key), "at": NOON}
        for call in (
            lambda given=given: arranged.move_service(case, service=service, move="end", **given),
            lambda given=given: support.end_support(case, agreement=row, **given),
            lambda given=given: day_care.sign_in(centre, name="某人", **given),
            lambda given=given: care_need.ask_need(case, plan=plan, wanted=True, **given),
        ):
            refused(call, "access.permitted")
    with pytest.raises(Refused):
        day_care.erase_sheets(centre, **by)
    with pytest.raises(Refused):
        arranged.run_out_service(case, service=service, **by)
