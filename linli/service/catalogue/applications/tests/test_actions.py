"""An application from the wish to the end, and what is refused on the way."""

from datetime import timedelta

import pytest

from linli.core.access.models import Account
from linli.core.clocks.queries import work_calendar
from linli.core.clocks.queries.running import clocks_of
from linli.core.people.actions import appoint_agent
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.lib.calendar import Running, Unit, add_working_days, local_day
from linli.mechanisms.publication.due import run as time_passes
from linli.service.catalogue.actions import assistance
from linli.service.catalogue.actions.assistance import Asked, Household
from linli.service.catalogue.applications import actions, due, queries
from linli.service.catalogue.applications.actions import Told, Wanted
from linli.service.catalogue.applications.models import (
    ApplicationHelp,
    MissingList,
    ToldByOffice,
)
from linli.service.catalogue.applications.rules import renewal_by
from linli.service.catalogue.applications.tests.conftest import clock, fresh, parcel, refused

pytestmark = pytest.mark.django_db


def test_what_is_asked_for_waits_without_a_name_and_is_taken_up_in_turn(
    setting, asked, actor, at, later
):
    first, second = asked(), asked("tenant", when=later(1), scheme="medical_aid")
    worker = actor("worker")
    assert [each.row.pk for each in queries.waiting(worker, setting.community)] == [
        first.pk,
        second.pk,
    ]
    assert not queries.handled_by(worker, setting.community).exists()
    refused("catalogue.application_in_turn", actions.take_up, fresh(second), by=worker, at=at)
    row = actions.take_up(fresh(second), reason="前一位约了明天", by=worker, at=later(1))
    assert row.handler_id == worker.account
    assert fresh(row).out_of_turn == "前一位约了明天"
    assert clock(row, "forward").holder_account_id == worker.account
    assert clock(row, "forward").private


def test_the_queue_for_a_home_and_its_renewal_are_told_by_the_authority(accepted, actor, at, later):
    row, by = accepted(scheme="public_rental"), actor("worker")
    told = Told(later(2).date(), who="住房保障科")
    row = actions.record_queued(row, told=told, number=37, by=by, at=later(3))
    told = Told(later(5).date(), paper="准予轮候通知")
    row = actions.record_granted(row, told=told, by=by, at=later(5))
    told = Told(later(20).date(), who="住房保障科")
    row = actions.record_queued(row, told=told, by=by, at=later(20))
    until = later(30).date() + timedelta(days=365)
    told = Told(later(30).date(), paper="租赁合同")
    refused(
        "catalogue.lease_ahead",
        actions.record_housed, row, told=told, until=told.on, by=by, at=later(30),
    )  # fmt: skip
    row = actions.record_housed(fresh(row), told=told, until=until, by=by, at=later(31))
    assert clock(row, "renew").last_day == renewal_by(until, 3)
    rows = row.told.filter(community_id=row.community_id).order_by("version")
    assert [(each.move, each.number, each.until) for each in rows][1:] == [
        ("told_queued", 37, None),
        ("told_granted", None, None),
        ("told_queued", None, None),
        ("told_housed", None, until),
    ]
    row = actions.end_application(row, by=by, at=later(32))
    assert clock(row, "renew").state == "dropped"


def test_nobody_handles_a_relative_or_their_own_household(setting, asked, actor, at, elder):
    worker = actor("worker")
    account = Account.objects.get(pk=worker.account)
    row = asked(kin="yes", kin_who="外甥女", kin_staff=[account])
    assert queries.waiting(worker, setting.community) == []
    refused("catalogue.application_not_kin", actions.take_up, fresh(row), by=worker, at=at)
    Account.objects.filter(pk=account.pk).update(person=elder)
    wanted = Wanted("minimum_living")
    refused(
        "catalogue.application_not_kin",
        actions.open_application,
        setting.community, wanted=wanted, person=elder, consent="signed", by=worker, at=at,
    )  # fmt: skip


def test_somebody_else_asks_only_with_a_mandate_that_stands(setting, actor, at, later, elder):
    tenant = Person.objects.get(
        community=setting.community, pk=setting.accounts["tenant"].person_id
    )
    given = {
        "agent": tenant, "kind": "mandate", "scope": "services", "paper": "委托书",
        "since": local_day(at), "until": local_day(at) + timedelta(days=30),
    }  # fmt: skip
    mandate = appoint_agent(elder, **given, by=actor("worker"), at=at)
    wanted, proxy = Wanted("elder_allowance", kin="no"), actor("tenant")
    ask = {"wanted": wanted, "consented": True, "agency": mandate, "by": proxy}
    refused(
        "catalogue.application_wanted", actions.ask_for_help, setting.community,
        at=later(30), **ask,
    )  # fmt: skip
    row = actions.ask_for_help(setting.community, at=at, **ask)
    assert row.person_id == elder.pk
    on = local_day(at)
    assert queries.own(proxy, setting.community, on).get() == row
    assert queries.own(actor("elder"), setting.community, on).get() == row
    assert not queries.own(proxy, setting.community, on + timedelta(days=30)).exists()


def test_missing_papers_are_told_once_and_the_promise_stands_still(taken, actor, at, later):
    row, by = taken(), actor("worker")
    refused(
        "catalogue.papers_may_be_asked",
        actions.list_missing, row, kinds=["bank_deposits"], by=by, at=at,
    )  # fmt: skip
    row = actions.list_missing(fresh(row), kinds=["id_card", "declaration"], by=by, at=at)
    assert clock(row, "forward").state == "paused"
    actions.receive_papers(row, kinds=["id_card", "declaration"], by=by, at=later(20))
    row = actions.complete_papers(row, by=by, at=later(20))
    refused(
        "catalogue.papers_told_once",
        actions.list_missing, row, kinds=["income_statement"], by=by, at=later(20),
    )  # fmt: skip
    refused(
        "catalogue.application_may_be_forwarded",
        actions.forward_application, row, parcel=parcel(row, papers=[]), by=by, at=later(20),
    )  # fmt: skip
    sent = parcel(row, papers=["id_card"], insists=True)
    row = actions.forward_application(row, parcel=sent, by=by, at=later(20))
    assert clock(row, "forward").state == "met"
    asking = {"kinds": ["income_statement"], "office_paper": "补正3号"}
    day = local_day(at) + timedelta(days=21)
    row = actions.pass_on_missing(row, **asking, office_asked_on=day, by=by, at=later(21))
    assert row.state == "listed"
    assert [each.number for each in MissingList.objects.filter(
        help=row, community=row.community_id).order_by("number")] == [1, 2]  # fmt: skip
    assert actions.bring_papers(row, by=by, at=later(22)).state == "forwarded"


def test_papers_are_handed_over_against_a_slip_and_given_back_once(taken, actor, at, later):
    row, by = taken(), actor("worker")
    actions.receive_papers(row, kinds=["id_card"], form="original", by=by, at=at)
    paper = row.papers.get(community_id=row.community_id)
    actions.give_back_papers(row, papers=[paper], by=by, at=later(1))
    actions.give_back_papers(row, papers=[paper], by=by, at=later(2))
    paper.refresh_from_db()
    assert paper.given_back_at == later(1)
    refused(
        "catalogue.papers_may_be_asked", actions.receive_papers, row, kinds=["vehicles"], by=by,
        at=at,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"consent": ""}, "catalogue.forwarded_with_consent"),
        ({"purpose": " "}, "catalogue.forwarded_with_consent"),
        ({"fields": ["name", "illness"]}, "catalogue.forwarded_with_consent"),
        ({"papers": ["lease"]}, "catalogue.forwarded_with_consent"),
        ({}, "catalogue.kin_asked"),
    ],
)
def test_nothing_goes_without_consent_purpose_need_and_the_question_about_kin(
    taken, actor, at, change, rule
):
    row, by = taken(kin="" if not change else "no"), actor("worker")
    actions.receive_papers(row, kinds=row.path.papers, by=by, at=at)
    refused(rule, actions.forward_application, row, parcel=parcel(row, **change), by=by, at=at)


def test_the_offices_limits_run_from_the_day_it_names_and_stand_still_for_papers(
    forwarded, actor, at, later
):
    row, by = forwarded(), actor("worker")
    told = Told(local_day(at) + timedelta(days=3), who="办事员")
    row = actions.record_accepted(row, told=told, by=by, at=later(9))
    calendar = work_calendar(row.community_id)
    due_on = add_working_days(calendar, told.on, 30)
    assert clock(row, "decide").last_day == due_on
    assert clock(row, "investigate").last_day == add_working_days(calendar, told.on, 3)
    assert clock(row, "ask").state == "met"
    day = local_day(at) + timedelta(days=10)
    asking = {"kinds": ["income_statement"], "office_paper": "补正3号", "office_asked_on": day}
    early = {**asking, "office_asked_on": told.on - timedelta(days=1)}
    refused("catalogue.told_in_order", actions.pass_on_missing, row, **early, by=by, at=later(15))
    # Written down five days late: it stands still from the day the office asked.
    row = actions.pass_on_missing(fresh(row), **asking, by=by, at=later(15))
    assert clock(row, "decide").due_at is None
    row = actions.bring_papers(row, by=by, at=later(17))
    running = Running(told.on, 30, Unit.WORKING_DAYS).pause(day).resume(later(17).date())
    assert clock(row, "decide").last_day == running.due_on(calendar) > due_on
    longer = Told(local_day(at) + timedelta(days=18), paper="延期通知")
    row = actions.record_longer(row, told=longer, reason="核对", by=by, at=later(18))
    assert clock(row, "decide").extended_by == 15
    refused(
        "catalogue.prolonged_once",
        actions.record_longer, row, told=longer, reason="核对", by=by, at=later(18),
    )  # fmt: skip


def test_a_status_needs_a_source_and_a_decision_a_paper(accepted, actor, at, later):
    row, by = accepted(), actor("worker")
    when = later(5)
    refused(
        "catalogue.told_by_somebody",
        actions.record_told, row, move="told_opinion", told=Told(local_day(when)), by=by, at=when,
    )  # fmt: skip
    refused(
        "catalogue.told_in_order",
        actions.record_told, row, move="told_opinion",
        told=Told(local_day(at) - timedelta(days=1), who="小李"), by=by, at=when,
    )  # fmt: skip
    row = fresh(row)
    refused(
        "catalogue.decision_on_paper",
        actions.record_granted, row, told=Told(local_day(when), who="小李"), by=by, at=when,
    )  # fmt: skip
    row = fresh(row)
    row = actions.record_granted(
        row, told=Told(local_day(when), paper="12号"), reviewed_every=6, by=by, at=when
    )
    assert row.state == "granted"
    assert ToldByOffice.objects.filter(community=row.community_id, help=row).count() == 2
    assert clock(row, "review").last_day.month == (when.month + 6 - 1) % 12 + 1


def test_the_notice_stands_outside_the_count_where_the_place_says_so(
    accepted, actor, at, later, setting
):
    Place.objects.filter(pk=setting.community.pk).update(code="340802001001")
    setting.community.refresh_from_db()
    row, by = fresh(accepted()), actor("worker")
    assert clock(row, "decide").length == 20
    office = Asked(
        "街道", "民字3号", local_day(at), "minimum_living", [Household("张三丰", 2, 100)]
    )
    notice = assistance.draft_assistance_notice(setting.community, asked=office, by=by, at=at)
    from linli.mechanisms.publication.actions import state_of

    notice = assistance.release_assistance_notice(
        notice, seen=state_of(notice.posting), by=actor("director"), at=later(1)
    )
    assert list(queries.posted_notices(row)) == [notice]
    row = actions.record_notice(row, notice=notice, by=by, at=later(1))
    assert (row.state, clock(row, "decide").state) == ("noticed", "paused")
    time_passes(later(5))
    assert due.run(later(8)) == 0
    refused("catalogue.notice_over", actions.end_notice, fresh(row), by=by, at=later(8))
    # The clock was run only days later: it counts again from the day after the last.
    due.run(later(20))
    row = fresh(row)
    assert (row.state, clock(row, "decide").state) == ("accepted", "running")
    assert clock(row, "notice").state == "met", "nobody was late: it hung for its days"
    up = later(1).date()
    running = Running(local_day(at), 20, Unit.WORKING_DAYS).pause(up).resume(up + timedelta(days=8))
    assert clock(row, "decide").last_day == running.due_on(work_calendar(row.community_id))


def test_a_refusal_keeps_its_reasons_sealed_and_tells_what_can_be_done(accepted, actor, at, later):
    row, by = accepted(), actor("worker")
    spoken = Told(later(10).date(), who="小李")
    row = actions.record_told(row, move="told_refusing", told=spoken, by=by, at=later(10))
    assert clock(row, "refusal").length == 3
    paper = Told(later(12).date(), paper="不予通知5号")
    row = actions.record_refused(row, told=paper, reasons="人均收入超过", by=by, at=later(12))
    raw = ApplicationHelp.objects.filter(pk=row.pk, community=row.community_id)
    assert "人均收入" not in str(raw.values_list("reasons", flat=True)[0])
    assert clock(row, "reconsider").length == 60
    assert clock(row, "sue").last_day > clock(row, "reconsider").last_day
    actions.write_objection(row, words="收入算错了", by=actor("elder"), at=later(13))
    objected = Told(later(14).date(), paper="复议申请")
    row = actions.record_objection(row, told=objected, by=by, at=later(14))
    assert (clock(row, "reconsider").state, clock(row, "objected").length) == ("met", 60)
    again = Told(later(20).date(), paper="复议决定1号")
    row = actions.record_granted(row, told=again, reviewed_every=12, by=by, at=later(20))
    assert clock(row, "objected").state == "met"
    row = actions.end_application(row, by=by, at=later(21))
    assert clock(row, "review").state == "dropped"
    due.run(later(21 + 365))
    assert fresh(row).forgotten_at is None
    due.run(later(21 + 367))
    row = fresh(row)
    assert (row.person_id, row.reasons, row.objection) == (None, "", "")
    assert not row.told.filter(community_id=row.community_id).exists()


def test_after_reconsideration_there_are_fifteen_days_for_the_court(accepted, actor, at, later):
    row, by = accepted(), actor("worker")
    told = Told(later(5).date(), paper="不予通知5号")
    row = actions.record_refused(row, told=told, reasons="收入超过", by=by, at=later(5))
    told = Told(later(6).date(), paper="复议申请")
    row = actions.record_objection(row, told=told, by=by, at=later(6))
    told = Told(later(20).date(), paper="复议决定1号")
    row = actions.record_refused(row, told=told, reasons="维持", by=by, at=later(20))
    running = [each for each in clocks_of(row, "reconsider", "sue") if each.is_open]
    assert [(each.name, each.length) for each in running] == [("sue", 15)]


def test_legal_aid_has_seven_three_and_five_days(forwarded, actor, at, later):
    row, by = forwarded(scheme="legal_aid"), actor("worker")
    assert clock(row, "decide").length == 7, "from the application, accepted or not"
    row = actions.record_accepted(row, told=Told(local_day(at), who="中心"), by=by, at=at)
    assert (clock(row, "decide").length, clock(row, "decide").unit) == (7, "days")
    told = Told(later(3).date(), paper="不予决定")
    row = actions.record_refused(row, told=told, reasons="不属于范围", by=by, at=later(3))
    assert clock(row, "reconsider") is None
    told = Told(later(4).date(), paper="异议书")
    row = actions.record_objection(row, told=told, by=by, at=later(4))
    assert clock(row, "objected").length == 5
    told = Told(later(6).date(), paper="给予决定")
    row = actions.record_granted(row, told=told, by=by, at=later(6))
    assert clock(row, "appoint").length == 3
    told = Told(later(7).date(), who="中心")
    actions.record_told(row, move="told_appointed", told=told, by=by, at=later(7))
    assert clock(row, "appoint").state == "met"


def test_a_change_is_reported_a_review_comes_round_and_nothing_is_lowered_unheard(
    accepted, actor, at, later
):
    row, by = accepted(), actor("worker")
    told = Told(later(5).date(), paper="12号")
    row = actions.record_granted(row, told=told, reviewed_every=12, by=by, at=later(5))
    row = actions.report_change(row, words="儿子找到工作", by=actor("elder"), at=later(6))
    assert fresh(row).change == "儿子找到工作"
    row = actions.record_review(row, told=Told(later(8).date(), who="街道"), by=by, at=later(8))
    assert clock(row, "review").started_at.date() == later(8).date()
    row = actions.record_hearing(row, told=Told(later(9).date(), who="街道"), by=by, at=later(9))
    told = Told(later(12).date(), paper="停发通知")
    row = actions.record_lowered(row, told=told, reasons="收入增加", by=by, at=later(12))
    assert row.state == "lowered"
    assert clock(row, "reconsider").length == 60
    assert actions.carry_on(row, by=by, at=later(13)).state == "granted"
    assert clock(row, "reconsider").state == "dropped"


def test_whoever_withdraws_leaves_no_words_behind(taken, actor, at, later):
    row = taken(wish="不想让邻居知道")
    row = actions.withdraw(fresh(row), by=actor("elder"), at=later(1))
    assert (row.state, fresh(row).wish) == ("withdrawn", "")
    assert clock(row, "forward").state in {"dropped", "missed"}


def test_a_leavers_application_waits_for_a_colleague(taken, actor, at, later, setting):
    row = taken()
    assert due.run(later(1)) == 0
    account = setting.accounts["worker"]
    account.holdings.update(until=local_day(at) + timedelta(days=1))
    due.run(later(2))
    row = fresh(row)
    assert (row.handler_id, row.state) == (None, "opened")
    row = actions.take_up(row, by=actor("director"), at=later(2))
    assert (row.state, row.handler_id) == ("opened", setting.accounts["director"].pk)


def test_it_is_put_back_or_handed_on_by_name(taken, actor, at, later, setting):
    row, worker = taken(), actor("worker")
    director = setting.accounts["director"]
    row = actions.hand_on(fresh(row), to=director, by=worker, at=later(1))
    assert clock(row, "forward").holder_account_id == director.pk
    refused("access.permitted", actions.complete_papers, fresh(row), by=worker, at=later(1))
    row = actions.put_back(fresh(row), by=actor("director"), at=later(1))
    assert (row.state, row.handler_id) == ("asked", None)
