"""What people bring: words to search for, and division tables as CSV, .csv.gz or workbook."""

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.places.rules.table import Row
from linli.lib.law import Finding, Refused
from linli.lib.tables.fields import Field
from linli.lib.tables.problems import Problem
from linli.lib.tables.reading import read_table
from linli.lib.tables.sentences import sentence_of


class SearchForm(forms.Form):
    """The words looked for, and the code of the place to look in."""

    q = forms.CharField(label=_("地名、拼音、首字母或代码"), max_length=60, required=False)
    within = forms.CharField(max_length=12, required=False, widget=forms.HiddenInput)


class DayForm(forms.Form):
    """The day for which a place is shown as it was."""

    on = forms.DateField(label=_("查看某日的样子"), required=False)


MOST_ROWS = 1_000_000
MOST_UNPACKED = 400 * 2**20

FIELDS = (
    Field(
        "code",
        ("代码", "区划代码", "行政区划代码", "统计用区划代码", "code", "division code"),
        kind="code",
        required=True,
    ),
    Field(
        "parent",
        ("上级代码", "上级", "上级区划代码", "父级代码", "父级", "parent", "parent code"),
        kind="code",
        required=True,
    ),
    Field("name", ("名称", "区划名称", "单位名称", "name"), required=True),
    Field("level", ("级别", "层级", "行政级别", "区划级别", "level"), required=True),
    Field(
        "ur_code",
        ("城乡分类代码", "城乡分类", "城乡代码", "ur_code", "urban rural code"),
        kind="code",
    ),
    Field("lon", ("经度", "lon", "lng", "longitude"), kind="code"),
    Field("lat", ("纬度", "lat", "latitude"), kind="code"),
)


def read_division_table(
    path: Path, advance: Callable[[int], None] = lambda rows: None
) -> list[Row]:
    """The rows of the file, none of them judged yet.

    Raises `Refused` (`places.table_readable`) where the file as a whole cannot be read.
    """
    content = path.read_bytes()
    name = path.name
    if content.startswith(b"\x1f\x8b"):
        content = _unpack(content)
        name = name.removesuffix(".gz")
    sheet = read_table(content, name, fields=FIELDS, limit_rows=MOST_ROWS)
    if not sheet.readable:
        raise _unreadable(sheet.problems[0])
    rows: list[Row] = []
    for batch in sheet.batches():
        for row in batch:
            cells: dict[str, Any] = {
                key: "" if value is None else str(value) for key, value in row.values.items()
            }
            # An empty cell is judged with the others, by what it should have held.
            problem = next((p for p in row.problems if p.code != "required_empty"), None)
            if problem is None:
                rows.append(Row(row.number, **cells))
            else:
                said = {"column": problem.column, **problem.numbers}
                rows.append(Row(row.number, **cells, problem=problem.code, numbers=said))
        advance(len(batch))
    return rows


def _unpack(content: bytes) -> bytes:
    try:
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        text = unpacker.decompress(content, MOST_UNPACKED)
    except zlib.error:
        raise _unreadable(Problem("torn_file")) from None
    if not unpacker.eof:
        torn = not unpacker.unconsumed_tail
        raise _unreadable(
            Problem("torn_file")
            if torn
            else Problem("too_large", numbers={"megabytes": MOST_UNPACKED // 2**20})
        )
    return text


def _unreadable(problem: Problem) -> Refused:
    why = sentence_of(problem, gettext)
    return Refused(Finding(False, "places.table_readable", numbers={"why": why}))
