"""The pages of gifts, goods, charities, grants and bank lines, as the cast meets them."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.core.audit.models import Entry
from linli.stewardship.funds import actions
from linli.stewardship.funds.actions import Opened, bank, giving, stock
from linli.stewardship.funds.models import (
    Appeal,
    BankAccount,
    BankLine,
    Charity,
    Gift,
    Request,
    Slip,
)
from linli.stewardship.funds.tests import bank_samples as samples

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


@pytest.fixture
def at():
    """Pages read the clock, so their acts are of today."""
    return timezone.now()


@pytest.fixture
def fund(setting, actor, at, today):
    given = Opened(
        "donation", "活动室捐款", "facilities", "给活动室添空调", restricted=True, opened_on=today
    )
    return actions.open_source(setting.community, given=given, by=actor("worker"), at=at)


def test_a_gift_from_the_window_to_the_answer_without_an_account(
    visit, url, setting, fund, today, deputy
):
    worker, donor = visit("worker"), visit()
    form = worker.get(url("take_money")).context["form"]
    said = {
        "source": fund.pk, "fen": "200.00", "what": "活动室捐款", "on": today, "donor": "person",
        "name": "李示范", "once": form["once"].value(),
    }  # fmt: skip
    turned = worker.post(url("take_money"), said)
    assert turned.status_code == 409
    assert "慈善法" in read(turned)
    for told in ({"what": "李示范捐的空调钱"}, {"what": "空调", "purpose_told": "照李 示范说的用"}):
        turned = worker.post(url("take_money"), {**said, "voluntary": "on", **told})
        assert turned.status_code == 422
        assert not Gift.objects.filter(community=setting.community).exists()
        assert "把名字去掉" in read(turned)
        assert 'value="李示范"' in read(turned)
    page = worker.post(
        url("take_money"), {**said, "voluntary": "on", "consents": "on"}, follow=True
    )
    assert "李示范" in read(page)
    gift = Gift.objects.get(community=setting.community)
    assert donor.get(url("find_receipt"), {"code": gift.code.lower()}).status_code == 302
    assert donor.get(url("find_receipt"), {"code": "nothing"}).status_code == 422
    here = url("gift_receipt", code=gift.code)
    mine = read(donor.get(here))
    assert "李示范" in mine  # agreed to be read by everybody
    assert "不能用来抵税" in mine
    assert "李示范" in read(donor.get(url("giving")))
    asked = {"words": "空调装了吗？", "once": donor.get(here).context["form"]["once"].value()}
    donor.post(url("ask_about_gift", code=gift.code), asked)
    assert "空调装了吗" in read(worker.get(url("gifts")))
    question = gift.questions.get()
    worker.post(url("answer_donor", question_id=question.pk), {"words": "下周装"})
    worker.post(url("source_news", source_id=fund.pk), {"words": "空调买好了", "on": today})
    answered = read(donor.get(here))
    assert "下周装" in answered
    assert "空调买好了" in answered
    donor.post(url("hide_name", code=gift.code))
    told = donor.get(url("giving"))
    assert "李示范" not in read(told)
    assert "李*范" in read(donor.get(here))
    assert "热心居民" in read(told)
    assert donor.get(url("giving_data")).json()["sources"][0]["given_fen"] == 20_000
    assert donor.get(url("receipt_pdf", code=gift.code)).status_code in (200, 404)
    assert (
        visit("representative")
        .post(url("void_gift", gift_id=gift.pk), {"reason": "写错了"}, follow=True)
        .status_code
        == 200
    )
    assert "作废" in read(donor.get(here))


def test_goods_are_signed_on_the_page_by_another(visit, url, setting, actor, at, today, deputy):
    here, worker, other = setting.community, visit("worker"), visit("representative")
    worker.post(url("open_good"), {"title": "大米", "measure": "袋", "purpose": "relief"})
    good = stock.Good.objects.get(community=here)
    form = worker.get(url("take_goods")).context["form"]
    said = {
        "good": good.pk, "amount": 10, "what": "十公斤装大米", "on": today, "donor": "unit",
        "voluntary": "on", "once": form["once"].value(),
    }  # fmt: skip
    worker.post(url("take_goods"), said)
    slip = Slip.objects.get(community=here)
    assert "要由另一位" in read(worker.get(url("slip", slip_id=slip.pk)))
    assert worker.post(url("sign_slip", slip_id=slip.pk)).status_code == 409
    assert "签字" in read(other.get(url("slip", slip_id=slip.pk)))
    other.post(url("sign_slip", slip_id=slip.pk))
    assert "热心单位" in read(visit().get(url("giving")))
    gift = Gift.objects.get(community=here)
    own = url("gift_receipt", code=gift.code)
    assert "已入库" in read(visit().get(own))
    draw = url("draw_slip", good_id=good.pk, way="out")
    form = worker.get(draw).context["form"]
    once = form["once"].value()
    out = {"amount": 4, "served": 4, "what": "重阳慰问", "on": today, "once": once}
    assert worker.post(draw, {**out, "what": "给3号楼2单元501室"}).status_code == 409
    worker.post(draw, out)
    assert "重阳慰问" in read(worker.get(url("stock")))
    assert "重阳慰问" in read(visit("supervisor").get(url("good", good_id=good.pk)))
    assert "同一种物品" not in read(visit().get(own))
    earlier = Slip.objects.get(community=here, way="out")
    other.post(url("sign_slip", slip_id=earlier.pk))
    assert "同一种物品的发放" in read(visit().get(own))
    entered = Slip.objects.get(community=here, pk=earlier.pk).signed_at + timedelta(hours=1)
    Slip.objects.filter(community=here, gift=gift).update(signed_at=entered)
    assert "同一种物品" not in read(visit().get(own))  # went out before the gift was there
    worker.post(draw, {**out, "once": worker.get(draw).context["form"]["once"].value()})
    drawn = Slip.objects.get(community=here, way="out", signed_at=None)
    worker.post(url("strike_slip", slip_id=drawn.pk))
    assert "划掉" in read(worker.get(url("slip", slip_id=drawn.pk)))
    assert worker.get(url("draw_slip", good_id=good.pk, way="count")).status_code == 200


def test_a_public_appeal_of_ones_own_is_refused_with_the_article_and_the_way_on(
    visit, url, setting, today, deputy
):
    head, here = visit("representative"), setting.community
    why = read(visit().get(url("why_no_appeal")))
    for words in ("没有公开募捐资格", "第二十二条", "签协议", "备案", "互助"):
        assert words in why
    said = {"title": "冬衣募捐", "about": "募集冬衣", "since": today, "until": today}
    turned = head.post(url("draft_appeal"), said)
    assert turned.status_code == 409
    assert "没有公开募捐资格" in read(turned)
    charity = {
        "name": "示范慈善会", "qualification": "Q1", "agreement": "A1", "agreed_since": today,
        "account_holder": "示范慈善会",
    }  # fmt: skip
    head.post(url("add_charity"), charity)
    row = Charity.objects.get(community=here)
    link = "https://gongyi.example.cn/f1"
    head.post(
        url("draft_appeal"), {**said, "charity": row.pk, "filing": "沪民备2026-0417", "link": link}
    )
    appeal = Appeal.objects.get(community=here)
    opened = url("open_appeal", appeal_id=appeal.pk)
    assert "沪民备2026-0417" not in read(visit().get(url("giving")))
    assert opened not in read(head.get(url("charities")))
    assert opened in read(visit("director").get(url("charities")))
    assert visit("director").get(opened).status_code == 200
    visit("director").post(opened)
    told = read(visit().get(url("giving")))
    assert "沪民备2026-0417" in told
    assert link in told
    assert f'href="{link}"' not in told
    head.post(url("tell_raised", appeal_id=appeal.pk), {"fen": "1200", "on": today})
    assert "1,200.00" in read(head.get(url("charities")))
    head.post(url("end_appeal", appeal_id=appeal.pk))
    assert "沪民备2026-0417" not in read(visit().get(url("giving")))
    changed = head.post(url("charity", charity_id=row.pk), {**charity, "qualification": ""})
    assert changed.status_code == 302
    assert "没有写公开募捐资格" in read(head.get(url("charities")))
    assert visit("worker").get(opened).status_code == 404


def test_bank_files_on_their_pages_names_masked_and_every_look_written_down(
    visit, url, setting, actor, at
):
    here, worker = setting.community, visit("worker")
    worker.post(url("add_bank_account"), {"title": "基本户", "kind": "bank", "tail": "0156"})
    account = BankAccount.objects.get(community=here)
    page, reading = (
        url("bank_account", account_id=account.pk), url("read_bank_file", account_id=account.pk),
    )  # fmt: skip

    def send(name, **more):
        file = SimpleUploadedFile("流水.csv", getattr(samples, name)())
        return worker.post(reading, {"file": file, **more}, follow=True)

    torn = read(send("torn"))
    assert "整个文件都没有读入" in torn
    assert torn.count("第 3 行") == 1
    assert "没有这一列" not in torn
    assert "这不是流水" in read(send("prose"))
    assert "新增 2 笔" in read(send("icbc"))
    assert "已经读过" in read(send("icbc"))
    assert "个人账单" in read(send("wechat_own"))
    asked = send("unknown")
    assert asked.status_code == 422
    assert "请指一下哪一列是什么" in read(asked)
    columns = {"heading": ["甲", "乙", "丙"], "moment": "甲", "amount": "乙", "words": "丙"}
    assert "新增 2 笔" in read(send("unknown", **columns))
    account.refresh_from_db()
    assert account.columns == {"moment": "甲", "amount": "乙", "words": "丙"}
    shown = read(worker.get(page))
    assert "示范区财政局" not in shown
    assert "示****局" in shown
    line = BankLine.objects.filter(community=here, fen=5_000_000).get()
    assert "示范区财政局" in read(worker.get(url("bank_line", line_id=line.pk)))
    assert Entry.objects.filter(action="funds.open_bank_line", subject=line.pk).count() == 1
    supervisor = visit("supervisor")
    assert "示范区财政局" not in read(supervisor.get(page))
    seen = read(supervisor.get(url("bank_line", line_id=line.pk)))
    assert "示范区财政局" in seen
    assert url("explain_line", line_id=line.pk) not in seen
    assert supervisor.post(url("explain_line", line_id=line.pk), {"words": "x"}).status_code == 404
    assert Entry.objects.filter(action="funds.open_bank_line", subject=line.pk).count() == 2
    over = read(worker.get(f"{url('bank')}?month=2026-03"))
    assert "银行有、账上没有" in over
    assert "?month=2026-04" in over
    assert "2026年3月还没有对上的" in read(worker.get(url("bank")))  # the latest that is open
    assert url("months") in read(worker.get(url("bank")))
    assert url("desk") in read(worker.get(url("gifts")))
    worker.post(url("explain_line", line_id=line.pk), {"words": "下月记账"})
    assert "下月记账" in read(worker.get(page))
    agreed = url("agree_line", line_id=line.pk)
    assert agreed not in read(worker.get(url("bank_line", line_id=line.pk)))
    director = visit("director")
    assert agreed in read(director.get(url("bank_line", line_id=line.pk)))
    director.post(agreed, {"seen": "下月记账"})
    assert "下月记账" in read(worker.get(f"{page}?show=settled"))
    worker.post(url("untie_line", line_id=line.pk))
    assert BankLine.objects.get(community=here, pk=line.pk).is_open


DESK = ("gifts", "stock", "charities", "bank", "take_money", "take_goods", "draft_call")


@pytest.mark.parametrize("key", ["visitor", "tenant", "outsider"])
def test_nobody_else_opens_the_desk_pages(visit, url, key):
    for name in DESK:
        assert visit(key).get(url(name)).status_code in (302, 404)
    for name in ("giving", "why_no_appeal", "find_receipt", "calls"):
        assert visit(key).get(url(name)).status_code == 200


def test_fifteen_sources_of_gifts_ask_the_database_no_more_than_five(
    visit, url, setting, actor, at
):
    worker, day = actor("worker"), timezone.localdate(at)
    by = {"by": worker, "at": at}
    asked, made = [], 0
    for wanted in (5, 15):
        for number in range(made, wanted):
            words = f"用途 {number:02}"
            given = giving.Given(
                "捐款", day, voluntary=True, fen=100, purpose="culture", purpose_told=words
            )
            giving.take_gift(setting.community, given=given, **by)
        made = wanted
        for browser, name in ((visit(), "giving"), (visit("worker"), "gifts")):
            browser.get(url(name))  # what is read once and kept, is read here
            with CaptureQueriesContext(connection) as queries:
                shown = read(browser.get(url(name)))
            assert shown.count("用途 ") >= wanted
            asked.append(len(queries))
    assert asked[:2] == asked[2:]


def test_a_bank_charge_comes_into_the_books_from_its_line(
    visit, url, setting, actor, at, source, today
):
    here, worker, director = setting.community, visit("worker"), visit("director")
    money = source()
    account = bank.open_bank_account(
        here, title="基本户", kind="bank", tail="0156", by=actor("worker"), at=at
    )
    day = (today.replace(day=1) - timedelta(days=70)).isoformat()
    rows = f"日期,金额,摘要\n{day},-12.00,账户管理费\n{day},3.21,利息\n"
    sent = {
        "file": SimpleUploadedFile("流水.csv", rows.encode()),
        "heading": ["日期", "金额", "摘要"], "moment": "日期", "amount": "金额", "words": "摘要",
    }  # fmt: skip
    worker.post(url("read_bank_file", account_id=account.pk), sent)
    charge, interest = BankLine.objects.filter(community=here).order_by("fen")
    page = url("bank_line", line_id=charge.pk)
    ask = f"{url('ask', source_id=money.pk)}?yuan=12.00&amp;on={day}&amp;line={charge.pk}"
    assert ask in read(worker.get(page))
    form = worker.get(ask.replace("&amp;", "&")).context["form"]
    assert form["fen"].value() == "12.00"
    said = {"fen": "12", "what": "账户管理费", "purpose": "office", "party": "unit",
            "name": "示范银行", "once": form["once"].value()}  # fmt: skip
    worker.post(url("ask", source_id=money.pk), said)
    row = Request.objects.get(community=here)
    director.post(url("move", request_id=row.pk, move="approve"), {"seen": row.version})
    row.refresh_from_db()
    pay = url("move", request_id=row.pk, move="pay")
    early = worker.post(pay, {"seen": row.version, "fen": "12", "on": day})
    assert "付款日期写今天" in read(early)
    worker.post(pay, {"seen": row.version, "fen": "12", "on": today})
    row.refresh_from_db()
    tie = url("tie_line", line_id=charge.pk, entry_id=row.entry_id)
    assert tie in read(worker.get(page))
    worker.post(tie)
    charge.refresh_from_db()
    assert charge.entry_id == row.entry_id
    receive = f"{url('receive', source_id=money.pk)}?yuan=3.21&on={today}&line={interest.pk}"
    form = worker.get(receive).context["form"]
    came = {"fen": form["fen"].value(), "on": today, "what": "利息", "party": "unit",
            "name": "示范银行", "once": form["once"].value()}  # fmt: skip
    assert worker.post(receive, came).url == url("bank_line", line_id=interest.pk)
