"""The pages of money: for everybody down to the voucher, the desk from source to close."""

import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.core.access.actions import register_body
from linli.core.audit.models import Entry
from linli.core.files.queries import files_of
from linli.governance.oversight.actions.disclosure import open_round
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.queries.disclosure import line_on
from linli.lib.law import Refused
from linli.partners.intake import actions as intake
from linli.partners.intake.actions import Asked
from linli.stewardship.funds import actions
from linli.stewardship.funds.models import Budget, Receipt, Request, Source, Voucher
from linli.stewardship.funds.rules.months import first_of, last_of
from linli.stewardship.funds.tests.conftest import PDF
from linli.stewardship.funds.views.requests import VIEWS

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    """The pages read the clock themselves, so the acts here happen now."""
    return timezone.now()


def voucher_of(row):
    """The voucher of a payment, with its file."""
    voucher = Voucher.objects.get(community=row.community_id, entry=row.entry_id)
    return voucher, files_of(voucher).get()


def invoice():
    return SimpleUploadedFile("发票.pdf", PDF, "application/pdf")


def test_the_desk_from_a_source_to_a_settled_payment(setting, visit, url, today):
    worker, director = visit("worker"), visit("director")
    new = {
        "kind": "operating", "title": "工作经费", "purpose": "office", "opened_on": today,
        "opening": "10000", "once": "01a22456-4511-723b-b893-6c3ff5edfaf3",
    }  # fmt: skip
    page = worker.get(url("open_source")).content.decode()
    assert "委托经费要填" in page
    assert '<span class="field-optional">' not in page
    bound = worker.post(url("open_source"), {**new, "kind": "commissioned"})
    assert {"purpose_told", "body"} <= set(bound.context["form"].errors)
    assert worker.post(url("open_source"), new).status_code == 302
    source = Source.objects.get(community=setting.community)
    came = {
        "fen": "2000.50", "on": today, "what": "街道拨付", "party": "government", "name": "",
        "once": "01a22456-4511-723b-b893-6c3ff5edfaf4",
    }  # fmt: skip
    assert worker.post(url("receive", source_id=source.pk), came).status_code == 422
    named = {**came, "party": "person", "name": "张三", "what": "张三交的活动费"}
    turned = worker.post(url("receive", source_id=source.pk), named)
    assert turned.status_code == 422
    assert "把名字去掉" in turned.content.decode()
    came["name"] = "湖滨街道办事处"
    assert worker.post(url("receive", source_id=source.pk), came).status_code == 302
    asked = {
        "fen": "300", "what": "打印纸", "purpose": "office", "party": "person", "name": "王小明",
        "once": "01a22456-4511-723b-b893-6c3ff5edfaf5",
    }  # fmt: skip
    named = {**asked, "what": "王小明的打印纸"}
    assert worker.post(url("ask", source_id=source.pk), named).status_code == 422
    assert worker.post(url("ask", source_id=source.pk), asked).status_code == 302
    row = Request.objects.get(community=setting.community)
    own = worker.get(url("request", request_id=row.pk)).content.decode()
    assert "等另一个人同意" in own
    assert "您自己申请的" in own
    assert "王小明" in own
    approve = url("move", request_id=row.pk, move="approve")
    assert "对照" in director.get(url("request", request_id=row.pk)).content.decode()
    assert director.post(approve, {"seen": row.version}).status_code == 302
    row.refresh_from_db()
    pay = url("move", request_id=row.pk, move="pay")
    assert worker.get(pay).status_code == 200
    assert worker.post(pay, {"seen": row.version, "fen": "300", "on": today}).status_code == 302
    assert "有付款还没有凭证" in worker.get(url("desk")).content.decode()
    row.refresh_from_db()
    add = url("add_voucher", entry_id=row.entry_id)
    assert "（选填）" not in worker.get(add).content.decode()
    kept = worker.post(add, {"voucher_kind": "list", "dated": today, "says": "打印纸两箱"})
    assert kept.status_code == 422
    assert "打印纸两箱" in kept.content.decode()
    when = {"year": today.year, "month": today.month}
    assert add in worker.get(url("month_desk", **when)).content.decode()
    brought = {
        "voucher_kind": "invoice", "dated": today, "says": "打印纸两箱", "scans": invoice(),
    }  # fmt: skip
    assert worker.post(add, brought).status_code == 302
    for show, _title in VIEWS:
        assert worker.get(url("requests"), {"show": show}).status_code == 200
    page = url("request", request_id=row.pk)
    watched = visit("supervisor").get(page).content.decode()
    assert "已付款，有凭证" in watched
    look = url("voucher", voucher_id=voucher_of(row)[0].pk)
    assert look in watched
    assert visit("supervisor").get(look).status_code == 200
    assert Entry.objects.filter(action="funds.open_voucher").count() == 1
    assert visit("supervisor").post(look, {"nothing_personal": "on"}).status_code in (403, 404)
    assert "能冲销的是" in worker.get(page).content.decode()
    row.refresh_from_db()
    back = url("move", request_id=row.pk, move="reverse")
    assert "付了" in director.get(back).content.decode()
    assert director.post(back, {"seen": row.version, "reason": "写错了"}).status_code == 302
    after = worker.get(page).content.decode()
    assert add not in after
    again = f"{url('ask', source_id=source.pk)}?again={row.pk}"
    assert again in after
    assert 'value="打印纸"' in worker.get(again).content.decode()
    receipt = Receipt.objects.get(community=setting.community, opening=False)
    undo = url("unreceive", receipt_id=receipt.pk)
    desk = url("source", source_id=source.pk)
    assert undo in director.get(desk).content.decode()
    director.post(undo, {"reason": "记错了"})
    shown = director.get(desk).content.decode()
    assert undo not in shown
    assert shown.count("看冲销的那一笔") == 2


def test_a_resident_opens_a_figure_down_to_the_voucher_and_meets_no_person(
    setting, source, ask, actor, at, today, paper, visit, url
):
    row = ask(source("contribution", "自筹", "culture"), party="person", name="王小明")
    actions.approve(row, by=actor("director"), at=at)
    actions.pay(row, fen=100_000, on=today, paper=paper(), by=actor("worker"), at=at)
    resident, when = visit("elder"), {"year": today.year, "month": today.month}
    month = resident.get(url("month", **when)).content.decode()
    figure = url("figure", **when, source_id=row.source_id, side="outgo")
    entry = url("entry", entry_id=row.entry_id)
    assert figure in month
    assert "1,000" in month
    first = first_of(row.source.opened_on)
    begins = resident.get(url("month", year=first.year, month=first.month)).content.decode()
    assert "上个月" not in begins, "before the books began there is no page"
    assert entry in resident.get(figure).content.decode()
    voucher, kept = voucher_of(row)
    file = f"/files/{kept.pk}"
    for reader in (resident, visit(), visit("street")):
        shown = reader.get(entry).content.decode()
        assert "王小明" not in shown
        assert "个人" in shown
        assert "文具一批" in shown
        assert file not in shown
    watched = visit("supervisor").get(entry).content.decode()
    assert "王小明" in watched
    assert file in watched
    look = url("voucher", voucher_id=voucher.pk)
    assert "不能自己决定公开" in visit("worker").get(look).content.decode()
    ticked = {"nothing_personal": "on"}
    assert visit("worker").post(look, ticked).status_code == 409
    assert visit("director").post(look, ticked).status_code == 302
    assert file in resident.get(entry).content.decode()
    assert visit("worker").post(url("cover_voucher", voucher_id=voucher.pk)).status_code == 302
    assert file not in resident.get(entry).content.decode()
    data = resident.get(url("month_data", **when)).json()
    assert data["total"]["outgo"] == 100_000
    assert len(data["sha256"]) == 64
    home, sheet = resident.get(url("home")), resident.get(url("sheet", **when))
    assert "自筹" in home.content.decode()
    assert "还没有结账" in sheet.content.decode()
    assert resident.get(url("desk")).status_code == 404


def test_a_budget_is_written_decided_and_changed_on_its_pages(setting, source, visit, url, today):
    money, director = source(), visit("director")
    year = today.year
    lines = url("budget_lines", year=year)

    def table(**more):
        rows = [("income", "街道拨付", "20000"), ("outgo", "办公", "5000")]
        sent = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "seen": "0", **more}
        for number, (side, title, fen) in enumerate(rows):
            sent |= {
                f"form-{number}-source": str(money.pk), f"form-{number}-side": side,
                f"form-{number}-title": title, f"form-{number}-fen": fen,
            }  # fmt: skip
        return sent

    start = director.get(url("budgets"), {"year": year})
    assert start.status_code == 302
    assert start.url == lines
    assert director.get(lines).status_code == 200
    assert visit("worker").post(lines, table()).status_code == 302
    assert director.post(lines, table()).status_code == 409, "somebody was quicker"
    assert 'name="seen" value="1"' in director.get(lines).content.decode()
    decide = url("settle_budget", year=year)
    assert visit().get(url("budget", year=year)).status_code == 404
    assert director.post(decide, {"seen": 1}).status_code == 422
    budget = Budget.objects.get(community=setting.community)
    told = {"decided_on": today, "decided_by": "居民代表会议", "seen": budget.version}
    assert director.post(decide, told).status_code == 302
    assert "居民代表会议" in visit().get(url("budget", year=year)).content.decode()
    assert visit("worker").get(lines).status_code == 403
    budget.refresh_from_db()
    again = table(**{"form-1-fen": "6000"}, **told, reason="多办一次活动")
    again["seen"] = budget.version
    assert director.post(lines, again).status_code == 302
    assert "多办一次活动" in visit().get(url("budget", year=year)).content.decode()
    assert director.get(url("budget_desk", year=year)).status_code == 200


def test_closing_a_month_fills_what_the_catalogue_waits_for_and_can_be_taken_away(
    setting, source, ask, actor, at, today, visit, url
):
    month = first_of(first_of(today) - timedelta(days=1))
    began = {"opened_on": month}
    source(**began)
    gift = {"restricted": True, "purpose_told": "给老人办重阳节", "opening": 50_000}
    source("donation", "重阳捐款", "elders", **gift, **began)
    here, round_of = setting.community, {"since": month, "until": last_of(month), "due_on": today}
    for key in ("accounts", "donations"):
        line = line_on(here, key, today)
        open_round(here, line=line, **round_of, by=actor("director"), at=at)
    items = {each.line: each for each in Disclosure.objects.filter(community=here)}
    when = {"year": month.year, "month": month.month}
    assert visit("worker").post(url("prepare_month", **when)).status_code == 302
    assert visit("worker").post(url("close_month", **when)).status_code == 404
    looked = visit("director").get(url("month_desk", **when)).content.decode()
    assert url("close_month", **when) in looked
    assert visit("director").post(url("close_month", **when)).status_code == 302
    for item in items.values():
        item.refresh_from_db()
    accounts, donations = items["accounts"], items["donations"]
    assert (accounts.state, accounts.sums["left"]) == ("checking", 1_050_000)
    assert [row["voucher"] for row in accounts.rows] == [
        f"F001-{month.year}-0001", f"F002-{month.year}-0001",
    ]  # fmt: skip
    assert (donations.state, donations.rows[0]["purpose"]) == ("checking", "给老人办重阳节")
    assert "已结账" in visit().get(url("month", **when)).content.decode()
    assert visit("worker").get(url("months")).status_code == 200
    taken = visit("supervisor").get(url("export", **when, shape="xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(taken.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:5] == ("日期", "凭证字", "凭证号", "摘要", "科目编码")
    assert [row[4] for row in rows[1:]] == ["1002", "3101", "1002", "3102"]
    assert sum(row[6] or 0 for row in rows[1:]) == sum(row[7] or 0 for row in rows[1:]) == 10_500
    for shape, word in (("csv", "凭证字"), ("gbt", "记账凭证摘要"), ("text", "F001")):
        got = visit("worker").get(url("export", **when, shape=shape))
        assert word in got.content.decode("utf-8-sig"), shape
    assert visit("elder").get(url("export", **when, shape="csv")).status_code == 404
    assert visit("worker").get(url("export", **when, shape="odd")).status_code == 404


def test_commissioned_money_is_tied_to_the_department_s_request(
    setting, source, actor, at, today, visit, url
):
    worker, director = actor("worker"), actor("director")
    here = setting.community
    named = {"name": "示范区统计局", "kind": "department", "place": here}
    bureau = register_body(here, **named, by=director, at=at)
    asked = Asked(
        bureau, "task", "人口抽样调查", today,
        ground={"paper": "通知", "paper_number": "1号", "paper_date": today, "money": "amount",
                "fen": 200_000, "per": "case", "payer": "示范区统计局"},
    )  # fmt: skip
    row = intake.record_request(here, asked=asked, by=worker, at=at)
    row = intake.approve(row, by=director, at=at)
    form = visit("worker").get(url("open_source")).content.decode()
    assert f"示范区统计局 · {row.title}" in form
    given = {"purpose_told": "人口抽样调查", "body": bureau, "origin": str(row.pk)}
    money = source("commissioned", "抽样调查经费", "other", **given)
    assert row.title in visit("worker").get(url("source", source_id=money.pk)).content.decode()
    with pytest.raises(Refused) as refused:
        source("commissioned", "另一项", "other", **{**given, "body": setting.bodies["office"]})
    assert refused.value.finding.rule == "funds.commission_known"


def test_pages_ask_no_more_of_fifteen_sources_than_of_five_and_one_closed_opens_again(
    setting, source, visit, url, today
):
    readers = {"home": visit("elder"), "desk": visit("worker"), "requests": visit("worker")}

    def queries():
        counts = {}
        for name, reader in readers.items():
            with CaptureQueriesContext(connection) as asked:
                assert reader.get(url(name)).status_code == 200
            counts[name] = len(asked)
        return counts

    several = [source(title=f"来源{number}") for number in range(5)]
    queries()
    few = queries()
    several += [source(title=f"更多{number}", opening=0) for number in range(10)]
    assert queries() == few
    empty = {"source_id": several[-1].pk}
    assert visit("worker").post(url("close_source", **empty), {"on": today}).status_code == 302
    again = url("reopen_source", **empty)
    assert again not in visit("worker").get(url("source", **empty)).content.decode()
    assert visit("worker").get(again).status_code == 404
    director = visit("director")
    assert again in director.get(url("source", **empty)).content.decode()
    assert director.get(again).status_code == 200
    assert director.post(again, {"reason": "结束错了"}).status_code == 302
    assert "结束错了" in director.get(url("source", **empty)).content.decode()
