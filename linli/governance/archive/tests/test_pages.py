"""What each of the cast sees of the archive, and what nobody is shown."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from linli.core.audit.models import Entry
from linli.governance.archive import actions
from linli.governance.archive.models import Appraisal, CopyRequest, Item, Loan
from linli.governance.archive.package.building import build
from linli.governance.archive.queries.appraisals import judgements_of
from linli.governance.archive.tests.conftest import PDF
from linli.lib.identity.ids import new_id

pytestmark = pytest.mark.django_db

SECRET = "王某家庭困难情况"


def text(response):
    return response.content.decode()


def test_the_desk_lists_searches_and_finds_by_number_and_hides_what_is_confidential(
    file_paper, visit, url
):
    account, item = file_paper(title="年度财务报告"), file_paper("vouchers", title="一月凭证")
    file_paper("help_files", title=SECRET, by="worker")
    worker, director, supervisor = visit("worker"), visit("director"), visit("supervisor")
    page = text(worker.get(url("items")))
    assert account.title in page
    assert SECRET in page
    for reader in (director, supervisor):
        page = text(reader.get(url("items")))
        assert item.title in page
        assert SECRET not in page
        assert SECRET not in text(reader.get(url("items") + "?q=家庭"))
    assert account.title in text(director.get(url("items"), {"q": account.number.lower()}))
    assert item.title not in text(director.get(url("items"), {"q": "报告"}))
    assert item.title not in text(director.get(url("items"), {"part": "works"}))
    assert visit("outsider").get(url("items")).status_code == 404
    assert visit("elder").get(url("home")).status_code == 404
    assert visit().get(url("home")).status_code == 302


def test_a_list_goes_on_by_key_and_a_search_says_how_far_it_looked(
    setting, past, actor, visit, url, monkeypatch
):
    from linli.governance.archive.queries import holdings

    monkeypatch.setattr(holdings, "PAGE", 2)
    seen = set()
    first = holdings.holdings(actor("worker"), setting.community, holdings.Wanted())
    second = holdings.holdings(actor("worker"), setting.community, holdings.Wanted(), first.after)
    seen = {row.pk for row in [*first.rows, *second.rows]}
    assert (len(first.rows), len(second.rows), second.after) == (2, 1, "")
    assert seen == {item.pk for item in past}
    monkeypatch.setattr(holdings, "LOOKED_THROUGH", 1)
    wanted, found, after = holdings.Wanted("第1期"), [], ""
    for _look in range(4):
        page = holdings.holdings(actor("worker"), setting.community, wanted, after)
        found += page.rows
        after = page.after
        if not after:
            break
        assert page.looked_back_to is not None
    assert [row.title for row in found] == ["简报第1期"]
    assert "接着查" in text(visit("worker").get(url("items"), {"q": "第1期"}))


def test_who_reads_what_is_left_to_a_post_and_every_look_is_kept(
    setting, letters, file_year, file_paper, visit, url
):
    file_year()
    letter = Item.objects.filter(community=setting.community, line="intake.letters").first()
    minutes = file_paper("committee_minutes", title="六月会议记录")
    worker, supervisor = visit("worker"), visit("supervisor")
    assert worker.get(url("item", letter.pk)).status_code == 200
    assert supervisor.get(url("item", minutes.pk)).status_code == 200
    paper = supervisor.get(url("paper", minutes.pk, 1))
    assert (paper.status_code, paper.content) == (200, PDF)
    assert paper["Content-Disposition"].startswith("attachment")
    assert supervisor.get(url("paper", minutes.pk, 2)).status_code == 404
    looked = Entry.objects.filter(community=setting.community.pk, action__startswith="archive.")
    kept = set(looked.values_list("action", "subject"))
    assert ("archive.look", letter.pk) in kept
    assert ("archive.read_paper", minutes.pk) in kept
    page = text(visit("director").get(url("looks")))
    assert minutes.number in page
    assert visit("worker").get(url("looks")).status_code == 404
    # By its bare address no file of the archive opens.
    from linli.core.files.queries import files_of

    assert visit("director").get(files_of(minutes).first().address).status_code == 404


def test_matters_are_listed_for_the_supervisors_and_not_opened_by_them(setting, actor, at):
    from linli.core.audit.door import may
    from linli.governance.archive.models import Item as Row

    row = Row(community=setting.community, line="matters.closed", access="institution")
    assert may("archive.read", actor("worker"), row)
    assert not may("archive.read", actor("supervisor"), row)


def test_a_year_is_filed_from_its_page(
    setting, letters, visit, url, year, django_capture_on_commit_callbacks
):
    worker = visit("worker")
    page = text(worker.get(url("year", year)))
    assert "归档 2 件" in page
    with django_capture_on_commit_callbacks(execute=True):
        response = worker.post(url("file_year", year), {"once": str(new_id())})
    assert response.url.startswith("/jobs/")
    assert "归档过的年份" in text(worker.get(url("home")))
    printed = text(worker.get(url("inventory"), {"year": year, "term": "long"}))
    assert f"WS·{year}·D30-0001" in printed
    assert f"WS·{year}·D30-0002" in text(worker.get(url("labels"), {"year": year, "term": "long"}))


def test_a_paper_is_filed_lent_and_held_from_the_pages(setting, visit, url, today):
    worker = visit("worker")
    scan = SimpleUploadedFile("图纸.pdf", PDF, "application/pdf")
    given = {
        "line": "drawings", "title": "办公用房平面图", "year": today.year, "on": today,
        "pages": 3, "shelf": "一号柜", "scans": [scan], "once": str(new_id()),
    }  # fmt: skip
    assert worker.post(url("new"), {**given, "scans": [], "shelf": ""}).status_code == 409
    scan.seek(0)
    item_url = worker.post(url("new"), given).url
    item = Item.objects.get(community=setting.community)
    assert (item.category, item.term, item.contents[0]["title"]) == ("KJ", "permanent", "图纸.pdf")
    lend = {
        "to": setting.accounts["director"].pk,
        "purpose": "验收",
        "due_on": today + timedelta(5),
    }
    assert worker.post(url("lend", item.pk), lend).status_code == 302
    assert "借出" in text(worker.get(item_url))
    loan = Loan.objects.get(community=setting.community)
    assert "验收" in text(visit("supervisor").get(url("loans")))
    assert worker.post(url("take_back", loan.pk), {"condition": "完好"}).status_code == 302
    assert visit("supervisor").post(url("hold", item.pk), {"reason": "核对"}).status_code == 302
    assert "核对" in text(worker.get(item_url))
    assert worker.post(url("lift", item.pk)).status_code == 302
    change = {"shelf": "二号柜", "pages": 3, "access": "institution"}
    assert worker.post(url("change", item.pk), change).status_code == 302
    assert "二号柜" in text(worker.get(item_url))


def test_an_appraisal_is_walked_to_the_list_that_stays(
    setting, past, visit, url, today, django_capture_on_commit_callbacks
):
    worker, director = visit("worker"), visit("director")
    assert "3 件" in text(worker.get(url("appraisals")))
    worker.post(url("open_appraisal"))
    row = Appraisal.objects.get(community=setting.community)
    lines = judgements_of(row)
    said = {"met_on": today, "seen": row.version, "name1": "李建国", "capacity1": "representative",
            "name2": "陈晓", "capacity2": "worker"}  # fmt: skip
    said |= {f"verdict-{line.pk.hex}": "destroy" for line in lines}
    assert worker.post(url("judge", row.pk), {**said, "name1": ""}).status_code == 422
    assert "简报第1期" in text(worker.get(url("judge", row.pk)))
    assert worker.post(url("judge", row.pk), said).status_code == 302
    assert director.post(url("approve", row.pk), {"seen": 2}).status_code == 302
    watch = {"way": "粉碎", "seen": 3, "name1": "赵敏", "capacity1": "supervisor",
             "name2": "陈晓", "capacity2": "worker"}  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        assert worker.post(url("carry_out", row.pk), watch).status_code == 302
    page = text(visit("supervisor").get(url("appraisal", row.pk)))
    assert "销毁清册" in page
    assert past[0].number in page
    assert "赵敏" in page
    assert "内容已经销毁" in text(worker.get(url("item", past[0].pk)))


def test_residents_see_what_is_open_and_get_a_copy_with_their_receipt(
    setting, file_paper, visit, url, at
):
    item, inside = file_paper(), file_paper("vouchers", title="一月凭证")
    anybody, elder, worker = visit(), visit("elder"), visit("worker")
    page = text(anybody.get(url("open")))
    assert item.title in page
    assert inside.title not in page
    data = anybody.get(url("open_data")).json()
    assert [each["number"] for each in data["items"]] == [item.number]
    assert anybody.get(url("open_item", inside.pk)).status_code == 404
    assert "窗口" in text(anybody.get(url("open_item", item.pk)))
    asked = elder.post(url("open_item", item.pk), {"way": "file", "once": str(new_id())})
    request = CopyRequest.objects.get(community=setting.community)
    assert asked.url == url("receipt", request.receipt)
    assert anybody.get(url("fetch", request.receipt, 1)).status_code == 404
    assert item.number in text(worker.get(url("copies")))
    answer = {"answer": "请收好。", "seen": request.version, "move": "give"}
    assert worker.post(url("copy", request.pk), answer).status_code == 302
    assert "请收好" in text(anybody.get(url("receipt", request.receipt)))
    assert anybody.get(url("fetch", request.receipt, 1)).content == PDF
    assert item.title in text(elder.get(url("my_copies")))
    with time_machine.travel(at + timedelta(days=31), tick=False):
        assert anybody.get(url("fetch", request.receipt, 1)).status_code == 409
        assert "再提一次" in text(anybody.get(url("receipt", request.receipt)))
    typed = anybody.get(url("find"), {"receipt": request.receipt.lower().replace("-", " ")})
    assert typed.url == url("receipt", request.receipt)


def test_a_copy_that_cannot_be_given_says_why(setting, file_paper, visit, url, actor, at):
    item = file_paper()
    request = actions.ask_copy(item, way="paper", by=actor("elder"), at=at)
    refused = {"answer": "", "seen": request.version, "move": "refuse"}
    worker = visit("worker")
    assert worker.post(url("copy", request.pk), refused).status_code == 409
    assert (
        worker.post(url("copy", request.pk), {**refused, "answer": "正在装订"}).status_code == 302
    )
    assert "正在装订" in text(visit().get(url("receipt", request.receipt)))
    assert visit().post(url("withdraw", request.receipt)).status_code == 409


def test_the_plan_shows_its_marks_and_the_director_adds_a_line(visit, url, today):
    director = visit("director")
    page = text(director.get(url("plan")))
    assert "待核对" in page
    assert "给部门和街道的信" in page
    line = {
        "part": "services", "title": "长者食堂台账", "term": "long", "access": "institution",
        "source": "示档发〔2026〕3号", "since": today,
    }  # fmt: skip
    assert director.post(url("add_line"), line).status_code == 302
    assert "长者食堂台账" in text(visit("supervisor").get(url("plan")))
    assert visit("worker").get(url("add_line")).status_code == 404


def test_a_package_is_checked_on_the_page(setting, file_paper, visit, url, year, today, tmp_path):
    file_paper()
    built = build(setting.community, year, tmp_path, on=today, draw=False)
    whole = built.path.read_bytes()
    supervisor = visit("supervisor")
    for content, told in ((whole, "没有被改过"), (whole[:-40], "不是完好的 ZIP")):
        file = io.BytesIO(content)
        file.name = "archive.zip"
        page = text(supervisor.post(url("verify"), {"package": file}))
        assert told in page
    assert supervisor.get(url("packages")).status_code == 404
