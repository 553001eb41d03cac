"""What begins late, ends early, is taken back, or goes a year after."""

from datetime import timedelta

import pytest

from linli.core.access.actions import appoint, register_body
from linli.core.audit.actor import the_clock, the_operator
from linli.core.messages.models import Message
from linli.core.people.actions import register_person
from linli.core.people.actions.forgetting import _elsewhere
from linli.governance.property import due, due_rows
from linli.governance.property.actions import contracts, endings, estates
from linli.governance.property.actions.estates import Seat
from linli.governance.property.models import BodyMember, Contract, Estate, Owner, Ownership
from linli.governance.property.queries.estates import course_of
from linli.governance.property.tests.test_acts import refused
from linli.governance.property.tests.test_pages import read, send
from linli.lib.law import Finding, Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def firm(setting, at):
    return register_body(
        setting.community, name="新湖物业", kind="property_provider", place=setting.new,
        by=the_operator(), at=at,
    )  # fmt: skip


@pytest.fixture
def leaving(estate, sign, worker, today):
    row = sign(estate)
    return contracts.give_notice(
        row, side="owners", notice_on=today, leaves_on=today + 60 * DAY, reason="另选物业", **worker
    )


def begin(estate, today, worker, way="assembly"):
    given = {
        "asked_on": today - 40 * DAY, "asked": 20, "owners": 300, "area_asked": 100,
        "area_all": 1000, "area_delivered": 900, "by_developer": False,
    }  # fmt: skip
    return estates.begin_founding(estate, way=way, given=given, **worker)


def test_a_founding_that_fails_ends_and_the_estate_can_try_again(
    old_estate, url, visit, worker, today
):
    row, desk = begin(old_estate, today, worker), visit("worker")
    early = send(desk, url("end_founding", old_estate.pk), on=today - 41 * DAY, reason="业主撤回了")
    assert early.status_code == 409
    send(desk, url("end_founding", old_estate.pk), on=today, reason="没有选出委员")
    row.refresh_from_db()
    assert row.ended_on == today
    assert refused(
        lambda: estates.reach_stage(row, code="answered", on=today, **worker)
    ) == "founding_open"  # fmt: skip
    assert "没有选出委员" in read(visit().get(url("show", old_estate.pk)))
    assert desk.get(url("end_founding", old_estate.pk)).status_code == 404
    begin(old_estate, today, worker, way="management_committee")
    assert refused(lambda: begin(old_estate, today, worker)) == "founding_once"


def test_matters_are_posted_so_long_before_the_day_that_is_planned(
    old_estate, url, visit, worker, today, monkeypatch
):
    from linli.governance.property import law

    monkeypatch.setattr(law, "days_of", lambda *_given: {"property.matters_posted": 15})
    row, desk = begin(old_estate, today, worker), visit("worker")
    due_of = {each.code: each.due for _title, each in course_of(row)}
    assert due_of["matters_posted"] is None
    too_soon = send(desk, url("plan_first_assembly", old_estate.pk), on=today - 41 * DAY)
    assert too_soon.status_code == 409
    send(desk, url("plan_first_assembly", old_estate.pk), on=today + 30 * DAY)
    row.refresh_from_db()
    due_of = {each.code: each.due for _title, each in course_of(row)}
    assert due_of["matters_posted"] == today + 15 * DAY


def test_one_member_leaves_and_another_takes_the_chair(setting, estate, url, visit, worker, today):
    body = estates.seat_body(
        estate, kind="owners_committee", name="业主委员会", since=today - 9 * DAY,
        term_ends=today + 90 * DAY, seats=[Seat("周一鸣", "chair"), Seat("吴二妹")], **worker,
    )  # fmt: skip
    chair, other = (
        body.members.order_by("-office", "pk").get(office="chair"),
        body.members.get(office="member"),
    )
    send(visit("worker"), url("leave_office", chair.pk), on=today, follows=other.pk)
    other.refresh_from_db()
    assert other.office == "chair"
    shown = read(visit().get(url("show", estate.pk)))
    assert "吴二妹" in shown
    assert "周一鸣" not in shown
    assert visit("worker").get(url("leave_office", chair.pk)).status_code == 404
    assert refused(lambda: endings.leave_office(other, on=today, **worker)) == "last_member"


def test_an_estate_closes_once_nothing_goes_on_in_it(
    setting, old_estate, owners, sign, url, visit, worker, today
):
    estates.seat_body(
        old_estate, kind="owners_committee", name="业主委员会", since=today,
        term_ends=today + 90 * DAY, seats=[Seat("周一鸣", "chair")], **worker,
    )  # fmt: skip
    row = begin(old_estate, today, worker)
    desk = visit("worker")
    busy = send(desk, url("close_estate", old_estate.pk), on=today, reason="并入隔壁小区")
    assert busy.status_code == 409
    endings.end_founding(row, on=today, reason="小区合并", **worker)
    send(desk, url("close_estate", old_estate.pk), on=today, reason="并入隔壁小区")
    here = {"community": setting.community}
    assert Estate.objects.get(**here, pk=old_estate.pk).until == today
    assert desk.get(url("estate_desk", old_estate.pk)).status_code == 404
    assert not Owner.objects.filter(**here, estate=old_estate, ended_on__isnull=True).exists()
    assert not Ownership.objects.filter(**here, until__isnull=True).exists()
    assert not BodyMember.objects.filter(**here, until__isnull=True).exists()


def test_a_notice_is_taken_back_until_somebody_else_was_chosen(
    setting, estate, leaving, firm, sign, url, visit, worker, at, today
):
    desk = visit("worker")
    send(desk, url("withdraw_notice", leaving.pk), reason="双方谈妥")
    row = Contract.objects.get(community=setting.community, pk=leaving.pk)
    assert (row.state, row.leaves_on, row.handover.count()) == ("running", None, 0)
    contracts.give_notice(
        row, side="owners", notice_on=today, leaves_on=today + 60 * DAY, reason="另选物业", **worker
    )
    late = {**worker, "at": at + 500 * DAY}
    due.run(late["at"])
    row.refresh_from_db()
    assert row.state == "staying"
    row = contracts.withdraw_notice(row, reason="没有人接管", **late)
    assert row.state == "indefinite"
    contracts.give_notice(
        row, side="owners", notice_on=today + 500 * DAY, leaves_on=today + 560 * DAY,
        reason="另选物业", **late,
    )  # fmt: skip
    sign(estate, body=firm)
    refusal = refused(lambda: contracts.withdraw_notice(row, reason="反悔", **late))
    assert refusal == "contract_once"


def test_a_contract_of_next_month_relieves_nobody_today(
    setting, estate, leaving, firm, worker, today
):
    for item in leaving.handover.all():
        contracts.take_over_item(item, on=today, **worker)
    given = {"since": today + DAY, "ends_on": today + 900 * DAY}
    new = contracts.enter_contract(estate, body=firm, given=given, **worker)
    refusal = refused(lambda: contracts.finish_handover(leaving, **worker))
    assert refusal == "somebody_takes_over"
    Contract.objects.filter(community=setting.community, pk=new.pk).update(since=today)
    assert contracts.finish_handover(leaving, **worker).state == "handed_over"


def test_a_contract_renews_none_of_another_estate(
    setting, estate, old_estate, sign, firm, url, visit, worker, today
):
    other = sign(estate)
    given = {"since": today, "ends_on": today + 900 * DAY}
    assert refused(
        lambda: contracts.enter_contract(
            old_estate, body=firm, given=given, renews=other, **worker
        )
    ) == "renews_here"  # fmt: skip
    address = url("renew_contract", old_estate.pk, other.pk)
    assert visit("worker").get(address).status_code == 404
    other.refresh_from_db()
    assert other.state == "running"


def test_an_estate_is_looked_after_from_the_day_its_contract_begins(
    setting, old_estate, firm, worker, at, today
):
    given = {"since": today + 5 * DAY, "ends_on": today + 900 * DAY}
    contracts.enter_contract(old_estate, body=firm, given=given, **worker)
    due.run(at + 4 * DAY)
    old_estate.refresh_from_db()
    assert old_estate.regime == "none"
    due.run(at + 5 * DAY)
    due.run(at + 6 * DAY)
    old_estate.refresh_from_db()
    assert old_estate.regime == "provider"
    change = old_estate.regimes.get()
    assert (change.before, change.on) == ("none", today + 5 * DAY)


def test_no_contract_waits_behind_others_for_ever(setting, estate, sign, at, monkeypatch):
    monkeypatch.setattr(due_rows, "AT_ONCE", 1)
    places = (setting.old, setting.stair, setting.old.children.order_by("pk").first())
    later = [sign(estate, ends_in=30)]
    for days, place in enumerate(places, 1):
        other = Estate.objects.create(
            community=setting.community, name=f"西湖{place.name}", place=place,
            since=later[0].since,
        )  # fmt: skip
        later.append(sign(other, ends_in=30 - days))
    asked, raised = contracts.raise_ending, []

    def raise_ending(contract, **given):
        raised.append(contract.pk)
        if len(raised) == 2:
            raise Refused(Finding(False, "property.estate_open"))  # somebody was faster
        return asked(contract, **given)

    monkeypatch.setattr(contracts, "raise_ending", raise_ending)
    assert due.run(at)["contracts"] >= 3
    assert raised == [each.pk for each in reversed(later)]  # whatever ends first, first


def test_office_holders_are_tied_to_the_owner_of_their_name_and_go_a_year_after(
    setting, old_estate, worker, at, today
):
    here = {"community": setting.community, "estate": old_estate, "added_on": today}
    person = register_person(setting.community, name="郑三立", **worker)
    tied = Owner.objects.create(**here, name="郑三立", person=person)
    for _n in range(2):
        Owner.objects.create(**here, name="王重名")
    seats = [Seat("郑三立", "chair", contact="0990-1"), Seat("王重名"), Seat("李不在册")]
    body = estates.seat_body(
        old_estate, kind="owners_committee", name="业主委员会", since=today,
        term_ends=today + 90 * DAY, seats=seats, **worker,
    )  # fmt: skip
    rows = {row.name: row for row in body.members.all()}
    assert (rows["郑三立"].owner_id, rows["郑三立"].person_id) == (tied.pk, person.pk)
    assert (rows["王重名"].owner_id, rows["李不在册"].owner_id) == (None, None)
    for forget in _elsewhere:
        forget(person, at)
    assert BodyMember.objects.get(community=setting.community, pk=rows["郑三立"].pk).name == ""
    estates.end_body(
        body, until=today, basis="业主大会决定", reason="业主大会决定解散", early=True, **worker
    )
    due.run(at + 365 * DAY)
    assert body.members.exclude(name="").count() == 2
    due.run(at + 366 * DAY)
    assert body.members.exclude(name="").count() == 0


def test_who_sits_is_written_in_words_of_the_lists(setting, estate, url, visit, worker, today):
    desk, given = visit("worker"), {
        "kind": "preparatory_group", "name": "筹备组", "since": today, "term_ends": today + 90 * DAY,
    }  # fmt: skip
    for line, said in (
        ("周一鸣，组长，社区支部", "社区支部"), ("周一鸣，会长，业主", "会长"), ("，组长，业主", "第 1 行"),
        ("周一鸣，组长", "第 1 行"), ("周一鸣，组长，业主，0990-1，给看", "公开"),
    ):  # fmt: skip
        page = send(desk, url("seat_body", estate.pk), **given, members=line)
        assert page.status_code == 422, line
        assert said in str(page.context["form"].errors["members"]), line
    members = "周一鸣，组长，居委会\n吴二妹，成员，街道，，\n郑三立，成员，业主，0990-1，不公开"
    assert send(desk, url("seat_body", estate.pk), **given, members=members).status_code == 200
    sides = BodyMember.objects.filter(community=setting.community).values_list("side", flat=True)
    assert sorted(sides) == ["committee", "owner", "street"]
    nobody = {**given, "seats": [Seat(" ", "chair", "committee")], "name": "筹备组"}
    assert refused(lambda: estates.seat_body(estate, **nobody, **worker)) == "seat_written"


def test_the_three_are_told_each_and_the_page_says_whom(
    setting, estate, leaving, url, visit, worker, at, today, django_capture_on_commit_callbacks
):
    def call(place, who):
        with django_capture_on_commit_callbacks(execute=True):
            page = send(
                visit("worker"), url("call_three", place.pk), venue="议事厅", agenda="修路灯",
                starts_at=f"{at + 2 * DAY:%Y-%m-%dT10:00}",
            )  # fmt: skip
        told = Message.objects.filter(community=setting.community, kind="property.three_called")
        assert set(told.values_list("account", flat=True)) == {
            setting.accounts[key].pk for key in who
        }
        return read(page)

    bare = Estate.objects.create(
        community=setting.community, name="西湖花园", place=setting.old, since=today
    )
    assert "请另外告诉他们" in call(bare, ())
    estates.seat_body(
        estate, kind="owners_committee", name="东湖花园业主委员会", since=today,
        term_ends=today + 90 * DAY, seats=[Seat("周一鸣", "chair")], **worker,
    )  # fmt: skip
    said = call(estate, ("manager",))
    assert leaving.body.name in said
    assert "通知：" in said
    assert "东湖花园业主委员会" not in said
    appoint(
        setting.new, account=setting.accounts["supervisor"], post="owners_committee", since=today,
        by=the_operator(), at=at,
    )  # fmt: skip
    assert "东湖花园业主委员会" in call(estate, ("manager", "supervisor"))


def test_what_the_desk_enters_of_a_firm_that_walked_out_is_not_undone_by_the_clock(
    estate, sign, worker, at, today
):
    row = sign(estate)
    estates.change_regime(estate, after="none", on=today, basis="物业撤走，合同没有解除", **worker)
    due.run(at)
    due.run(at + DAY)
    estate.refresh_from_db()
    assert estate.regime == "none"
    assert estate.regimes.count() == 1
    clock = {"by": the_clock(), "at": at}
    assert refused(lambda: contracts.take_up(row, **clock)) == "regime_other"
