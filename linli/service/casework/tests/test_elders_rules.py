"""Services, support agreements and day-care sheets: the day before, the day, the day after."""

from datetime import date, datetime, timedelta

import pytest

from linli.lib.calendar import SHANGHAI
from linli.service.casework.rules import arranged, care, day_care, support
from linli.service.casework.rules.support import Part

DAY = date(2026, 11, 2)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
NOON = datetime(2026, 11, 2, 12, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("price_class", "fen", "payer", "holds"),
    [
        ("free", None, "", True),
        ("free", 0, "", True),
        ("free", 1, "", False),
        ("free", None, "elder", False),
        ("low", 1, "elder", True),
        ("low", 0, "elder", False),
        ("low", None, "elder", False),
        ("paid", 100, "", False),
    ],
)
def test_what_costs_says_how_much_and_who_pays(price_class, fen, payer, holds):
    assert bool(arranged.priced(price_class, fen, payer)) is holds


def test_a_service_stands_on_a_yes_with_days_and_an_end_after_its_beginning():
    assert arranged.agreed(True)
    assert not arranged.agreed(False)
    assert not arranged.provider_named("  ")
    assert arranged.days_said("meals", [1, 7])
    assert not arranged.days_said("meals", [])
    assert not arranged.days_said("meals", [8])
    assert arranged.days_said("alarm", [])
    assert arranged.in_order(DAY, DAY)
    assert arranged.in_order(DAY, None)
    assert not arranged.in_order(DAY, BEFORE)
    assert not arranged.has_run_out(DAY, DAY)
    assert arranged.has_run_out(DAY, AFTER)
    assert not arranged.has_run_out(None, AFTER)


@pytest.mark.parametrize(
    ("part", "something"),
    [
        (Part(), False),
        (Part(0, " ", ""), False),
        (Part(1), True),
        (Part(care="陪看病"), True),
        (Part(visits="每周日"), True),
    ],
)
def test_nobody_is_let_off(part, something):
    found = support.nobody_waived([Part(100), part])
    assert bool(found) is something
    assert found.cites == ("elders.19", "civil_code.1067")


@pytest.mark.parametrize(
    ("text", "waives", "conditions"),
    [
        ("每月出六百元，周日来看望", False, False),
        ("不再赡养母亲", True, False),
        ("二儿子不承担赡养义务", True, False),
        ("断绝父子关系", True, False),
        ("放弃继承权，其他不管", False, True),
        ("老房子过户以后才出钱赡养", False, True),
        ("以分得房产为条件", False, True),
        ("分不到房就不养", False, True),
        ("不得以放弃继承权为由拒绝", False, False),
        ("老房子仍归老人住", False, False),
        ("老房子修好后照顾老人住进去", False, False),
        ("老大不承担赡养费，负责照料", False, False),
        ("不用老人自己出养老的钱", False, False),
        ("先分了存款再赡养", False, True),
        ("大儿子以后不赡养，房子归小女儿", True, True),
        ("老二不养老人", True, False),
        ("小女儿以后不管妈妈", True, False),
        ("妈妈的事他不管了", True, False),
        ("财产归长子", False, True),
        ("遗产以后都归小儿子", False, True),
        ("任何人不得以分家为由不赡养老人", False, False),
        ("谁不赡养，老人可以起诉", False, False),
        ("不赡养老人的，由居委会督促", False, False),
        ("房子归老人，租金也归老人", False, False),
        ("不管老人愿不愿意来，都要打电话", False, False),
        ("家里不养狗，周日来看望", False, False),
    ],
)
def test_no_clause_lets_off_or_hangs_on_property(text, waives, conditions):
    assert bool(support.no_waiver_said([text])) is not waives
    assert bool(support.no_condition_said([text])) is not conditions


def test_an_agreement_stands_on_consent_among_two_and_is_looked_at_in_force():
    assert not support.consented(False)
    assert support.consented(False).cites == ("elders.20",)
    assert not support.among_several(1)
    assert support.among_several(2)
    assert support.signed_by_now(DAY, DAY)
    assert not support.signed_by_now(AFTER, DAY)
    assert support.checked_in_force(DAY, DAY, DAY)
    assert not support.checked_in_force(BEFORE, DAY, DAY)
    assert not support.checked_in_force(AFTER, DAY, DAY)
    assert not support.checked_in_force(DAY, None, DAY)
    assert support.leads_on("kept", "")
    assert not support.leads_on("kept", "urge")
    for result in ("partly", "not_kept"):
        assert not support.leads_on(result, "")
        assert all(support.leads_on(result, way) for way in support.WAYS_ON)
    assert not support.over(True)
    assert support.over(False)


def test_a_grade_is_only_written_as_it_was_told():
    assert not care.need_asked(False)
    assert care.grade_with_its_day("", "", None)
    assert care.grade_with_its_day("half", "民政局", DAY)
    assert not care.grade_with_its_day("half", "", DAY)
    assert not care.grade_with_its_day("", "", DAY)
    assert care.assessed_by_now(DAY, DAY, DAY)
    assert care.assessed_by_now(DAY, None, DAY)
    assert not care.assessed_by_now(AFTER, None, DAY)
    assert not care.assessed_by_now(DAY, BEFORE, DAY)
    assert not care.assessed_by_now(DAY, AFTER, DAY)


def test_names_are_kept_so_many_days_after_their_own_and_no_day_longer():
    first = day_care.kept_from(DAY, days=30)
    assert first == date(2026, 10, 3)
    assert day_care.not_here_yet("王", ["李"])
    assert not day_care.not_here_yet(" 王 ", ["王"])
    assert day_care.leaves_after_coming(NOON, NOON)
    assert not day_care.leaves_after_coming(NOON, NOON - timedelta(seconds=1))
    assert not day_care.left_once(True)
