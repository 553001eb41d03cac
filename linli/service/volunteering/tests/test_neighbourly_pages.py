"""Wishes, lending and time as residents and the desk meet them on the pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.service.volunteering import lapsing
from linli.service.volunteering.models import (
    Loan,
    NeighbourNote,
    NoteReport,
    TimeCheque,
    TimeDeed,
    TimeMember,
    TimeScheme,
    Wish,
    WishClaim,
)

pytestmark = pytest.mark.django_db
BACKEND = "linli.core.access.sign_in.AccountBackend"


def read(response):
    return response.content.decode()


@pytest.fixture
def house(setting):
    return House(setting)


class House:
    """Browsers of the cast, and the addresses of this room."""

    def __init__(self, setting):
        self.setting, self.here = setting, setting.community

    def browser(self, key=""):
        client = Client()
        if key:
            client.force_login(self.setting.accounts[key], BACKEND)
        return client

    def at(self, name, *parts, place=None):
        code = (place or self.here).code
        return reverse(f"volunteering:{name}", args=[code, *parts])

    def fill(self, client, address, status=302, **typed):
        """Opens a form, fills it in and sends it; gives what came back."""
        form = client.get(address).context["form"]
        hidden = {name: form[name].value() for name in ("once", "seen") if name in form.fields}
        answered = client.post(address, {**hidden, **typed})
        assert answered.status_code == status, read(answered)[:4000]
        return answered


def test_a_childs_wish_from_the_guardian_to_the_thanks_and_nobody_is_named(house):
    parent, worker, neighbour = (house.browser(key) for key in ("tenant", "worker", "elder"))
    new = house.at("make_wish")
    said = {"whose": "child", "sort": "thing", "words": "小宇想要一本《海底两万里》，13800138000"}
    turned = house.fill(parent, new, 422, **said)
    assert "监护人" in read(turned)
    turned = house.fill(parent, new, 422, **{**said, "words": "求捐300元"}, guardian_agrees="on")
    assert "社会救助" in read(turned)
    house.fill(parent, new, **said, guardian_agrees="on")
    wish = Wish.objects.get(community=house.here)
    page = house.at("wish", wish.pk)
    assert house.browser().get(page).status_code == 404
    assert neighbour.get(page).status_code == 404
    assert neighbour.get(house.at("wishes_desk")).status_code == 404
    assert "小宇" in read(worker.get(house.at("wish_desk", wish.pk)))
    publish = house.at("publish_wish", wish.pk)
    house.fill(worker, publish, 422, title="小宇，打13800138000")
    house.fill(worker, publish, 422, title="单亲家庭的孩子想要书")
    house.fill(worker, publish, title="想要一本《海底两万里》", about="旧书也可以")
    told = read(house.browser().get(page))
    assert "一个孩子" in told
    assert "小宇" not in told
    house.fill(neighbour, house.at("claim_wish", wish.pk), contact="周末在家")
    assert read(house.browser().get(page)).count("有人认领了") >= 1
    late = house.browser("representative")
    form = {"contact": "x", "once": "01920000-0000-7000-8000-000000000001"}
    assert "已经有人认领" in read(late.post(house.at("claim_wish", wish.pk), form))
    house.fill(neighbour, house.at("meet_wish", wish.pk), told="一位邻居送来一本")
    house.fill(parent, house.at("thank_wish", wish.pk), thanks="谢谢，已经看到第三章了")
    assert "第三章" not in read(neighbour.get(page)) + read(
        neighbour.get(house.at("wishes") + "?state=met")
    )
    assert "有话等着看" in read(worker.get(house.at("wishes_desk")))
    house.fill(worker, house.at("show_wish_words", wish.pk), 422, told="打13800138000", thanks="")
    words = worker.get(house.at("show_wish_words", wish.pk)).context["form"]
    house.fill(worker, house.at("show_wish_words", wish.pk), told=words["told"].value(),
               thanks=words["thanks"].value())  # fmt: skip
    told = read(house.browser().get(page))
    assert "第三章" in told
    assert "王秀兰" not in told
    assert "刘洋" not in told
    for name in ("wishes", "wishes_data"):
        assert house.browser().get(house.at(name)).status_code == 200
    assert "第三章" in read(house.browser().get(house.at("wishes") + "?state=met"))
    assert "海底" in read(parent.get(house.at("wishes_mine")))
    house.fill(parent, house.at("withdraw_wish", wish.pk))
    assert house.browser().get(page).status_code == 404


def test_a_claim_that_was_not_kept_leaves_no_trace_of_whose_it_was(house):
    worker, neighbour = house.browser("worker"), house.browser("elder")
    house.fill(
        worker, house.at("make_wish_desk"), whose="elder", sort="company", words="想有人陪着下棋",
        name="孙示范", consents="on",
    )  # fmt: skip
    wish = Wish.objects.get(community=house.here)
    house.fill(worker, house.at("publish_wish", wish.pk), title="想有人陪着下棋")
    house.fill(neighbour, house.at("claim_wish", wish.pk), contact="电话")
    until = WishClaim.objects.get(community=house.here).holds_until
    noon = timezone.now().replace(hour=4)
    days = (until - timezone.localdate()).days
    lapsing.run(noon + timedelta(days=days))
    assert Wish.objects.get(community=house.here).state == "claimed"
    lapsing.run(noon + timedelta(days=days + 1))
    assert Wish.objects.get(community=house.here).state == "published"
    assert not WishClaim.objects.filter(community=house.here).exists()
    assert "王秀兰" not in read(worker.get(house.at("wish_desk", wish.pk)))
    unit = {"who": "unit", "name": "示范书店", "shown_as": "示范书店", "contact": "店里"}
    house.fill(worker, house.at("claim_wish_desk", wish.pk), **unit)
    assert "示范书店" in read(house.browser().get(house.at("wish", wish.pk)))
    house.fill(worker, house.at("release_wish_desk", wish.pk))
    house.fill(worker, house.at("withdraw_wish_desk", wish.pk))
    lapsing.run(noon + timedelta(days=40))
    wish.refresh_from_db()
    assert (wish.words, wish.name) == ("", "")


def test_a_wish_for_money_is_answered_with_where_it_belongs(house):
    parent, worker = house.browser("tenant"), house.browser("worker")
    house.fill(
        parent,
        house.at("make_wish"),
        whose="adult",
        sort="thing",
        words="想换个大房子",
        consents="on",
    )
    wish = Wish.objects.get(community=house.here)
    house.fill(worker, house.at("give_wish_back", wish.pk), reason="请说一件小的")
    house.fill(parent, house.at("change_wish", wish.pk), words="房子漏雨，想有人帮忙修")
    assert "desk/micro-wishes" in house.at("wishes_desk")
    house.fill(
        worker,
        house.at("refuse_wish", wish.pk),
        reason="修房子要按规定办",
        way_on="已帮您联系物业报修",
    )
    assert "物业报修" in read(parent.get(house.at("wishes_mine")))
    assert house.browser().get(house.at("wish", wish.pk)).status_code == 404
    for number in range(2):
        house.fill(parent, house.at("make_wish"), whose="adult", sort="hand",
                   words=f"想学修伞{number}", consents="on")  # fmt: skip
    turned = house.fill(
        parent, house.at("make_wish"), 409, whose="adult", sort="hand", words="三", consents="on"
    )
    assert "最多" in read(turned)


def test_contacts_are_shown_when_both_said_yes_and_deleted_when_it_is_over(house):
    owner, other, third = (house.browser(key) for key in ("elder", "tenant", "representative"))
    new = {"side": "offer", "sort": "thing", "title": "人字梯", "contact": "3号楼下长椅，晚饭后"}
    house.fill(owner, house.at("put_up_note"), 422, **{**new, "about": "每天20元"})
    house.fill(owner, house.at("put_up_note"), **new, about="两米，借两天，不收钱")
    note = NeighbourNote.objects.get(community=house.here)
    page = house.at("note", note.pk)
    for who in (house.browser(), other):
        assert "长椅" not in read(who.get(page))
    house.fill(owner, house.at("answer_note", note.pk), 409, contact="我")
    house.fill(other, house.at("answer_note", note.pk), contact="微信 liuyang", words="挂窗帘用")
    house.fill(other, house.at("answer_note", note.pk), 409, contact="微信 liuyang")
    house.fill(third, house.at("answer_note", note.pk), contact="门口")
    loan, second = Loan.objects.filter(community=house.here).order_by("id")
    one = house.at("loan", loan.pk)
    assert third.get(one).status_code == 404
    assert house.browser("worker").get(one).status_code == 404
    assert "挂窗帘" in read(owner.get(one))
    assert "liuyang" not in read(owner.get(one))
    house.fill(owner, house.at("loan_agree", loan.pk))
    assert "liuyang" in read(owner.get(one))
    assert "长椅" in read(other.get(one))
    house.fill(owner, house.at("loan_agree", second.pk), 409)
    house.fill(owner, house.at("loan_decline", second.pk))
    today = timezone.localdate()
    days = {"out_on": today, "due_on": today + timedelta(days=61), "before": "完好"}
    house.fill(owner, house.at("loan_hand_over", loan.pk), 409, **days)
    house.fill(
        owner, house.at("loan_hand_over", loan.pk), **{**days, "due_on": today + timedelta(days=2)}
    )
    assert "正借给邻居" in read(house.browser().get(house.at("lending")))
    noon = timezone.now().replace(hour=4)
    lapsing.run(noon)
    assert Loan.objects.get(community=house.here, pk=loan.pk).reminded_on is None
    lapsing.run(noon + timedelta(days=1))
    assert Loan.objects.get(community=house.here, pk=loan.pk).reminded_on is not None
    house.fill(owner, house.at("withdraw_note", note.pk))
    assert house.browser().get(page).status_code == 404
    house.fill(other, house.at("report_note", note.pk), words="梯子有点晃")
    report = NoteReport.objects.get(community=house.here)
    worker = house.browser("worker")
    assert "有点晃" in read(worker.get(house.at("lending_desk")))
    house.fill(worker, house.at("answer_report", report.pk), answer="请物业看过，拧紧了")
    assert "拧紧了" in read(other.get(house.at("lending_mine")))
    house.fill(other, house.at("loan_back", loan.pk), back_on=today, after="完好")
    lapsing.run(noon + timedelta(days=40))
    loan.refresh_from_db()
    assert (loan.contact, loan.owner_contact, loan.words) == ("", "", "")
    assert "人字梯" in read(other.get(house.at("lending_mine")))


def test_a_small_help_and_a_note_the_desk_takes_down(house):
    owner, other, worker = (house.browser(key) for key in ("elder", "tenant", "worker"))
    new = {"side": "ask", "sort": "help", "title": "帮忙换灯泡", "contact": "楼下"}
    house.fill(owner, house.at("put_up_note"), **new)
    note = NeighbourNote.objects.get(community=house.here)
    house.fill(other, house.at("answer_note", note.pk), contact="楼下")
    loan = Loan.objects.get(community=house.here)
    house.fill(owner, house.at("loan_agree", loan.pk))
    house.fill(other, house.at("loan_finish", loan.pk))
    house.fill(worker, house.at("take_down_note", note.pk), reason="已经换好了")
    assert "已经换好了" in read(owner.get(house.at("lending_mine")))
    assert other.get(house.at("lending_desk")).status_code == 404


def test_while_it_is_off_residents_read_why_and_how_it_is_switched_on(house):
    told = read(house.browser().get(house.at("time")))
    assert "居委会主任登记决议" in told
    assert "加入</a>" not in told
    assert house.browser().get(house.at("time_data")).json()["on"] is False
    assert house.browser("worker").get(house.at("switch_time_on")).status_code == 404
    assert house.browser("worker").get(house.at("time_desk")).status_code == 200
    today = timezone.localdate()
    director = house.browser("director")
    decided = {"reference": "居民代表会议第3号决议", "decided_on": today + timedelta(days=1)}
    house.fill(director, house.at("switch_time_on"), 409, **decided)
    house.fill(director, house.at("switch_time_on"), **{**decided, "decided_on": today})
    assert "第3号决议" in read(house.browser().get(house.at("time")))
    house.fill(director, house.at("switch_time_off"), **{**decided, "decided_on": today})
    assert not TimeScheme.objects.get(community=house.here).on
    assert "已经停止" in read(house.browser().get(house.at("time")))


def test_minutes_on_the_pages_from_the_rules_to_the_slip(house):
    today, director, worker = (
        timezone.localdate(),
        house.browser("director"),
        house.browser("worker"),
    )
    house.fill(director, house.at("switch_time_on"), reference="决议", decided_on=today)
    elder, tenant = house.browser("elder"), house.browser("tenant")
    assert elder.get(house.at("time_mine")).status_code == 302
    house.fill(elder, house.at("join_time"), 409)
    house.fill(elder, house.at("join_time"), agrees="on")
    house.fill(tenant, house.at("join_time"), agrees="on")
    house.fill(worker, house.at("join_time_desk"), agrees="on", name="周示范")
    paper = TimeMember.objects.get(community=house.here, number=3)
    help_ = {"side": "gave", "other": 2, "minutes": 60, "on": today}
    turned = house.fill(elder, house.at("write_help"), 409, **help_, purpose="disabled")
    assert "志愿服务条例" in read(turned)
    house.fill(elder, house.at("write_help"), 422, **{**help_, "other": 10**12}, purpose="phone")
    house.fill(elder, house.at("write_help"), **help_, purpose="phone")
    deed = TimeDeed.objects.get(community=house.here)
    assert elder.get(house.at("confirm_help", deed.pk)).status_code == 404
    assert "等您确认" in read(tenant.get(house.at("time_mine")))
    house.fill(tenant, house.at("confirm_help", deed.pk))
    house.fill(elder, house.at("give_time"), to=3, minutes=15)
    house.fill(elder, house.at("give_to_pot"), minutes=30)
    house.fill(worker, house.at("grant_time"), to=3, minutes=15)
    house.fill(worker, house.at("write_help_desk", paper.pk), side="got", other=1, minutes=15,
               on=today, purpose="walk")  # fmt: skip
    waits = TimeDeed.objects.get(community=house.here, state="waiting")
    house.fill(worker, house.at("decline_help_desk", waits.pk))
    house.fill(tenant, house.at("print_cheques"), slips=2, minutes="30")
    slip = TimeCheque.objects.filter(community=house.here).order_by("number").first()
    assert slip.code in read(tenant.get(house.at("cheque_book", slip.member_id, slip.book_of)))
    assert elder.get(house.at("cheque_book", slip.member_id, slip.book_of)).status_code == 404
    typed = {"code": slip.code, "giver": 1, "on": today, "purpose": "errand"}
    house.fill(worker, house.at("type_cheque"), **typed)
    house.fill(worker, house.at("type_cheque"), 409, **typed)
    mine = read(elder.get(house.at("time_mine")))
    assert "+60" in mine
    assert ">45 分钟" in mine
    desk = worker.get(house.at("time_desk"))
    assert "周示范" not in read(desk)
    assert worker.get(house.at("time_member", paper.pk)).status_code == 200
    house.fill(worker, house.at("take_deed_back", deed.pk), reason="记成了两次")
    other = house.setting.neighbour
    house.fill(director, house.at("agree_with_partner"), other=str(other.pk), owed_to_us=60,
               owed_by_us=60, agreement="互助协议")  # fmt: skip
    partner = TimeScheme.objects.get(community=house.here).partners.get()
    assert "对方账上" not in read(worker.get(house.at("time_partner", partner.pk)))
    house.fill(worker, house.at("ask_clearing", partner.pk), giver=1, receiver=1, minutes=30,
               on=today, purpose="walk")  # fmt: skip
    house.fill(director, house.at("partner_limits", partner.pk), owed_to_us=30, owed_by_us=30)
    house.fill(tenant, house.at("leave_time"))
    told = read(house.browser().get(house.at("time")))
    assert "合计暂不公布" in told
