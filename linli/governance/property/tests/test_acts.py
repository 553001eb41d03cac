"""Estates, contracts, accounts, lifts and disputes, as the cast lives with them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from linli.core.access.actions import appoint, register_body
from linli.core.audit.actor import the_clock, the_operator
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.core.messages.models import Message
from linli.governance.property import due, facts
from linli.governance.property.actions import (
    accounts,
    contracts,
    disputes,
    estates,
    meetings,
    scopes,
)
from linli.governance.property.actions.estates import Seat
from linli.governance.property.models import Contract, FundReport, OwnersBody, ScopeHousehold
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def refused(act):
    with pytest.raises(Refused) as error:
        act()
    return error.value.finding.rule.removeprefix("property.")


def test_a_firm_leaves_and_stays_until_taken_over(setting, estate, sign, worker, today, at):
    old = sign(estate, ends_in=90)
    assert refused(lambda: sign(estate)) == "contract_once"
    due.run(at)
    due.run(at)
    old.refresh_from_db()
    assert old.raised_on == today
    assert Clock.objects.filter(community=setting.community, owner=old.pk).count() == 1
    leaves = old.ends_on + DAY
    early = {"side": "provider", "notice_on": today, "reason": "公司调整"}
    assert (
        refused(lambda: contracts.give_notice(old, **early, leaves_on=old.ends_on, **worker))
        == "notice_provider_in_time"
    )
    contracts.give_notice(old, **early, leaves_on=leaves, **worker)
    later = at + timedelta(days=91)
    due.run(later)
    old.refresh_from_db()
    assert old.state == "staying"
    assert old.serves
    by = {"by": worker["by"], "at": later}
    assert refused(lambda: contracts.finish_handover(old, **by)) == "handed_over_whole"
    for item in old.handover.all():
        contracts.take_over_item(item, on=today, **worker)
    assert refused(lambda: contracts.finish_handover(old, **by)) == "somebody_takes_over"
    new = register_body(
        setting.community,
        name="新湖物业",
        kind="property_provider",
        place=setting.new,
        by=the_operator(),
        at=at,
    )
    sign(estate, ends_in=1000, body=new)
    contracts.finish_handover(old, **by)
    assert not Contract.objects.get(community=setting.community, pk=old.pk).serves


def test_nobody_decides_and_the_contract_runs_on(estate, sign, worker, at, today):
    row = sign(estate, ends_in=3)
    later = at + timedelta(days=4)
    due.run(later)
    row.refresh_from_db()
    assert row.state == "indefinite"
    leaves = today + timedelta(days=59)
    given = {"side": "owners", "notice_on": today, "reason": "业主大会决定"}
    assert (
        refused(lambda: contracts.give_notice(row, **given, leaves_on=leaves, **worker))
        == "notice_owners_in_time"
    )
    contracts.give_notice(row, **given, leaves_on=leaves + DAY, **worker)


def test_the_end_of_a_term_is_a_task_and_office_holders_are_judged(
    setting, estate, worker, today, at, monkeypatch
):
    seats = [Seat("业主甲", "chair", contact="0990-1"), Seat("业主乙"), Seat("业主丙")]
    body = estates.seat_body(
        estate, kind="owners_committee", name="东湖花园业主委员会", seats=seats,
        since=today - timedelta(days=900), term_ends=today + timedelta(days=150), **worker,
    )  # fmt: skip
    due.run(at)
    body.refresh_from_db()
    assert body.raised_on == today
    pair = [Seat("甲", "chair"), Seat("乙", "chair")]
    assert refused(
        lambda: estates.seat_body(
            estate, kind="owners_committee", name="第二届业主委员会", seats=pair, since=today,
            term_ends=today + DAY, **worker,
        )
    ) == "one_chair"  # fmt: skip
    from linli.governance.property import law

    monkeypatch.setattr(law, "number_if_any", lambda *_given: 7)
    assert refused(
        lambda: estates.seat_body(
            estate, kind="preparatory_group", name="筹备组", seats=seats, since=today,
            term_ends=today + DAY, **worker,
        )
    ) == "group_composed"  # fmt: skip
    estates.file_body(body, filed_on=today, **worker)
    estates.end_body(
        body, until=today, basis="业主大会决定", reason="业主大会决定解散", early=True, **worker
    )
    assert not OwnersBody.objects.get(community=setting.community, pk=body.pk).members.filter(
        until__isnull=True
    )
    told = {
        fact.kind: (fact.part, fact.whole)
        for fact in facts.rows(setting.community, today, today + DAY * 31)
    }
    assert told["estate.green_m2"] == (12000, None)
    assert told["sewer.joined"] == (20, None)


def test_an_assembly_is_founded_stage_by_stage(old_estate, worker, today):
    given = {
        "asked_on": today - 40 * DAY, "asked": 20, "owners": 300, "area_asked": 100,
        "area_all": 1000, "area_delivered": 900, "by_developer": False,
    }  # fmt: skip
    row = estates.begin_founding(old_estate, way="assembly", given=given, **worker)
    assert (
        refused(lambda: estates.reach_stage(row, code="filed", on=today, **worker))
        == "stage_in_order"
    )
    row = estates.reach_stage(row, code="answered", on=today - 20 * DAY, note="已经答复", **worker)
    assert (
        refused(lambda: estates.reach_stage(row, code="group_formed", on=today, seen=1, **worker))
        == "fresh"
    )
    estates.change_regime(old_estate, after="self", on=today, basis="业主大会第一次会议", **worker)
    assert (
        refused(
            lambda: estates.change_regime(
                old_estate, after="self", on=today, basis="同前", **worker
            )
        )
        == "regime_other"
    )


def test_owners_tell_of_assemblies_and_the_committee_receives_resolutions(estate, worker, today):
    given = {"title": "选聘物业", "noticed_on": today, "told_on": today}
    assert (
        refused(
            lambda: meetings.note_assembly(
                estate, kind="ordinary", meets_on=today + 14 * DAY, **given, **worker
            )
        )
        == "noticed_in_time"
    )
    extra = {"kind": "extraordinary", "meets_on": today + 15 * DAY, "owners": 300}
    assert (
        refused(lambda: meetings.note_assembly(estate, **extra, asked=59, **given, **worker))
        == "forces_extraordinary"
    )
    meetings.note_assembly(estate, **extra, asked=60, **given, **worker)
    row = meetings.receive_resolution(
        estate, by_whom="assembly", title="续聘物业三年", decided_on=today - DAY,
        received_on=today, **worker,
    )  # fmt: skip
    assert row.received_on == today
    assert refused(
        lambda: meetings.receive_resolution(
            estate, by_whom="assembly", title="张伟民的电话 13800000000", decided_on=today,
            received_on=today, **worker,
        )
    ) == "words_name_nobody"  # fmt: skip


def test_sums_are_told_by_who_reports_and_a_torn_one_is_refused(
    setting, estate, old_estate, sign, actor, worker, today, at
):
    sign(estate)
    manager = {"by": actor("manager"), "at": at}
    since, until = today - 200 * DAY, today - 20 * DAY
    lines = {("income", "parking"): 90_000, ("cost", "upkeep"): 20_000, ("use", "to_fund"): 69_999}
    told = {"since": since, "until": until}
    assert (
        refused(lambda: accounts.publish_income(estate, **told, lines=lines, **manager))
        == "net_allocated"
    )
    lines["use", "to_fund"] = 70_000
    report = accounts.publish_income(estate, **told, lines=lines, **manager)
    assert report.reported_by == "东湖花园物业服务中心"
    assert (
        refused(lambda: accounts.publish_income(estate, **told, lines=lines, **manager))
        == "period_told_once"
    )
    accounts.publish_income(estate, **told, lines=lines, corrects=report, **manager)
    with pytest.raises(Refused):
        accounts.publish_income(old_estate, **told, lines=lines, **manager)
    sums = {"opening": 500, "paid_in": 10, "interest": 3, "used": 13, "closing": 501}
    assert (
        refused(lambda: accounts.publish_fund(estate, **told, sums=sums, **manager))
        == "fund_balances"
    )
    accounts.publish_fund(estate, **told, sums={**sums, "closing": 500}, **manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        FundReport.objects.create(
            community=setting.community, estate=estate, since=today, until=today, **sums,
            reported_by="x", published_at=at,
        )  # fmt: skip
    shares = {"from_fund": 5, "from_subsidy": 3, "from_units": 1, "from_owners": 1}
    row = accounts.plan_repair(estate, what="修屋面", on=today, cost=10, shares=shares, **worker)
    accounts.finish_repair(row, on=today, **worker)


def test_periods_of_the_fund_join_on_both_sides_and_tell_no_day_twice(
    estate, old_estate, sign, url, visit, worker, today
):
    def told(since, until, opening, closing, **more):
        sums = {"opening": opening, "paid_in": max(closing - opening, 0), "interest": 0,
                "used": max(opening - closing, 0), "closing": closing}  # fmt: skip
        span = {"since": today - since * DAY, "until": today - until * DAY}
        return accounts.publish_fund(estate, **span, sums=sums, **more, **worker)

    middle = told(200, 101, 50, 80)
    assert refused(lambda: told(250, 150, 50, 80)) == "told_apart"
    assert refused(lambda: told(100, 10, 81, 90)) == "fund_joins"
    last = told(100, 10, 80, 90)
    assert refused(lambda: told(300, 201, 10, 49)) == "fund_joins_next"
    told(300, 201, 10, 50)
    told(200, 101, 50, 70, corrects=middle)
    page = visit("worker").get(url("accounts", estate.pk))
    assert page.context["torn"] == {last.pk}
    told(100, 10, 70, 95, corrects=last)
    assert visit("worker").get(url("accounts", estate.pk)).context["torn"] == set()
    lines = {("income", "parking"): 5, ("use", "kept"): 5}
    span = {"since": today - 100 * DAY, "until": today - 50 * DAY}
    accounts.publish_income(estate, **span, lines=lines, **worker)
    over = {"since": today - 50 * DAY, "until": today - 9 * DAY}
    assert refused(
        lambda: accounts.publish_income(estate, **over, lines=lines, **worker)
    ) == "told_apart"  # fmt: skip


def test_a_firm_announces_no_assembly_and_no_committee_is_told_in_the_past(
    setting, estate, sign, actor, worker, today, at
):
    sign(estate)
    appoint(
        setting.new, account=setting.accounts["supervisor"], post="owners_committee", since=today,
        by=the_operator(), at=at,
    )  # fmt: skip
    member = setting.actor("supervisor", today)
    given = {"kind": "ordinary", "title": "公共收益", "noticed_on": today - 9 * DAY,
             "told_on": today - 9 * DAY, "meets_on": today + 14 * DAY}  # fmt: skip
    with pytest.raises(Refused):
        meetings.note_assembly(estate, **given, by=actor("manager"), at=at)
    assert refused(lambda: meetings.note_assembly(estate, **given, by=member, at=at)) == (
        "committee_told"
    )
    meetings.note_assembly(estate, **given, **worker)


def test_a_lift_is_judged_by_counts_and_each_answer_is_its_own(
    setting, old_estate, owners, actor, worker, today, at
):
    case = scopes.open_scope(
        old_estate, kind="lift", place=setting.stair, title="2单元加装电梯", about="北侧外挂一台",
        costs="一层 0\n六层 1.5", **worker,
    )  # fmt: skip
    assert case.households.count() == 12
    again = {"kind": "lift", "place": setting.stair, "title": "再装一台", "about": "南侧"}
    assert refused(lambda: scopes.open_scope(old_estate, **again, **worker)) == "lift_once"
    own = ScopeHousehold.objects.get(
        community=setting.community, case=case,
        owner__person=setting.accounts["elder"].person,
    )  # fmt: skip
    elder = {"by": actor("elder"), "at": at}
    with pytest.raises(Refused):
        scopes.answer_scope(own, answer="agree", by=actor("representative"), at=at)
    scopes.answer_scope(own, answer="object", seen=own.version, **elder)
    entry = Entry.objects.get(community=setting.community.pk, action="property.answer_scope")
    assert entry.account is None
    case = scopes.advance_scope(case, to="posted", on=today, **worker)
    assert (
        refused(lambda: scopes.advance_scope(case, to="agreed", on=today, **worker))
        == "posted_long"
    )
    others = case.households.filter(answer="").order_by("pk")
    for row in others[:7]:
        scopes.enter_answer(row, answer="agree", **worker)
    later = at + timedelta(days=11)
    by = {"by": worker["by"], "at": later}
    on = today + 11 * DAY
    assert refused(lambda: scopes.advance_scope(case, to="agreed", on=on, **by)) == (
        "objections_talked"
    )
    scopes.note_talk(case, kind="talk", on=today, words="谈了一层的采光和补偿", **worker)
    case = scopes.advance_scope(case, to="agreed", on=on, **by)
    assert case.stage == "agreed"
    own.refresh_from_db()
    assert refused(lambda: scopes.answer_scope(own, answer="agree", **elder)) == "still_asked"


def test_a_dispute_is_for_its_handler_and_whoever_told_it(
    setting, estate, actor, worker, today, at, django_capture_on_commit_callbacks
):
    elder = {"by": actor("elder"), "at": at}
    row = disputes.tell_dispute(estate, kind="cut_off", words="门口的电被停了", **elder)
    row = disputes.take_dispute(row, **worker)
    director = {"by": actor("director"), "at": at}
    with pytest.raises(Refused):
        disputes.open_dispute(row, **director)
    row = disputes.refer_dispute(row, route="authority", to_whom="街道办事处", **worker)
    assert row.answer_by == today + DAY
    with django_capture_on_commit_callbacks(execute=True):
        row = disputes.answer_dispute(row, words="已经恢复供电", **worker)
    told = Message.objects.filter(
        community=setting.community, account=setting.accounts["elder"]
    ).values_list("kind", flat=True)
    assert "property.dispute_answered" in told
    due.run(at + timedelta(days=367))
    row.refresh_from_db()
    assert (row.words, row.account_id) == ("", None)


def test_the_three_parties_agree_and_it_is_told_what_was_kept(
    setting, estate, sign, actor, worker, today, at
):
    sign(estate)
    meeting = meetings.call_three_parties(
        estate, venue="议事厅", starts_at=at + timedelta(hours=1), agenda=["停车费公开"], **worker
    )
    assert (
        refused(
            lambda: meetings.agree_point(
                meeting, what="公开", side="provider", due_on=today, **worker
            )
        )
        == "meeting_held"
    )
    later = {**worker, "at": at + timedelta(days=1)}
    meetings.hold_three_parties(meeting, **later)
    meeting.gathering.refresh_from_db()
    points = [
        meetings.agree_point(
            meeting, what=what, side="provider", due_on=today + days * DAY, **later
        )
        for what, days in (("公开停车费", 5), ("修东门", 2))
    ]
    manager = {"by": actor("manager"), "at": at + timedelta(days=4)}
    for point in points:
        meetings.deliver_point(point, on=today + 4 * DAY, told_words="办好了", **manager)
    late = Entry.objects.filter(community=setting.community.pk, action="property.deliver_point")
    assert sorted(entry.note["late"] for entry in late) == [False, True]


def test_a_committee_member_speaks_for_just_their_estate(
    setting, estate, old_estate, sign, actor, worker, today, at
):
    appoint(
        setting.new, account=setting.accounts["supervisor"], post="owners_committee", since=today,
        by=the_operator(), at=at,
    )  # fmt: skip
    member = setting.actor("supervisor", today)
    given = {"kind": "ordinary", "title": "公共收益", "noticed_on": today, "told_on": today,
             "meets_on": today + 15 * DAY}  # fmt: skip
    meetings.note_assembly(estate, **given, by=member, at=at)
    with pytest.raises(Refused):
        meetings.note_assembly(old_estate, **given, by=member, at=at)
    with pytest.raises(Refused):
        meetings.note_assembly(estate, **given, by=replace(member, posts=()), at=at)
    assert the_clock().is_clock
