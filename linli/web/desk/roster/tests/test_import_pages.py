"""A roster brought in through the pages."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from linli.core.jobs.models import Job
from linli.core.jobs.rules import STALE_AFTER
from linli.core.jobs.running import carry_through, claim, new_token
from linli.core.people.actions import taking_in
from linli.core.people.models import Batch
from linli.core.people.queries import persons_in
from linli.core.people.roster.columns import FIELDS
from linli.core.people.tests.rosters import as_csv
from linli.web.desk.roster.forms import COLUMN_TITLES

FILE = as_csv(
    ("姓名", "地址", "宗教信仰", "电话"),
    ("王秀英", "1-1-101", "无", "13812345678"),
    ("李建国", "9-9-999", "无", ""),
)


def text(response) -> str:
    return response.content.decode()


def upload(client, url, content=FILE, name="花名册.csv", **options):
    table = SimpleUploadedFile(name, content)
    return client.post(
        url("imports"), {"table": table, "kind": "usual_resident", "contact": "", **options}
    )


@pytest.fixture
def batch(sign_in, url, community):
    upload(sign_in("registrar"), url)
    return Batch.objects.get(community=community)


def test_a_table_is_looked_at_before_anything_is_written(sign_in, url, community):
    client = sign_in("registrar")
    assert client.get(url("imports")).status_code == 200
    response = upload(client, url)
    batch = Batch.objects.get(community=community)
    assert response["Location"] == url("batch", batch.pk)
    page = text(client.get(url("batch", batch.pk)))
    assert "宗教信仰" in page
    assert "住房" in page
    assert "电话" in page
    assert "本社区没有这套住房" in page
    assert not persons_in(community).exists()


def test_a_file_that_is_no_table_says_why_and_keeps_nothing(sign_in, url, community):
    response = upload(sign_in("registrar"), url, b"%PDF-1.7", "a.pdf")
    assert response.status_code == 422
    assert "不是表格" in text(response)
    assert not Batch.objects.filter(community=community).exists()


def test_the_users_file_comes_back_marked(sign_in, url, batch):
    response = sign_in("registrar").get(url("batch_marked", batch.pk))
    book = load_workbook(BytesIO(response.content))
    assert "没有这套住房" in book.worksheets[0]["B3"].comment.text


@pytest.mark.django_db(transaction=True)
def test_it_is_taken_in_by_a_job_and_taken_out_again(sign_in, url, batch, community):
    client = sign_in("registrar")
    response = client.post(url("batch_take_in", batch.pk))
    assert response.status_code == 302
    batch.refresh_from_db()
    assert (batch.state, batch.content) == (Batch.COMMITTED, "")
    assert [person.name for person in persons_in(community)] == ["王秀英"]
    assert "撤销这次导入" in text(client.get(url("batch", batch.pk)))
    client.post(url("batch_undo", batch.pk))
    assert not persons_in(community).exists()
    assert "移除" in text(client.get(url("batch", batch.pk)))


@pytest.mark.django_db(transaction=True)
def test_a_doubtful_row_is_decided_on_the_page(sign_in, url, community, resident, dwelling):
    known = resident("王秀英", home=dwelling())
    client = sign_in("registrar")
    content = as_csv(("姓名", "地址", "居住类型"), ("王秀英", "1-1-101", "业主"))
    upload(client, url, content)
    batch = Batch.objects.get(community=community)
    page = text(client.get(url("batch", batch.pk)))
    assert f'value="{known.pk}"' in page
    client.post(url("batch_take_in", batch.pk), {"row-2": str(known.pk)})
    batch.refresh_from_db()
    assert batch.counts["changed"] == 1
    assert persons_in(community).count() == 1


def test_a_table_may_be_dropped(sign_in, url, batch):
    client = sign_in("registrar")
    client.post(url("batch_drop", batch.pk))
    batch.refresh_from_db()
    assert (batch.state, batch.content) == (Batch.DROPPED, "")
    assert client.get(url("batch_marked", batch.pk)).status_code == 404


def test_only_those_at_the_desk_of_people_import(sign_in, url, batch):
    for post in ("mediator", "supervisor", "representative"):
        client = sign_in(post)
        assert client.get(url("imports")).status_code == 404
        assert client.get(url("batch", batch.pk)).status_code == 404
        assert client.post(url("batch_take_in", batch.pk)).status_code == 404


def test_every_column_that_can_be_read_has_a_title():
    assert {field.name for field in FIELDS} == set(COLUMN_TITLES)


# Several sheets, other columns, the same file


def sheets_of(**rows) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, lines in rows.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


HEAD = ("姓名", "住址")
TWO_SHEETS = sheets_of(甲=[HEAD, ("王秀英", "1-1-101")], 乙=[HEAD, ("李建国", "9-9-9")])


def test_each_fault_is_shown_with_its_sheet(sign_in, url, community):
    client = sign_in("registrar")
    upload(client, url, TWO_SHEETS, "名册.xlsx")
    batch = Batch.objects.get(community=community)
    page = text(client.get(url("batch", batch.pk)))
    assert "乙 B2" in page
    assert "甲、乙" in page
    book = load_workbook(BytesIO(client.get(url("batch_marked", batch.pk)).content))
    assert book.sheetnames == ["甲", "乙", "问题"]
    assert book["乙"]["B2"].comment


def test_a_hidden_sheet_is_named_and_read_once_it_is_chosen(sign_in, url, community):
    book = load_workbook(BytesIO(TWO_SHEETS))
    book["乙"].sheet_state = "hidden"
    output = BytesIO()
    book.save(output)
    client = sign_in("registrar")
    upload(client, url, output.getvalue(), "名册.xlsx")
    batch = Batch.objects.get(community=community)
    assert batch.counts["read"] == 1
    assert "隐藏的工作表没有读" in text(client.get(url("batch", batch.pk)))
    columns = {"column-0-0": "name", "column-0-1": "address"}
    client.post(url("batch_reread", batch.pk), {"sheets": ["甲", "乙"], **columns})
    batch.refresh_from_db()
    assert batch.counts["read"] == 2


def test_a_column_nobody_would_know_is_pointed_at(sign_in, url, community):
    client = sign_in("registrar")
    content = as_csv(("大名", "住址"), ("王秀英", "1-1-101"))
    assert upload(client, url, content).status_code == 302
    batch = Batch.objects.get(community=community)
    page = text(client.get(url("batch", batch.pk)))
    assert "缺少“姓名”这一列" in page
    assert "没有可以导入的行" in page
    client.post(url("batch_reread", batch.pk), {"column-0-0": "name", "column-0-1": "address"})
    batch.refresh_from_db()
    assert batch.counts["new"] == 1
    twice = {"column-0-0": "name", "column-0-1": "name"}
    assert "选了两次" in text(client.post(url("batch_reread", batch.pk), twice, follow=True))


@pytest.mark.django_db(transaction=True)
def test_the_same_file_again_says_when_it_was_taken_in(sign_in, url, batch, community):
    client = sign_in("registrar")
    client.post(url("batch_take_in", batch.pk))
    upload(client, url)
    again = Batch.objects.filter(community=community, state=Batch.PREVIEWED).get()
    assert "这份文件导入过" in text(client.get(url("batch", again.pk)))


class Killed(BaseException):
    """What a server that is killed looks like from inside."""


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_server_was_killed_goes_on_behind_the_last_block(
    sign_in, url, community, monkeypatch
):
    names = "赵一 钱二 孙三 李四 周五 吴六 郑七".split()
    client = sign_in("registrar")
    rows = [(name, f"1-{n % 2 + 1}-10{n % 2 + 1}") for n, name in enumerate(names)]
    upload(client, url, as_csv(HEAD, *rows))
    batch = Batch.objects.get(community=community)
    monkeypatch.setattr(taking_in, "BLOCK", 2)
    write, blocks = taking_in.write_block, []

    def killed_in_the_third(*given, **named):
        blocks.append(1)
        if len(blocks) == 3:
            raise Killed
        return write(*given, **named)

    monkeypatch.setattr(taking_in, "write_block", killed_in_the_third)
    client.post(url("batch_take_in", batch.pk))
    job = Job.objects.get(community=community, kind="roster.import")
    assert (job.state, job.done_count, job.total) == ("running", 4, 7)
    assert persons_in(community).count() == 4
    page = text(client.get(url("batch", batch.pk)))
    assert "正在写入" in page
    assert client.post(url("batch_take_in", batch.pk)).status_code == 409

    token = new_token()
    assert carry_through(claim(job.pk, token, timezone.now() + STALE_AFTER * 2), token) == "done"
    assert sorted(person.name for person in persons_in(community)) == sorted(names)
    job.refresh_from_db()
    assert (job.result["new"], job.result["read"]) == (7, 7)
    assert len(blocks) == 4  # the third again; the last rows come with the end


@pytest.mark.django_db(transaction=True)
def test_a_job_that_was_cancelled_is_gone_on_with_from_the_page_of_the_file(
    sign_in, url, community, monkeypatch
):
    client = sign_in("registrar")
    upload(client, url, as_csv(HEAD, *((f"赵{n}", "1-1-101") for n in "一二三四五")))
    batch = Batch.objects.get(community=community)
    monkeypatch.setattr(taking_in, "BLOCK", 2)
    hold = taking_in.hold_batch

    def cancelled_meanwhile(*given):
        Job.objects.filter(community=community).update(
            state="cancelled", claimed_by="", finished_at=timezone.now()
        )
        return hold(*given)

    monkeypatch.setattr(taking_in, "hold_batch", cancelled_meanwhile)
    client.post(url("batch_take_in", batch.pk))
    assert not persons_in(community).exists()  # a block without its claim writes nothing
    page = text(client.get(url("batch", batch.pk)))
    assert "写到一半停下了" in page
    monkeypatch.setattr(taking_in, "hold_batch", hold)
    client.post(url("batch_take_in", batch.pk))
    assert persons_in(community).count() == 5
    batch.refresh_from_db()
    assert batch.state == Batch.COMMITTED
