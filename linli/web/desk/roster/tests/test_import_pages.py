"""A roster brought in through the pages."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

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


def test_only_those_who_keep_the_register_import(sign_in, url, batch):
    for post in ("worker", "mediator", "supervisor"):
        client = sign_in(post)
        assert client.get(url("imports")).status_code == 404
        assert client.get(url("batch", batch.pk)).status_code == 404
        assert client.post(url("batch_take_in", batch.pk)).status_code == 404


def test_every_column_that_can_be_read_has_a_title():
    assert {field.name for field in FIELDS} == set(COLUMN_TITLES)
