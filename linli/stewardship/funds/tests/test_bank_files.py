"""What is read out of the files of banks and payment services."""

import pytest

from linli.stewardship.funds.bank_files import columns_of, read_statement
from linli.stewardship.funds.tests import bank_samples as samples


def read(name, **given):
    return read_statement(getattr(samples, name)(), f"{name}.csv", **given)


KNOWN = {
    "icbc": [("2026-03-02", 5_000_000), ("2026-03-05", -128_050)],
    "ccb": [("2026-03-02", 20_000), ("2026-03-02", 20_000)],
    "abc": [("2026-03-09", 30_000), ("2026-03-10", -9_990)],
    "boc": [("2026-03-11", 80_000), ("2026-03-12", -50_000)],
    "wechat_trades": [
        ("2026-03-15", 10_000), ("2026-03-15", -60), ("2026-03-16", -10_000), ("2026-03-16", 60),
    ],
    "wechat_funds": [("2026-03-15", 10_000), ("2026-03-15", -60)],
    "alipay": [("2026-03-15", 6_666), ("2026-03-16", -6_000)],
}  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_every_known_file_is_told_by_its_headings_and_read_to_the_fen(name):
    found = read(name)
    assert (found.format, found.problems, found.unsure) == (name, (), ())
    assert [(line.on.isoformat(), line.fen) for line in found.lines] == KNOWN[name]
    assert len({line.identity for line in found.lines}) == len(found.lines)


def test_the_other_side_is_whoever_is_not_the_account():
    names = {
        name: [line.other_name for line in read(name).lines] for name in ("icbc", "boc", "abc")
    }
    assert names == {
        "icbc": ["示范区财政局", "示范文具店"],
        "boc": ["示范饭店", "示范粮油店"],
        "abc": ["王五", ""],
    }
    first = read("ccb").lines[0]
    assert (first.words, first.purpose, first.own_account) == ("捐款", "给活动室", samples.OWN)
    assert first.at.isoformat() == "09:15:01"


def test_totals_notes_and_what_never_came_about_are_left_out_and_said():
    assert [each.reason for each in read("icbc").left_out] == ["total"]
    reasons = [each.reason for each in read("wechat_trades").left_out]
    assert reasons.count("not_done") == 1
    assert {each.reason for each in read("alipay").left_out} == {"note"}


def test_another_bank_is_read_by_its_usual_headings_and_equal_lines_stay_two():
    found = read("rural")
    assert found.format == "generic"
    assert [line.fen for line in found.lines] == [321, -10_000, -10_000]
    without = [line.identity[:-1] for line in found.lines]
    assert len({line.identity for line in found.lines}) == 3
    assert len(set(without)) == 3  # the balance tells them apart


def test_a_person_points_at_columns_nobody_knows():
    found = read("unknown")
    assert found.lines == ()
    assert set(found.unsure) == {"moment", "amount"}
    assert columns_of(found) == [(0, "甲"), (1, "乙"), (2, "丙")]
    pointed = read("unknown", mapping={"moment": 0, "amount": 1, "words": 2})
    assert [line.fen for line in pointed.lines] == [1_200, -500]


def test_a_bill_of_somebodys_own_wallet_is_known_and_gives_no_line():
    found = read("wechat_own")
    assert (found.private, found.lines) == (True, ())


def test_what_cannot_be_read_is_said_with_its_row_and_nothing_is_rounded():
    torn = samples.rural().replace(b"100.00,903.21", "百元,903.21".encode("gb18030"), 1)
    found = read_statement(torn, "x.csv")
    assert [(each.code, each.row) for each in found.problems] == [("not_a_number", 3)]
    odd = read_statement(samples.rural().replace(b"3.21,1003", b"3.215,1003"), "x.csv")
    assert [each.code for each in odd.problems] == ["not_a_number"]
    assert read_statement(b"%PDF-1.7 x", "x.pdf").problems[0].code == "not_a_table"
