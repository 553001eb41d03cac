"""Tables somebody brings, made for the tests, and the way from a file to matters."""

import csv
import io
import os
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from linli.service.matters.models import ImportBatch

HEADING = ("编号", "类型", "标题", "内容", "地址", "提出时间", "答复时间", "答复", "状态")


def row(key, **more):
    """One line of a table, in the order of HEADING."""
    given = {
        "类型": "噪声",
        "标题": "广场舞太吵",
        "内容": "晚上十点还在放音乐",
        "地址": "湖滨路 3 号门口",
        "提出时间": "2026-03-02 09:00",
        "答复时间": "2026-03-04 15:00",
        "答复": "已约定九点前结束",
        "状态": "已办结",
        **more,
    }
    return (key, *(given[name] for name in HEADING[1:]))


def as_csv(rows, heading=HEADING, encoding="utf-8"):
    """The table as comma separated text."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([heading, *rows])
    return text.getvalue().encode(encoding)


def as_xlsx(rows, above=(), merged=()):
    """The table as a workbook; `above` are rows over it, `merged` areas like A1:C1."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line in [*above, *rows]:
        sheet.append(list(line))
    for area in merged:
        sheet.merge_cells(area)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def upload(browser, community, content, name="诉求.csv", kind="text/csv"):
    """Sends a file as the page does; the response, and the batch where the table could be read."""
    response = browser.post(
        reverse("matters:imports", kwargs={"community_code": community.code}),
        {"table": SimpleUploadedFile(name, content, kind)},
    )
    if response.status_code != 302:
        return response, None
    key = response["Location"].rstrip("/").rsplit("/", 1)[1]
    return response, ImportBatch.objects.get(community=community, pk=key)


def real_reports():
    """The 924 real reports; the test is skipped where they are not on this machine."""
    folder = os.environ.get("LINLI_TEST_DATA") or settings.BASE_DIR.parent / "shared" / "data"
    found = sorted((Path(folder) / "problem_reports").glob("*.csv"))
    if not found:
        pytest.skip("the real reports (problem_reports/*.csv) are not on this machine")
    return found[0]
