"""On the list or not, in time or not, with basis and money or not; to the day and the fen."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from linli.lib.calendar import national
from linli.lib.law import cite, parameter
from linli.lib.law.citations import Status
from linli.partners.intake.rules import (
    LONGEST_ENTRY,
    NEVER,
    Listed,
    asked_ahead,
    asks_here,
    days_ordered,
    ground_holds,
    has_basis,
    may_approve,
    may_be_passed_on,
    minutes_possible,
    money_line,
    money_said,
    on_list,
)
from linli.partners.intake.seed import seed_lines

DAY = date(2026, 11, 2)
BUREAU, OTHER = uuid4(), uuid4()
LINE = Listed(uuid4(), DAY, DAY + timedelta(days=30), BUREAU)


def test_a_line_is_on_the_list_from_its_first_day_to_the_day_before_it_ends():
    last = DAY + timedelta(days=29)
    assert not on_list(LINE, on=DAY - timedelta(days=1), body=BUREAU)
    assert on_list(LINE, on=DAY, body=BUREAU)
    assert on_list(LINE, on=last, body=BUREAU)
    assert not on_list(LINE, on=last + timedelta(days=1), body=BUREAU)


def test_a_line_is_only_the_office_s_it_names_and_anybody_s_where_it_names_none():
    assert on_list(LINE, on=DAY, body=OTHER).numbers["state"] == "other_body"
    assert on_list(Listed(uuid4(), DAY), on=DAY, body=OTHER)
    assert on_list(None, on=DAY, body=OTHER).numbers["state"] == "none"


@pytest.mark.parametrize("never", list(NEVER))
def test_what_may_never_be_passed_on_is_on_no_list_and_names_its_rule(never):
    found = on_list(LINE, on=DAY, body=BUREAU, never=never)
    assert not found
    assert found.cites == NEVER[never]
    assert not may_be_passed_on(never)
    for key in found.cites:
        assert cite(key).status is Status.TO_VERIFY  # shown with a mark until it was read
        assert "136号" in cite(key).reference


def test_a_notice_is_cited_by_its_parts():
    assert cite("mca136.1").reference.endswith("第一部分")
    assert cite("mca136.1").reference_en.endswith("Part 1")


def test_a_document_without_its_number_or_date_is_no_basis():
    assert has_basis(["rcl2025.10"])
    assert has_basis(paper="通知", number="民发〔2026〕1号", dated=DAY)
    assert not has_basis()
    assert has_basis(paper="通知").numbers["missing"] == ("number", "dated")
    assert not has_basis(paper="通知", number=" ", dated=DAY)


def test_commissioned_work_without_money_is_incomplete_and_the_committee_s_own_is_not():
    paid = {"fen": 1, "payer": "民政局"}
    for nature in ("assist", "on_behalf"):
        assert money_line("amount", **paid, nature=nature)
        assert not money_line("none", fen=None, payer="", nature=nature)
        assert not money_line("", fen=None, payer="", nature=nature)
    assert money_line("none", fen=None, payer="", nature="self_governed")
    assert not money_line("amount", fen=0, payer="民政局", nature="assist")
    assert money_line("amount", fen=1, payer=" ", nature="assist").numbers["state"] == "payer"
    assert money_line("none", fen=None, payer="", nature="assist").cites == ("rcl2025.43",)


def test_an_office_asks_thirty_working_days_ahead_and_the_thirtieth_is_enough():
    calendar = national()
    days = int(parameter("intake.asked_ahead", DAY, ("cn-11-example",)).value)
    assert days == 30
    starts = DAY
    while not asked_ahead(DAY, starts, days=days, calendar=calendar):
        starts += timedelta(days=1)
    assert asked_ahead(DAY, starts, days=days, calendar=calendar).numbers["ahead"] == 30
    before = asked_ahead(DAY, starts - timedelta(days=1), days=days, calendar=calendar)
    assert before.numbers["ahead"] == 29
    assert asked_ahead(DAY, None, days=days, calendar=calendar)


def test_the_example_pack_asks_for_a_paper_and_the_country_for_none():
    assert parameter("intake.admission_paper", DAY, ("cn-11-example",)).value is True
    assert parameter("intake.admission_paper", DAY, ()).value is False
    assert str(parameter("intake.decided_within", DAY, ("cn-11-example",)).status) == "to_verify"


def test_nothing_is_approved_without_basis_money_and_where_needed_a_paper():
    basis, money = has_basis(["rcl2025.10"]), money_said("none", fen=None, payer="")

    def approved(**changed):
        given = {"never": "", "basis": basis, "money": money, "paper_needed": False, "paper": ""}
        return may_approve(**given | changed)

    assert approved()
    assert approved(never="tax").first_unmet.rule == "intake.may_be_passed_on"
    assert approved(basis=has_basis()).first_unmet.rule == "intake.has_basis"
    unsaid = money_said("", fen=None, payer="")
    assert approved(money=unsaid).first_unmet.rule == "intake.money_said"
    assert approved(paper_needed=True).first_unmet.rule == "intake.admitted_by_paper"
    assert approved(paper_needed=True, paper="区准入〔2026〕1号")


def test_a_letter_never_claims_what_is_not_so():
    named, unnamed = has_basis(["rcl2025.10"]), has_basis()
    paid = money_line("amount", fen=1, payer="局", nature="assist")
    ahead = asked_ahead(DAY, None, days=30, calendar=national())

    def holds(ground, **changed):
        given = {"never": "", "basis": named, "money": paid, "ahead": ahead}
        return bool(ground_holds(ground, **given | changed))

    assert holds("off_list")
    assert not holds("no_basis")
    assert holds("no_basis", basis=unnamed)
    assert not holds("no_money")
    assert not holds("never")
    assert holds("never", never="plaques")
    assert not holds("too_late")


def test_requests_come_from_departments_and_the_street_that_are_there():
    assert asks_here("department", since=DAY, until=None, on=DAY)
    assert asks_here("subdistrict_office", since=DAY, until=None, on=DAY)
    assert not asks_here("property_provider", since=DAY, until=None, on=DAY)
    assert not asks_here("department", since=DAY, until=DAY + timedelta(days=1),
                         on=DAY + timedelta(days=1))  # fmt: skip


def test_an_entry_is_a_minute_to_a_hundred_hours_on_a_day_that_has_come():
    assert minutes_possible(1, DAY, DAY)
    assert minutes_possible(LONGEST_ENTRY, DAY, DAY)
    assert not minutes_possible(0, DAY, DAY)
    assert not minutes_possible(LONGEST_ENTRY + 1, DAY, DAY)
    assert not minutes_possible(1, DAY + timedelta(days=1), DAY)


def test_days_come_in_their_order_and_the_same_day_is_in_order():
    assert days_ordered(DAY, DAY)
    assert days_ordered(DAY, None)
    assert not days_ordered(DAY, DAY - timedelta(days=1))


def test_every_shipped_line_stands_on_an_article_and_says_both_languages():
    lines = seed_lines()
    assert len({line.code for line in lines}) == len(lines) >= 25
    for line in lines:
        assert line.cites, line.code
        assert has_basis(line.cites)
        assert line.title_en.isascii(), line.code
        assert line.does_en.isascii(), line.code
        assert bool(line.does_not) == bool(line.does_not_en), line.code
        if line.nature in ("assist", "on_behalf"):
            assert not line.money, f"{line.code}: the office that asks must say what it pays"
