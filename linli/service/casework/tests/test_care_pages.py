"""The pages of care, children, violence and corrections, as those meet them who use them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.access.queries import bodies_of
from linli.core.access.tests.browsers import know_browsers
from linli.core.audit.actor import the_operator
from linli.core.audit.models import Entry
from linli.core.messages.models import Message
from linli.mechanisms.rounds.models import Stop
from linli.service.casework.actions import decide
from linli.service.casework.models import (
    CareVisit,
    Case,
    ChildReport,
    CorrectionsHelp,
    OtherSide,
    OtherVisit,
    Release,
    ViolenceFile,
)
from linli.service.casework.queries import care as visiting
from linli.service.casework.rounds import visit_arrived
from linli.service.casework.tests.conftest import WORDS
from linli.service.casework.views import gate

pytestmark = pytest.mark.django_db

BACKEND = "linli.core.access.sign_in.AccountBackend"
SAFE = "姐姐家，丁香路"


@pytest.fixture(autouse=True)
def usual(monkeypatch):
    """An ordinary hour on a known browser: nothing is strange."""
    monkeypatch.setattr(gate, "why_strange", lambda *_given: ())
    know_browsers(monkeypatch)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def warden(house, now):
    """The colleague in the dedicated post for children."""
    account = open_account(label="唐静", login="+8619900000071", password="linli-2026", at=now)
    appoint(
        house.community,
        account=account,
        post="child_protection",
        since=timezone.localdate(now),
        by=the_operator(),
        at=now,
    )
    house.accounts["warden"] = account
    return account


@pytest.fixture
def sit(house):
    """Somebody's browser."""

    def down(key):
        client = Client()
        client.force_login(house.account(key), BACKEND)
        return client

    return down


@pytest.fixture
def url(house):
    return lambda name, *args: reverse(f"casework:{name}", args=[house.community.code, *args])


def enter(browser, url, case):
    given = {"purpose": "next_step", "words": WORDS}
    assert browser.post(url("enter", case.pk), given).status_code == 302
    return browser


def text_of(response, status=200):
    assert response.status_code == status, (response.status_code, response.get("Location"))
    return response.content.decode()


def plan_form(today, **more):
    return {
        "consented": "on",
        "how": "in_person",
        "agreed_on": today.isoformat(),
        "tier": "weekly",
        "first_on": today.isoformat(),
        "phone": "0990-5550001",
        "contact_name": "小王",
        "contact_tie": "女儿",
        "contact_phone": "0990-5550002",
        "wants_card": "on",
        "card_words": "我耳朵不好，请大声",
        "need_joyful": "下棋",
        **more,
    }


def test_a_plan_from_the_elders_yes_to_the_card_and_the_search(house, sit, url, now):
    case = house.open("elder_care", at=now)
    today = timezone.localdate(now)
    worker = enter(sit("worker"), url, case)
    page = url("care_plan", case.pk)
    assert "老人同意" in text_of(worker.get(page))
    without = plan_form(today)
    del without["consented"]
    assert "老人还没有同意" in text_of(worker.post(page, without), 409)
    assert worker.post(page, plan_form(today)).status_code == 302
    shown = text_of(worker.get(page))
    for words in ("每周", "下棋", "小王（女儿）", "老人没有指定，别人不能开门"):
        assert words in shown, words
    card = text_of(worker.get(url("care_card", case.pk)))
    assert "我耳朵不好" in card
    committees = bodies_of(house.community, today).filter(kind="residents_committee")
    committees.update(office_phone="0990-5550100")
    card = text_of(worker.get(url("care_card", case.pk)))
    assert "0990-5550100" in card
    assert "12345" not in card
    visit = CareVisit.objects.get(community=house.community)
    assert "王阿姨" in text_of(worker.get(url("care_day")))
    record = url("care_record", visit.pk)
    assert worker.post(record, {"outcome": "not_home", "seen": visit.version}).status_code == 302
    shown = text_of(worker.get(url("care_visit", visit.pk)))
    assert url("care_try", visit.pk, "second_try") in shown
    assert url("care_try", visit.pk, "neighbour") not in shown
    visit.refresh_from_db()
    given = {"found": "", "seen": visit.version}
    assert worker.post(url("care_try", visit.pk, "second_try"), given).status_code == 302
    assert "0990-5550001" in text_of(worker.get(url("care_try", visit.pk, "phone")))
    given["found"] = "well"
    assert worker.post(url("care_try", visit.pk, "phone"), given).status_code == 302
    assert "人没事" in text_of(worker.get(url("care_visit", visit.pk)))
    assert worker.post(url("care_end", case.pk), {}).status_code == 302
    shown = text_of(worker.get(page))
    assert "老人结束了" in shown
    assert "小王" not in shown
    assert worker.get(url("care_card", case.pk)).status_code == 404


def test_every_form_of_a_plan_carries_out_its_act(house, sit, url, now):
    case = house.open("elder_care", at=now)
    today = timezone.localdate(now)
    worker = enter(sit("worker"), url, case)
    worker.post(url("care_plan", case.pk), plan_form(today))
    third = str(house.account("third").pk)
    both = {"account": third, "name": "老赵"}
    assert text_of(worker.post(url("care_name_visitor", case.pk), both), 422)
    for name, given in (
        ("care_name_visitor", {"account": third}),
        ("care_name_visitor", {"name": "老赵", "phone": "0990-5550005"}),
        ("care_plan_visit", {"planned_on": (today + timedelta(days=2)).isoformat()}),
        ("care_shock", {"shock_at": f"{today}T08:00"}),
        ("care_offline", {"offline": "on"}),
        ("care_change", plan_form(today, tier="monthly")),
    ):
        assert text_of(worker.get(url(name, case.pk)))
        assert worker.post(url(name, case.pk), given).status_code == 302, name
    # The shock's visit of today goes along, by its door; what comes home is entered once.
    along = url("care_along")
    picked = CareVisit.objects.filter(community=house.community, planned_on=today).first()
    assert text_of(worker.post(along, {}), 422)
    assert worker.post(along, {"visits": [str(picked.pk)]}).status_code == 302
    stop = Stop.objects.get(community=house.community)
    assert (stop.ref, stop.person_id) == (picked.pk, None)
    for _twice in range(2):
        visit_arrived(
            stop, {"outcome": "done"}, house.actor("worker", timezone.now()), timezone.now()
        )
    picked.refresh_from_db()
    assert picked.state == "done"
    plan = visiting.plan_of(case)
    assert (plan.tier, plan.offline) == ("monthly", True)
    volunteer = next(one for one in visiting.roster_of(plan) if one.volunteer)
    assert volunteer.label == "老赵"
    assert worker.post(url("care_thank", case.pk, volunteer.pk)).status_code == 302
    planned = CareVisit.objects.filter(community=house.community, state="planned").last()
    assert worker.post(
        url("care_call_off", planned.pk), {"seen": planned.version}
    ).status_code == 302  # fmt: skip
    later = {"planned_on": (today + timedelta(days=3)).isoformat()}
    assert worker.post(url("care_plan_visit", case.pk), later).status_code == 302
    # A visitor without the case sees the visit, and no door to the case.
    visitor = sit("third")
    mine = CareVisit.objects.filter(community=house.community, state="planned").first()
    assert "下棋" in text_of(visitor.get(url("care_visit", mine.pk)))
    assert visitor.get(url("care_plan", case.pk)).status_code == 404
    assert visitor.get(url("care_call_off", mine.pk)).status_code == 200
    assert visitor.post(url("care_call_off", mine.pk), {"seen": mine.version}).status_code == 403


@pytest.mark.parametrize("key", ["director", "third", "mediator", "manager", "elder"])
def test_strangers_get_what_an_id_that_never_was_gets(house, sit, url, now, key):
    case = house.open("elder_care", at=now)
    enter(sit("worker"), url, case).post(
        url("care_plan", case.pk), plan_form(timezone.localdate(now))
    )
    visit = CareVisit.objects.get(community=house.community)
    stranger, never = sit(key), house.community.pk
    for name, there in (("care_plan", case.pk), ("care_visit", visit.pk), ("care_end", case.pk)):
        real, none = stranger.get(url(name, there)), stranger.get(url(name, never))
        assert real.status_code == none.status_code == 404
    if key in ("director", "third", "mediator"):
        assert "王阿姨" not in text_of(stranger.get(url("care_day")))


def test_a_child_reported_by_one_and_kept_from_the_director(house, sit, url, now, warden):
    worker, director, post = sit("worker"), sit("director"), sit("warden")
    page = text_of(worker.get(url("child_report")))
    assert "110" in page
    assert "第一百一十七条" in page
    once = str(house.community.pk)
    sent = worker.post(url("child_report"), {"authority": "police", "once": once})
    assert worker.post(url("child_report"), {"authority": "police", "once": once}).url == sent.url
    made = ChildReport.objects.get(community=house.community)
    local = timezone.localtime(made.reported_at)
    given = {"noticed_at": f"{local - timedelta(hours=2):%Y-%m-%dT%H:%M}", "words": "听见哭"}
    assert text_of(worker.post(sent.url, given), 409)
    given["late_because"] = "先找人帮忙"
    assert worker.post(sent.url, given).status_code == 302
    assert director.get(sent.url).status_code == 404
    assert director.get(url("child_waiting")).status_code == 404
    assert made.get_authority_display() in text_of(post.get(url("child_waiting")))
    case = house.open("child", by="warden", second="worker", called="小雨", person=None, at=now)
    take = {"case": str(case.pk)}
    assert post.post(url("child_take_up", made.pk), take).status_code == 302
    assert worker.get(sent.url).status_code == 404  # now it is the case's
    # Each reading waits for another handler.
    closed = url("closed", case.pk)
    assert post.get(url("child_file", case.pk)).url == closed
    assert "另一位经办人同意" in text_of(post.get(closed))
    assert post.post(closed, {"reason": WORDS, "once": str(case.pk)}).status_code == 302
    release = Release.objects.get(community=house.community)
    decide(case, release=release, granted=True, by=house.actor("worker"), at=timezone.now())
    enter(post, url, case)
    begin = {"suspected_harm": "on", "under_fourteen": "on"}
    assert text_of(post.post(url("child_begin", case.pk), begin), 409)
    begin["parent_is_danger"] = "on"
    assert post.post(url("child_begin", case.pk), begin).status_code == 302
    school = {"school": "实验小学李老师", "words": "补课"}
    assert post.post(url("child_school", case.pk), school).status_code == 302
    assert post.post(url("child_duty", case.pk, "who_guards"), {"words": "奶奶"}).status_code == 302
    shown = text_of(post.get(url("child_file", case.pk)))
    for words in ("实验小学", "奶奶", "第二十七条"):
        assert words in shown
    assert "1" in text_of(post.get(url("child_audit")))
    assert post.post(url("child_audit"), {"words": "没有问题"}).status_code == 302
    for name in ("mine", "child_report", "care_day"):
        assert "小雨" not in text_of(director.get(url(name)))
    assert not Entry.objects.filter(action__startswith="casework").exists()
    told = Message.objects.filter(community=house.community, kind__startswith="casework")
    assert not told.exists()  # whoever is told reads one neutral sentence


def test_the_numbers_of_the_place_stand_beside_the_national_ones(house, sit, url, warden):
    given = {"office": "police", "name": "湖滨派出所", "phone": "0990 5550110"}
    assert sit("director").post(url("duty_offices"), given).status_code == 302
    page = text_of(sit("worker").get(url("child_report")))
    assert "湖滨派出所" in page
    assert "tel:09905550110" in page
    assert sit("worker").get(url("duty_offices")).status_code == 404


def test_nothing_of_the_victim_is_on_the_other_sides_pages(house, sit, url, now):
    case = house.open("violence", called="沈女士", person=None, at=now)
    today = timezone.localdate(now)
    worker = enter(sit("worker"), url, case)
    page = url("violence", case.pk)
    assert text_of(worker.post(page, {"capacity": "none"}), 409)
    third, director = str(house.account("third").pk), str(house.account("director").pk)
    letter = {"letter_on": today.isoformat(), "letter_from": "湖滨派出所", "letter_number": "7号"}
    order = {"made_on": today.isoformat(), "last_day": (today + timedelta(days=60)).isoformat(),
             "received_on": today.isoformat(), "court": "示范区法院"}  # fmt: skip
    two = {"victim_on": today.isoformat(), "other_on": (today + timedelta(days=1)).isoformat()}
    apart = {"initials": "LQ", "account": third, "second": director}
    for name, given in (
        ("violence", {"capacity": "full"}),
        (
            "violence_safe",
            {"safe_address": SAFE, "safe_phone": "上班时间", "line_signal": "借酱油"},
        ),
        ("violence_letter", letter),
        ("violence_apart", apart),
        ("violence_visits", two),
        ("violence_apply", {"because": "threatened", "court": "示范区法院"}),
        ("violence_order", order),
    ):
        assert text_of(worker.get(url(name, case.pk)))
        assert worker.post(url(name, case.pk), given).status_code == 302, name
    shown = text_of(worker.get(page))
    for words in (SAFE, "借酱油", "有效", "no-print"):
        assert words in shown, words
    file = ViolenceFile.objects.get(community=house.community)
    other = OtherSide.objects.select_related("case").get(
        pk=file.other_id, community=house.community
    )
    visitor = sit("third")
    enter(visitor, url, other.case)
    visit = OtherVisit.objects.get(community=house.community)
    assert visitor.post(
        url("other_visited", other.case.pk, visit.pk), {"words": "保证不再动手"}
    ).status_code == 302  # fmt: skip
    pages = [
        text_of(visitor.get(url(name, *args)))
        for name, *args in (
            ("mine",), ("case", other.case.pk), ("other_side", other.case.pk),
        )
    ]  # fmt: skip
    assert "7号" in pages[-1]
    assert "保证不再动手" in pages[-1]
    for each in pages:
        for secret in ("沈女士", SAFE, str(case.pk), "借酱油", "陈晓"):
            assert secret not in each, secret
    assert visitor.get(page).status_code == 404
    assert worker.get(url("other_side", other.case.pk)).status_code == 404


def test_help_in_corrections_on_its_page(house, sit, url, now):
    case = house.open("corrections", called="WXL", person=None, at=now)
    today = timezone.localdate(now)
    worker = enter(sit("worker"), url, case)
    page = url("corrections", case.pk)
    assert "只记首字母" in text_of(worker.get(page))
    given = {
        "initials": "WXL",
        "begins_on": today.isoformat(),
        "ends_on": (today + timedelta(days=90)).isoformat(),
        "needs": ["work", "housing"],
        "plan": "找培训班",
    }
    assert text_of(worker.post(page, given | {"plan": "电话13800000000"}), 409)
    assert worker.post(page, given).status_code == 302
    note = {"on": today.isoformat(), "words": "一起去了人才市场"}
    assert worker.post(url("corrections_note", case.pk), note).status_code == 302
    change = {"needs": ["work"], "plan": "已经报名"}
    assert worker.post(url("corrections_change", case.pk), change).status_code == 302
    shown = text_of(worker.get(page))
    for words in ("第六十一条", "找工作", "人才市场", "已经报名"):
        assert words in shown
    assert "住处" not in shown
    assert CorrectionsHelp.objects.get(community=house.community).needs == ["work"]
    assert Case.objects.filter(community=house.community).count() == 1
    assert sit("director").get(page).status_code == 404
