"""Tables of matters: read in any form, looked at, taken in, given back marked, taken back."""

import io
from datetime import date, timedelta

import openpyxl
import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY
from linli.core.files.models import StoredFile
from linli.service.matters import actions
from linli.service.matters.models import ImportBatch, Kind, Matter, MatterStep
from linli.service.matters.queries import patterns
from linli.service.matters.tests.bringing import (
    HEADING,
    as_csv,
    as_xlsx,
    real_reports,
    row,
    upload,
)

pytestmark = pytest.mark.django_db


def imported(community):
    return Matter.objects.filter(community=community, channel="import")


@pytest.fixture
def take_in(visit, url, django_capture_on_commit_callbacks):
    """Takes a looked-at table in, as its button does; the job is carried out at once."""

    def taken(batch, browser=None):
        browser = browser or visit("worker")
        with django_capture_on_commit_callbacks(execute=True):
            response = browser.post(url("import_take", batch_id=batch.pk))
        batch.refresh_from_db()
        return response

    return taken


@pytest.fixture
def bring(visit, setting, take_in):
    """Uploads a table and takes it in; the batch with its counts."""

    def brought(content, name="诉求.csv"):
        _response, batch = upload(visit("worker"), setting.community, content, name)
        assert batch is not None
        take_in(batch)
        return batch

    return brought


# From the page to the matters and back


def test_a_table_is_looked_at_before_anything_is_taken_in(visit, setting, url, take_in):
    browser = visit("worker")
    response, batch = upload(browser, setting.community, as_csv([row("A1"), row("A2")]))
    page = browser.get(response["Location"]).text
    assert "待确认" in page
    assert "广场舞太吵" in page
    assert "提出时间" in page
    assert batch.counts["read"] == batch.counts["new"] == 2
    assert not imported(setting.community).exists()

    done = take_in(batch, browser)
    assert done.status_code == 302
    assert done["Location"].startswith("/jobs/")
    job_page = browser.get(done["Location"])
    assert job_page.status_code == 200
    assert "新增 2 件" in job_page.text
    assert batch.state == "done"
    assert imported(setting.community).count() == 2
    matter = imported(setting.community).get(outside_key="A1")
    assert (matter.state, matter.kind.code, matter.where) == ("closed", "noise", "湖滨路 3 号门口")
    assert timezone.localtime(matter.answered_at).strftime("%F %R") == "2026-03-04 15:00"
    assert "撤销这次导入" in browser.get(url("import", batch_id=batch.pk)).text


def test_the_same_table_again_changes_nothing(bring, setting):
    content = as_csv([row("A1"), row("A2")])
    bring(content)
    again = bring(content)
    assert {name: again.counts[name] for name in ("new", "changed", "same")} == {
        "new": 0,
        "changed": 0,
        "same": 2,
    }
    assert imported(setting.community).count() == 2


def test_what_the_table_says_anew_is_changed_and_put_back_by_the_undo(bring, setting, visit, url):
    first = bring(as_csv([row("A1", 答复时间="", 答复="", 状态="办理中"), row("A2")]))
    second = bring(as_csv([row("A1"), row("A2"), row("A3")]))
    assert {name: second.counts[name] for name in ("new", "changed", "same")} == {
        "new": 1,
        "changed": 1,
        "same": 1,
    }
    assert imported(setting.community).get(outside_key="A1").state == "closed"
    browser = visit("worker")
    blocked = browser.post(url("import_undo", batch_id=first.pk))
    assert blocked.status_code == 409, "a later table has changed one of them"
    done = browser.post(url("import_undo", batch_id=second.pk))
    assert "收回 2 件" in browser.get(done["Location"]).text
    kept = imported(setting.community).get(outside_key="A1")
    assert (kept.state, kept.answered_at, kept.answer) == ("in_hand", None, "")
    assert not imported(setting.community).filter(outside_key="A3").exists()
    browser.post(url("import_undo", batch_id=first.pk))
    assert not imported(setting.community).exists()
    assert not MatterStep.objects.filter(community=setting.community).exists()


@pytest.mark.parametrize("touch", ["accept", "note", "publish", "merge", "rate"])
def test_an_import_is_not_taken_back_once_somebody_worked_on_it(
    bring, setting, visit, url, report, actor, at, touch
):
    batch = bring(as_csv([row("A1", 答复时间="", 状态=""), row("A2")]))
    open_one, closed = imported(setting.community).order_by("outside_key")
    worker = actor("worker")
    if touch == "accept":
        actions.accept(open_one, by=worker, at=at)
    elif touch == "note":
        actions.note(open_one, text="问过了", by=worker, at=at)
    elif touch == "publish":
        actions.publish(closed, title="吵", text="太吵", by=worker, at=at)
    elif touch == "merge":
        actions.merge(report(code="noise"), into=open_one, by=worker, at=at)
    else:
        actions.rate(closed, score="fair", by=NOBODY.bearing(closed.pk), at=at)
    response = visit("worker").post(url("import_undo", batch_id=batch.pk))
    assert response.status_code == 409
    assert "1 件已经有人办理" in response.text
    assert imported(setting.community).count() == 2


def test_the_undo_takes_back_the_kinds_that_came_with_the_table(bring, setting, visit, url):
    batch = bring(as_csv([row("A1", 类型="楼道堆物"), row("A2", 类型="噪声")]))
    kind = Kind.objects.get(community=setting.community, title="楼道堆物")
    assert kind.offered is False
    assert batch.counts["new_kinds"] == {"楼道堆物": 1}
    visit("worker").post(url("import_undo", batch_id=batch.pk))
    assert not Kind.objects.filter(community=setting.community, title="楼道堆物").exists()
    assert Kind.objects.filter(community=setting.community, code="noise").exists()


def test_a_table_is_taken_in_once(bring, take_in, setting):
    batch = bring(as_csv([row("A1")]))
    response = take_in(batch)
    assert response.status_code == 409
    assert imported(setting.community).count() == 1


def test_what_somebody_here_has_worked_on_is_not_overruled_by_a_table(bring, setting, actor, at):
    bring(as_csv([row("A1", 答复时间="", 答复="", 状态="")]))
    matter = imported(setting.community).get()
    actions.answer(matter, text="我们的答复", by=actor("worker"), at=at)
    again = bring(as_csv([row("A1")]))
    assert again.counts["held"] == 1
    assert imported(setting.community).get().answer == "我们的答复"


def test_what_was_forgotten_is_not_brought_back_by_the_same_table(bring, setting, at):
    from linli.service.matters import due

    content = as_csv([row("A1")])
    bring(content)
    assert due.run(at + timedelta(days=100)) == 0, "its year begins with us"
    assert due.run(at + timedelta(days=367)) == 1
    again = bring(content)
    assert again.counts["held"] == 1
    assert imported(setting.community).get().text == ""


def test_an_imported_matter_has_no_promise_of_ours(bring, setting):
    from linli.core.clocks.models import Clock

    bring(as_csv([row("A1", 答复时间="", 状态="")]))
    assert not Clock.objects.filter(community=setting.community).exists()


# What cannot be read


def test_every_wrong_cell_is_told_at_once_and_given_back_in_the_user_s_own_file(
    visit, setting, url, take_in, at
):
    rows = [
        row("A1"),
        row("A1"),  # the same number again
        row("A2", 提出时间=f"{at + timedelta(days=2):%F} 08:00", 答复时间=""),
        row("A3", 答复时间="2026-03-01 08:00"),  # answered before it was raised
        row("A4", 类型=""),
        row("A5", 提出时间="三月初"),
        row("A6"),
    ]
    browser = visit("worker")
    response, batch = upload(browser, setting.community, as_csv(rows))
    assert batch.counts["refused"] == 5
    page = browser.get(response["Location"]).text
    for reason in ("和第 2 行重复", "晚于现在", "答复时间早于提出时间"):
        assert reason in page, reason
    marked = browser.get(url("import_marked", batch_id=batch.pk))
    assert "filename*=utf-8''" in marked["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(marked.content))
    sheet = book.worksheets[0]
    wrong = {cell.coordinate for line in sheet.iter_rows() for cell in line if cell.comment}
    assert {"A3", "F4", "G5", "B6", "F7"} <= wrong
    assert sheet["C8"].value == "广场舞太吵", "the rest stands as it was"
    take_in(batch, browser)
    assert imported(setting.community).count() == 2


def test_impossible_times_never_reach_an_average(bring, setting):
    bring(as_csv([row("A1", 答复时间="2026-03-01 08:00"), row("A2")]))
    days = [matter.answered_at - matter.raised_at for matter in imported(setting.community)]
    assert days == [timedelta(days=2, hours=6)]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.csv"),
        (b"\x00\x01\x02\x03" * 200, "torn.csv"),
        (as_csv([row("A1")])[:37], "cut.csv"),
        (b"PK\x03\x04 not a workbook", "broken.xlsx"),
        (as_csv([("1", "2")], heading=("甲", "乙")), "other.csv"),
        (as_csv([row("A1")[:2]], heading=("编号", "标题")), "no-kind.csv"),
    ],
)
def test_a_table_that_cannot_be_read_is_a_sentence_and_leaves_nothing(
    visit, setting, content, name
):
    response, batch = upload(visit("worker"), setting.community, content, name)
    assert batch is None
    assert response.status_code in (409, 422)
    assert (
        "notice-error" in response.text
        or "finding" in response.text
        or "field-error" in (response.text)
    )
    assert not ImportBatch.objects.filter(community=setting.community).exists()
    assert not StoredFile.objects.filter(community=setting.community).exists()


def test_a_torn_line_costs_its_own_row_only(visit, setting):
    good = as_csv([row("A1"), row("A2")])
    torn = good + "A3,噪声,被撕".encode()
    _response, batch = upload(visit("worker"), setting.community, torn)
    assert (batch.counts["read"], batch.counts["new"], batch.counts["refused"]) == (3, 2, 1)


def test_a_table_in_the_office_s_old_encoding_reads_the_same(bring, setting):
    bring(as_csv([row("A1")], encoding="gb18030"))
    assert imported(setting.community).get().title == "广场舞太吵"


def test_a_workbook_with_a_title_and_two_merged_rows_of_headings_is_read(bring, setting):
    above = [
        ("东湖社区诉求登记表", *[None] * 8),
        ("编号", "类型", "诉求", None, "地址", "时间", None, "答复", "状态"),
        (None, None, "标题", "内容", None, "提出时间", "答复时间", None, None),
    ]
    merged = ["A1:I1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:G2", "H2:H3", "I2:I3"]
    rows = [row("001"), row("002", 标题="装修太吵", 地址="翠湖新村 2 号楼")]
    batch = bring(as_xlsx(rows, above, merged), "登记表.xlsx")
    assert batch.counts["new"] == 2
    assert batch.counts["refused"] == 0
    matter = imported(setting.community).get(outside_key="002")
    assert (matter.title, matter.where) == ("装修太吵", "翠湖新村 2 号楼")
    assert matter.answer == "已约定九点前结束"


def test_columns_may_stand_in_any_order_under_any_of_their_names(bring, setting):
    heading = ("description", "created date", "complaint type", "unique key", "incident address")
    rows = [("music all night", "2026-03-02T09:00:00", "noise", "K1", "3 Lake Road")]
    bring(as_csv(rows, heading))
    matter = imported(setting.community).get()
    assert (matter.kind.code, matter.outside_key) == ("noise", "K1")
    assert (matter.text, matter.where, matter.state) == (
        "music all night",
        "3 Lake Road",
        "received",
    )


def test_nobody_but_the_committee_brings_a_table(visit, setting):
    for key in ("manager", "elder", "outsider", "street", "supervisor"):
        response, batch = upload(visit(key), setting.community, as_csv([row("A1")]))
        assert (response.status_code, batch) == (404, None), key


# The real reports


def test_the_924_real_reports_are_taken_in_once_and_their_98_patterns_found(
    bring, setting, at, visit, url
):
    content = real_reports().read_bytes()
    first = bring(content, "nyc311.csv")
    counts = {name: first.counts[name] for name in ("read", "new", "changed", "same", "refused")}
    assert counts == {"read": 924, "new": 924, "changed": 0, "same": 0, "refused": 0}
    second = bring(content, "nyc311.csv")
    assert (second.counts["new"], second.counts["same"]) == (0, 924)
    groups = patterns(
        setting.community, until=timezone.localdate(at), days=None, at_least=2, most=1000
    )
    # Counted in the file itself: same type, same address in the same borough, at least twice.
    assert len(groups) == 98
    assert sum(group["count"] for group in groups) > 98 * 2
    page = visit("worker").get(url("patterns"), {"days": "", "at_least": "2"})
    assert len(page.context["groups"]) == 98
    assert "共 98 组" in page.text


def test_the_98_groups_are_those_of_the_file_counted_by_hand(bring, setting, at):
    """An independent count: type, address and borough of the file, nothing of ours between."""
    import csv
    from collections import Counter

    path = real_reports()
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    counted = Counter(
        (line["Complaint Type"], "".join(line["Incident Address"].split()), line["Borough"])
        for line in lines
        if line["Incident Address"].strip()
    )
    by_hand = sorted((number for number in counted.values() if number >= 2), reverse=True)
    bring(path.read_bytes(), path.name)
    groups = patterns(setting.community, until=date(2026, 1, 1), days=None, at_least=2, most=1000)
    assert [group["count"] for group in groups] == by_hand
    assert timezone.localdate(at) > date(2022, 5, 1)


def test_after_the_import_the_screens_stay_quick(
    bring, setting, visit, url, django_assert_max_num_queries
):
    bring(real_reports().read_bytes(), "nyc311.csv")
    browser = visit("worker")
    with django_assert_max_num_queries(25):
        assert browser.get(url("queue"), {"show": "all"}).status_code == 200
    with django_assert_max_num_queries(15):
        assert browser.get(url("patterns"), {"days": "", "at_least": "2"}).status_code == 200


# Many rows


def many_rows(number):
    """A table of so many lines, over a tenth as many spots."""
    lines = [",".join(HEADING)]
    lines += [
        f"K{line},噪声,广场舞太吵,晚上十点还在放音乐,湖滨路{line % (number // 10)}号,"
        f"2026-03-02 09:00,2026-03-04 15:00,已劝止,已办结"
        for line in range(number)
    ]
    return "\n".join(lines).encode()


def test_a_thousand_rows_cost_few_queries(
    visit, setting, url, take_in, django_assert_max_num_queries
):
    browser = visit("worker")
    with django_assert_max_num_queries(40):
        _response, batch = upload(browser, setting.community, many_rows(2000))
    with django_assert_max_num_queries(200):
        take_in(batch, browser)
    with django_assert_max_num_queries(150):
        browser.post(url("import_undo", batch_id=batch.pk))
    assert imported(setting.community).count() == 0


def test_many_thousand_rows_are_previewed_taken_in_and_taken_back(visit, setting, url, take_in):
    # A hundred thousand are measured (script/bench imports); here it is that nothing is lost at
    # the seams of the blocks.
    many = 8_003
    browser = visit("worker")
    _response, batch = upload(browser, setting.community, many_rows(many))
    assert batch.counts["new"] == many
    assert browser.get(url("import", batch_id=batch.pk)).status_code == 200
    take_in(batch, browser)
    assert batch.counts["new"] == many
    assert imported(setting.community).count() == many
    assert len(browser.get(url("queue"), {"show": "all"}).context["rows"]) == 30
    assert browser.post(url("import_undo", batch_id=batch.pk)).status_code == 302
    assert imported(setting.community).count() == 0
