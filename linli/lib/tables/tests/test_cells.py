"""Dates, numbers and choices as people write them; what is unclear is said, not guessed."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from linli.lib.tables.dates import day_or_month_first, read_date, read_datetime
from linli.lib.tables.fields import Field
from linli.lib.tables.values import read_code, read_decimal, read_integer, read_text, reader_for

MARCH_5 = date(2026, 3, 5)


def moment(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


@pytest.mark.parametrize(
    "raw",
    [
        "2026-3-5",
        "2026-03-05",
        "2026/3/5",
        "2026.3.5",
        "2026。3。5",
        "2026—3—5",
        "2026年3月5日",
        "2026 年 3 月 5 号",
        "2026年3月5日 星期四",
        "2026年3月5日（周四）",
        "２０２６－０３－０５",
        "二〇二六年三月五日",
        "20260305",
        20260305,
        20260305.0,
        46086,
        46086.75,
        "46086",
        "2026-03-05 23:59:59",
        "'2026-03-05",
        "5 March 2026",
        "Mar 5, 2026",
        "05-Mar-2026",
        date(2026, 3, 5),
        moment(2026, 3, 5, 8, 30),
    ],
)
def test_a_day_in_its_many_forms(raw):
    assert read_date(raw) == (MARCH_5, None)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("2026-02-30", "date_impossible"),
        ("2025-02-29", "date_impossible"),
        ("2026-13-01", "date_impossible"),
        ("20260230", "date_impossible"),
        (20260230, "date_impossible"),
        ("二〇二六年二月三十日", "date_impossible"),
        ("31/04/2026", "date_impossible"),
        ("2026", "date_incomplete"),
        (2026, "date_incomplete"),
        ("1990-05", "date_incomplete"),
        ("1990年5月", "date_incomplete"),
        (199005, "date_incomplete"),
        ("3月5日", "date_incomplete"),
        ("March 2026", "date_incomplete"),
        ("98.3.5", "date_two_digit_year"),
        ("05/04/2026", "date_ambiguous"),
        ("1026-03-05", "date_out_of_range"),
        ("2626-03-05", "date_out_of_range"),
        (5, "date_unreadable"),
        (10**9, "date_unreadable"),
        (float("nan"), "date_unreadable"),
        (True, "date_unreadable"),
        ("去年春天", "date_unreadable"),
        ("2026-03-05前后", "date_unreadable"),
        ("2026-03-05 25:00", "time_impossible"),
        ("2026-03-05 13:00 PM", "time_impossible"),
        ("2026-03-05 晚上12:00", "time_impossible"),
    ],
)
def test_a_day_that_is_impossible_or_unclear_is_not_coerced(raw, code):
    assert read_date(raw) == (None, code)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("05/01/2022 12:00:03 AM", moment(2022, 5, 1, 0, 0, 3)),
        ("05/01/2022 12:00:03 PM", moment(2022, 5, 1, 12, 0, 3)),
        ("2026-03-05 8:05", moment(2026, 3, 5, 8, 5)),
        ("2026-03-05T08:05:09", moment(2026, 3, 5, 8, 5, 9)),
        ("2026-03-05 08:05:09.120", moment(2026, 3, 5, 8, 5, 9)),
        ("2026年3月5日 上午9:05", moment(2026, 3, 5, 9, 5)),
        ("2026年3月5日下午3点20分", moment(2026, 3, 5, 15, 20)),
        ("2026年3月5日 下午15:20", moment(2026, 3, 5, 15, 20)),
        ("2026年3月5日15时", moment(2026, 3, 5, 15)),
        ("2026-03-05 中午12:30", moment(2026, 3, 5, 12, 30)),
        ("2026-03-05 凌晨12:30", moment(2026, 3, 5, 0, 30)),
        ("20260305080509", moment(2026, 3, 5, 8, 5, 9)),
        (46086.5, moment(2026, 3, 5, 12)),
        ("2026-03-05", moment(2026, 3, 5)),
    ],
)
def test_a_moment_in_its_many_forms(raw, expected):
    assert read_datetime(raw) == (expected, None)


def test_a_zone_in_the_text_is_kept():
    assert read_datetime("2026-03-05T08:05:00Z")[0] == datetime(2026, 3, 5, 8, 5, tzinfo=UTC)
    beijing = timezone(timedelta(hours=8))
    value = read_datetime("2026-03-05T08:05:00+08:00")[0]
    assert value == datetime(2026, 3, 5, 8, 5, tzinfo=beijing)


def test_a_column_shows_how_it_writes_its_days():
    assert day_or_month_first(["05/04/2026", "25/04/2026"]) is True
    assert day_or_month_first(["05/04/2026", "04/25/2026"]) is False
    assert day_or_month_first(["05/04/2026 01:00:00 AM"]) is False
    assert day_or_month_first(["05/04/2026"]) is None
    assert day_or_month_first(["25/04/2026", "04/25/2026"]) is None
    assert read_date("05/04/2026", day_first=True) == (date(2026, 4, 5), None)
    assert read_date("05/04/2026", day_first=False) == (date(2026, 5, 4), None)
    assert read_date("25/04/2026", day_first=False) == (None, "date_impossible")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (" 138 0000\u00a01234 ", "13800001234"),
        ("１３８００００１２３４", "13800001234"),
        ("'010-62345678", "010-62345678"),
        ("\u200b11010119900307231x\ufeff", "11010119900307231x"),
        (13800001234.0, "13800001234"),
        (0.5, "0.5"),
    ],
)
def test_a_code_keeps_every_digit(cell, expected):
    assert read_code(cell) == (expected, None, None)


@pytest.mark.parametrize("cell", [1.10101199003072e17, 110101199003072316, "1.10101E+17", 10**15])
def test_a_code_that_was_kept_as_a_number_is_lost(cell):
    value, code, _numbers = read_code(cell)
    assert (value, code) == (None, "digits_lost")
    if not isinstance(cell, str):
        assert read_text(cell)[1] == "digits_lost"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1,234.50", "1234.50"),
        ("￥12.5", "12.5"),
        ("12.5元", "12.5"),
        ("－３", "-3"),
        (0.1, "0.1"),
        (85, "85"),
        (".5", "0.5"),
    ],
)
def test_an_amount_is_exact(cell, expected):
    assert read_decimal(cell)[0] == Decimal(expected)


@pytest.mark.parametrize(
    "cell", ["约10", "12%", "1,23", "1e5", "--", "10-20", True, "三", float("inf")]
)
def test_what_is_not_plainly_a_number_is_not_made_one(cell):
    assert read_decimal(cell)[:2] == (None, "not_a_number")
    assert read_integer(cell)[:2] == (None, "not_an_integer")


def test_an_integer_has_no_fraction():
    assert read_integer("12.0")[0] == 12
    assert read_integer(12.0)[0] == 12
    assert read_integer("12.5")[1] == "not_an_integer"


def test_a_choice_is_known_by_any_of_its_words_and_by_a_tick_box():
    read = reader_for(Field("poor", ["低保"], "choice", choices={"yes": ["是", "√"], "no": ["否"]}))
    assert [read(cell)[0] for cell in ("是", " √ ", "YES", True, False)] == [
        *["yes"] * 4,
        "no",
    ]
    _value, code, numbers = read("也许")
    assert (code, numbers) == ("not_a_choice", {"value": "也许", "allowed": "是、否"})


def test_a_text_too_long_a_broken_formula_and_our_own_guard():
    read = reader_for(Field("note", ["备注"], longest=5))
    assert read("一二三四五六")[1:] == ("too_long", {"length": 6, "longest": 5})
    assert read("#REF!")[1] == "formula_error"
    assert read("'=1+1")[0] == "=1+1"
    assert read("'tis")[0] == "'tis"
