# ruff: noqa: F811 (fixtures that come from another file)
"""The pages of services, contacts, support agreements and day-care sheets."""

from datetime import timedelta

import pytest
from django.utils import timezone

from linli.service.casework.models import CareService, CareVisit, DaySheetLine, SupportAgreement
from linli.service.casework.queries.care import plan_needed
from linli.service.casework.queries.support import agreement_of, parties_of
from linli.service.casework.tests.test_care_pages import (  # noqa: F401
    enter,
    now,
    plan_form,
    sit,
    text_of,
    url,
    usual,
)
from linli.service.casework.views import support

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    """Whether this machine draws a PDF takes seconds to find out, and mediation's tests do."""
    monkeypatch.setattr(support, "can_draw", lambda: False)


def go(browser, address, given):
    """Fills in a page, after having seen it."""
    text_of(browser.get(address))
    answer = browser.post(address, given)
    assert answer.status_code == 302, answer.content.decode()[:4000]
    return answer


def test_services_contacts_card_and_need_on_the_plan(house, sit, url, now):
    case, today = house.open("elder_care", at=now), timezone.localdate(now)
    worker = enter(sit("worker"), url, case)
    assert worker.get(url("service_wish", case.pk)).status_code == 404  # there is no plan yet
    start = plan_form(today, card_name="王奶奶", contact_on_card="on")
    go(worker, url("care_plan", case.pk), start)
    go(worker, url("service_wish", case.pk), {"service": "meals", "wish": "想吃热的"})
    row = CareService.objects.get(community=house.community)
    given = {
        "consented": "on",
        "how": "in_person",
        "agreed_on": today.isoformat(),
        "provider": "示范社区食堂",
        "days": ["1", "3"],
        "hour": "11:30",
        "price_class": "low",
        "price_yuan": "6.50",
        "price_unit": "meal",
        "payer": "elder",
        "since": today.isoformat(),
        "seen": row.version,
    }
    arrange = url("service_arrange", case.pk, row.pk)
    assert "谁付" in text_of(worker.post(arrange, given | {"payer": ""}), 409)
    go(worker, arrange, given)
    assert "没有说定" in text_of(worker.get(url("service", case.pk, row.pk)))
    go(worker, url("service_move", case.pk, row.pk, "run"), {"seen": 2})
    assert worker.get(url("service_move", case.pk, row.pk, "run_out")).status_code == 404
    more = {"name": "老赵", "phone": "0990-5550012", "on_card": "on"}
    go(worker, url("care_contact", case.pk), more)
    go(worker, url("care_contact", case.pk), more | {"name": "老钱", "on_card": ""})
    go(worker, url("care_need", case.pk), {"wanted": "on", "wish": "想有人帮着洗澡"})
    told = {"told": "half", "told_by": "示范区民政局", "told_on": today.isoformat()}
    go(worker, url("care_assessment", case.pk), {"came_on": today.isoformat(), **told})
    shown = text_of(worker.get(url("care_plan", case.pk)))
    for words in ("示范社区食堂", "¥6.50", "周一 周三 11:30", "老赵", "半自理", "示范区民政局"):
        assert words in shown, words
    card = text_of(worker.get(url("care_card", case.pk)))
    assert all(words in card for words in ("王奶奶", "小王", "老赵", "打不通再打给"))
    assert not any(words in card for words in ("老钱", "半自理", "助餐", "洗澡"))
    # A visitor sees neither contacts nor services, until nobody opens.
    go(worker, url("care_name_visitor", case.pk), {"account": str(house.account("third").pk)})
    visitor, visit = sit("third"), CareVisit.objects.filter(
        community=house.community, why="rhythm"
    ).get()  # fmt: skip
    seen = text_of(visitor.get(url("care_visit", visit.pk)))
    assert not any(words in seen for words in ("老赵", "0990-5550012", "助餐", "半自理"))
    go(visitor, url("care_record", visit.pk), {"outcome": "not_home", "seen": visit.version})
    for step, number in (("second_try", ""), ("phone", "0990-5550001"), ("contact", "小王")):
        assert number in text_of(visitor.get(url("care_try", visit.pk, step)))
        visit.refresh_from_db()
        given = {"found": "", "seen": visit.version}
        assert visitor.post(url("care_try", visit.pk, step), given).status_code == 302
    assert "老赵 0990-5550012" in text_of(visitor.get(url("care_try", visit.pk, "contact")))
    dropped = plan_needed(case).contacts.get(place=2)
    drop = url("care_drop_contact", case.pk, dropped.pk)
    assert "还在找这位老人" in text_of(worker.post(drop), 409)
    visit.refresh_from_db()
    reached = {"found": "well", "seen": visit.version}
    go(visitor, url("care_try", visit.pk, "contact"), reached)
    assert worker.post(drop).status_code == 302
    go(worker, url("care_end_need", case.pk), {})
    assert "民政局" not in text_of(worker.get(url("care_plan", case.pk)))


def test_an_agreement_from_the_draft_to_paper_and_to_what_comes_next(house, sit, url, now):
    case, today = house.open("elder_care", at=now), timezone.localdate(now)
    worker = enter(sit("worker"), url, case)
    page = url("support", case.pk)
    assert f'href="{url("case", case.pk)}"' in text_of(worker.get(page))
    hangs = {"terms": "老大放弃继承就不用出钱", "watched_by": "committee"}
    refusal = text_of(worker.post(page, hangs), 409)
    assert "第十九条" in refusal
    assert "第一千零六十七条" in refusal
    go(worker, page, {"terms": "春节轮流接老人过年", "watched_by": "committee"})
    alone = text_of(worker.get(page))
    assert "至少两位" in alone
    assert url("support_sign", case.pk) not in alone
    assert url("support_paper", case.pk) not in alone
    for given in (
        {"name": "王小红", "tie": "女儿", "money_yuan": "600", "money_every": "month"},
        {"name": "王小明", "tie": "儿子", "care": "陪看病", "visits": "每周日"},
        {"name": "多写的", "visits": "每月"},
    ):
        go(worker, url("support_add", case.pk), given)
    row = agreement_of(case)
    extra = next(one for one in parties_of(row) if one.name == "多写的")
    assert worker.post(url("support_remove", case.pk, extra.pk)).status_code == 302
    assert url("support_sign", case.pk) in text_of(worker.get(page))
    paper = text_of(worker.get(url("support_paper", case.pk)))
    for words in ("草稿", "每月 ¥600.00", "陪看病", "春节轮流", "直接向法院起诉"):
        assert words in paper, words
    word = worker.get(url("support_file", case.pk, "docx"))
    assert word.content[:2] == b"PK"
    assert "no-store" in word["Cache-Control"]
    assert worker.get(url("support_file", case.pk, "txt")).status_code == 404
    signing = {
        "how": "on_paper",
        "consented_on": today.isoformat(),
        "signed_on": today.isoformat(),
        "nothing_hidden": "on",
        "seen": agreement_of(case).version,
    }
    refusal = text_of(worker.post(url("support_sign", case.pk), signing), 409)
    assert "老人没有同意" in refusal
    assert "第二十条" in refusal
    go(worker, url("support_sign", case.pk), signing | {"consented": "on"})
    look = {"done_on": today.isoformat(), "result": "not_kept", "words": "两个月没给钱"}
    look["seen"] = agreement_of(case).version
    assert "下一步" in text_of(worker.post(url("support_check", case.pk), look), 409)
    go(worker, url("support_check", case.pk), look | {"way": "mediation"})
    shown = text_of(worker.get(page))
    for words in ("没有做到", "请人民调解", "两个月没给钱", "下一次看"):
        assert words in shown, words
    go(worker, url("support_end", case.pk), {"seen": agreement_of(case).version})
    assert SupportAgreement.objects.get(community=house.community).ended_on == today
    assert "起草赡养协议" in text_of(worker.get(page))
    for key in ("director", "third"):
        assert sit(key).get(page).status_code == 404


def test_a_day_care_centre_signs_in_and_out(house, sit, url, now):
    centre = house.open("day_care", called="东湖日间照料中心", person=None, at=now)
    worker = enter(sit("worker"), url, centre)
    assert url("day_care", centre.pk) in text_of(worker.get(url("case", centre.pk)))
    page = url("day_care", centre.pk)
    go(worker, page, {"name": "王奶奶"})
    assert "还没有走" in text_of(worker.post(page, {"name": "王奶奶"}), 409)
    line = DaySheetLine.objects.get(community=house.community)
    line.on = timezone.localdate(now) - timedelta(days=1)
    line.save(update_fields=["on"])
    shown = text_of(worker.get(page))
    assert "王奶奶 来了" in shown
    assert "每天几人" in shown
    go(worker, page, {"name": "王奶奶"})
    line = DaySheetLine.objects.get(community=house.community, on=timezone.localdate(now))
    assert worker.post(url("day_care_left", centre.pk, line.pk)).status_code == 302
    assert worker.post(url("day_care_strike", centre.pk, line.pk)).status_code == 302
    assert worker.get(url("care_plan", centre.pk)).status_code == 404
    assert sit("director").get(page).status_code == 404
    elders = house.open("elder_care", at=now)
    enter(worker, url, elders)
    assert worker.get(url("day_care", elders.pk)).status_code == 404
