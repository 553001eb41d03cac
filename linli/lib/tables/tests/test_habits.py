"""Dates of every habit, parts of dates, archives that lie, macros, and what is read back."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from hypothesis import given, settings, strategies as st
from openpyxl import load_workbook

from linli.lib.tables import Field, Problem, mark_problems, read_table, read_tables, spreadsheet
from linli.lib.tables.dates import read_date
from linli.lib.tables.part_dates import read_part_date
from linli.lib.tables.problems import Unreadable
from linli.lib.tables.tests.workbooks import xlsx
from linli.lib.tables.unpacking import check_sizes_told

FIELDS = (
    Field("name", ("姓名",), required=True),
    Field("born", ("出生日期",), "date"),
    Field("number", ("身份证号",), "code"),
)
# Before 1906 the number a spreadsheet keeps could as well be a year.
DAYS = st.dates(date(1906, 1, 1), date(2099, 12, 31))
HABITS = (
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day:%Y/%m/%d}",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year} {day.month} {day.day}",
    lambda day: f"{day.year}、{day.month}、{day.day}",
    lambda day: f"{day.year}.{day.month}.{day.day}出生",
    lambda day: int(f"{day:%Y%m%d}"),
    lambda day: (day - date(1899, 12, 30)).days,
)


@settings(deadline=None)
@given(DAYS, st.sampled_from(HABITS))
def test_a_day_is_the_same_in_every_habit(day, habit):
    assert read_date(habit(day)) == (day, None)


@settings(deadline=None)
@given(
    DAYS, st.sampled_from(("{0:%Y}-{0.month}", "{0:%y}年{0.month}月", "{0:%y}.{0.month}.{0.day}"))
)
def test_a_part_of_a_day_agrees_with_its_day_and_not_with_another_month(day, form):
    part = read_part_date(form.format(day))
    assert part is not None
    assert part.agrees(day)
    assert not part.agrees(day + timedelta(days=32))


@pytest.mark.parametrize(
    "raw",
    [
        "民国42年7月8日",
        "农历1953年七月初八",
        "1953年腊月",
        "癸巳年",
        "1953年十月廿三日",
        "昭和28年",
    ],
)
def test_another_calendar_is_refused_with_its_own_reason(raw):
    assert read_date(raw) == (None, "date_other_calendar")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text("王李赵秀英建国·ab", min_size=1, max_size=6).filter(str.strip),
            DAYS,
            st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_a_workbook_we_wrote_is_read_back_the_same(rows):
    content = spreadsheet(rows, ("姓名", "出生日期", "身份证号"))
    sheet = read_table(content, "a.xlsx", fields=FIELDS)
    assert [tuple(row.values.values()) for row in sheet.rows()] == [
        (name.strip(), born, number) for name, born, number in rows
    ]


def test_an_archive_that_claims_to_be_small_is_found_out():
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 3_000_000)
    archive = zipfile.ZipFile(BytesIO(output.getvalue()))
    check_sizes_told(archive, 1_000)
    archive.infolist()[0].file_size = 10
    with pytest.raises(Unreadable) as refused:
        check_sizes_told(archive, 1_000)
    assert refused.value.problem.code == "too_large"


def test_macros_are_said_and_stay_behind():
    plain = xlsx([["姓名"], ["张三"]])
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(plain)) as old, zipfile.ZipFile(output, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(
                    b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"vnd.ms-excel.sheet.macroEnabled.main+xml",
                ).replace(
                    b"</Types>",
                    b'<Default Extension="bin" '
                    b'ContentType="application/vnd.ms-office.vbaProject"/></Types>',
                )
            new.writestr(name, part)
        new.writestr("xl/vbaProject.bin", b"macro")
    tables = read_tables(output.getvalue(), "a.xlsm", fields=FIELDS)
    assert tables.has_macros
    assert [row.values["name"] for row in tables.sheets[0].rows()] == ["张三"]
    fault = Problem("required_empty", 2, "姓名", "A2", sheet=tables.sheets[0].worksheet)
    marked = mark_problems(output.getvalue(), "a.xlsm", tables.sheets, [fault], lambda p: p.code)
    with zipfile.ZipFile(BytesIO(marked)) as archive:
        assert not any("vba" in name for name in archive.namelist())
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")
    assert load_workbook(BytesIO(marked)).worksheets[0]["A2"].comment
