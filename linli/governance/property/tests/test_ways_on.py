"""What its people hear, where they find it, and that an owners' body does not end by one click."""

from datetime import timedelta

import pytest
from django.utils import translation

from linli.core.access.actions import register_body
from linli.core.audit.actor import the_operator
from linli.core.messages.kinds import say_message
from linli.core.messages.models import Message
from linli.governance.property.actions import contracts, estates, scopes
from linli.governance.property.actions.estates import Seat
from linli.governance.property.models import Dispute, OwnersBody
from linli.governance.property.tests.test_pages import read, send
from linli.governance.property.views.desk import _ended_with

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def told(setting, key, kind):
    return Message.objects.filter(
        community=setting.community, account=setting.accounts[key], kind=f"property.{kind}"
    )


def test_a_body_ends_with_its_reason_and_decision_and_stays_to_be_read(
    old_estate, url, visit, worker, today
):
    body = estates.seat_body(
        old_estate, kind="owners_committee", name="第二届业主委员会",
        seats=[Seat("钱一", "chair"), Seat("孙二"), Seat("李三")], since=today - 100 * DAY,
        term_ends=today + 200 * DAY, **worker,
    )  # fmt: skip
    desk = visit("worker")
    page = desk.get(url("end_body", body.pk))
    assert "还没有满" in read(page)
    with translation.override("en"):
        assert ". " in _ended_with(body, True)
    assert "没有业主组织" not in read(visit().get(url("show", old_estate.pk)))
    assert page.context["form"]["on"].value() is None
    given = {"on": today, "reason": "业主大会决定解散", "basis": "业主大会第三次会议的决定"}
    assert send(desk, url("end_body", body.pk), on=today).status_code == 422
    assert send(desk, url("end_body", body.pk), **given).status_code == 409
    body.refresh_from_db()
    assert body.until is None
    send(desk, url("end_body", body.pk), **given, early="on")
    body.refresh_from_db()
    assert body.until == today
    for who, name in (("worker", "estate_desk"), ("", "show")):
        page = read(visit(who).get(url(name, old_estate.pk)))
        assert "第二届业主委员会" in page
        assert "业主大会第三次会议的决定" in page
        assert "钱一" not in page
        assert "现在没有业主组织" in page
        assert "还没有业主组织" not in page
    over = estates.seat_body(
        old_estate, kind="owners_committee", name="第三届", seats=[Seat("周四", "chair")],
        since=today - 100 * DAY, term_ends=today - DAY, **worker,
    )  # fmt: skip
    send(desk, url("end_body", over.pk), **given)
    assert not OwnersBody.objects.filter(
        community=old_estate.community_id, until__isnull=True
    ).exists()


def test_offices_are_called_as_that_kind_of_body_calls_them(old_estate, url, visit, worker, today):
    for kind, name in (("owners_committee", "业委会"), ("preparatory_group", "筹备组")):
        sides = ["committee", "owner", "owner"]
        estates.seat_body(
            old_estate, kind=kind, name=name, since=today, term_ends=today + 90 * DAY,
            seats=[Seat(f"{name}{n}", "member" if n else "chair", side)
                   for n, side in enumerate(sides)],
            **worker,
        )  # fmt: skip
    page = read(visit().get(url("show", old_estate.pk)))
    assert "主任、组长" not in page
    for title in ("主任", "委员", "组长", "成员"):
        assert f">{title} · " in page, title


def test_owners_who_are_asked_are_told_and_find_it(
    setting, old_estate, owners, url, visit, django_capture_on_commit_callbacks
):
    desk, elder = visit("worker"), visit("elder")
    form = desk.get(url("open_scope", old_estate.pk)).context["form"]
    offered = [label for _key, label in form.fields["place"].choices if label]
    assert setting.stair.name_inside in offered
    assert len(offered) == len(set(offered)), "no two entrances read alike"
    said = {"kind": "lift", "place": setting.stair.pk, "title": "加装电梯", "about": "外挂一台"}
    with django_capture_on_commit_callbacks(execute=True):
        send(desk, url("open_scope", old_estate.pk), **said)
    case = scopes.ScopeCase.objects.get(community=setting.community)
    where = url("scope", case.pk)
    assert told(setting, "elder", "scope_opened").get().url == where
    for client, name, args in (
        (elder, "own", ()), (elder, "own_units", ()), (visit(), "show", (old_estate.pk,)),
    ):  # fmt: skip
        assert where in read(client.get(url(name, *args))), name
    assert url("scope_desk", case.pk) in read(desk.get(url("estate_desk", old_estate.pk)))
    assert where not in read(visit("tenant").get(url("own")))
    again = send(desk, url("open_scope", old_estate.pk), **said)
    assert again.status_code == 409
    assert url("scope_desk", case.pk) in read(again)
    steps = desk.get(url("advance_scope", case.pk)).context["form"].fields["to"].choices
    assert [code for code, _title in steps] == ["posted", "dropped"]


def test_a_dismissed_firm_hears_of_it_and_its_page_is_not_a_residents(
    setting, estate, sign, url, visit, worker, today, at, django_capture_on_commit_callbacks
):
    row, leaves = sign(estate), today + 60 * DAY
    with django_capture_on_commit_callbacks(execute=True):
        contracts.give_notice(
            row, side="owners", notice_on=today, leaves_on=leaves, reason="另选物业", **worker
        )
    heard = told(setting, "manager", "notice_given_told").get()
    said = say_message(heard.kind, heard.values)
    assert f"{leaves.year}年{leaves.month}月{leaves.day}日" in said.subject
    firm = register_body(
        setting.community, name="新湖物业", kind="property_provider", place=setting.new,
        by=the_operator(), at=at,
    )  # fmt: skip
    gone = {**worker, "at": at + 61 * DAY}
    contracts.stay_on(row, **gone)
    given = {"since": today + 10 * DAY, "ends_on": today + 900 * DAY, "fee": 1, "kind": "chosen"}
    desk = visit("worker")
    assert "没有人接管" in read(desk.get(url("contract", row.pk)))
    heir = contracts.enter_contract(estate, body=firm, given=given, **worker)
    assert "没有人接管" in read(desk.get(url("contract", row.pk))), "it begins in ten days"
    type(heir).objects.filter(community=setting.community, pk=heir.pk).update(since=today)
    for name, key in (("contract", row.pk), ("show", estate.pk)):
        page = read(desk.get(url(name, key)))
        assert "没有人接管以前" not in page
        assert "原来的物业要继续服务" not in page
        assert "已经有人接管" in page
    row.handover.update(given_on=today)
    with django_capture_on_commit_callbacks(execute=True):
        contracts.finish_handover(row, **gone)
    assert told(setting, "manager", "handed_over_told").exists()
    page = read(visit("manager").get(url("own")))
    assert "您的房屋" not in page
    assert "现在没有由您服务的小区" in page


def test_the_handler_can_reach_whoever_told_a_dispute(setting, old_estate, owners, url, visit):
    elder, desk = visit("elder"), visit("worker")
    form = elder.get(f"{url('tell_dispute')}?kind=cut_off").context["form"]
    assert (form["estate"].value(), form["kind"].value()) == (old_estate.pk, "cut_off")
    send(elder, url("tell_dispute"), estate=old_estate.pk, kind="cut_off", words="停水了")
    row = Dispute.objects.get(community=setting.community)
    name = setting.accounts["elder"].person.name
    assert name not in read(desk.get(url("disputes")))
    desk.post(url("take_dispute", row.pk))
    home = setting.accounts["elder"].residences.get().dwelling.name_inside
    page = read(desk.get(url("dispute", row.pk)))
    assert name in page
    assert home in page
