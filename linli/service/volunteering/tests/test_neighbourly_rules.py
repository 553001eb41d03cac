"""Wishes, lending and minutes: the rules, without a database."""

from datetime import date

import pytest

from linli.service.volunteering.purposes import PURPOSES, STATUTORY
from linli.service.volunteering.rules import exchange, lending, plain_words, wishes


@pytest.mark.parametrize(
    "words",
    [
        "求捐300元买药",
        "请转账给我",
        "收款码在下面",
        "想众筹学费",
        "差五千元",
        "￥200",
        "求大家借钱",
    ],
)
def test_an_appeal_for_money_is_no_wish_and_says_where_it_belongs(words):
    found = plain_words.no_appeal(words)
    assert not found
    assert {"charity.22", "charity.124"} <= set(found.cites)


@pytest.mark.parametrize(
    "words",
    ["想要一本《海底两万里》", "想有人陪着去一次公园", "想学用手机挂号", "想看一次元宵花灯"],
)
def test_a_small_wish_is_fit_for_all(words):
    assert all(wishes.fit_for_all(words))


@pytest.mark.parametrize(
    "words", ["家里吃低保，想要书包", "爷爷瘫痪了，想要轮椅垫", "孤儿想要一个球"]
)
def test_nobody_shows_need_to_be_wished_well(words):
    assert not plain_words.nothing_private(words)


@pytest.mark.parametrize("words", ["王阿姨想要收音机", "打13800138000找我", "3号楼2单元501的孩子"])
def test_published_words_name_nobody(words):
    assert not plain_words.names_nobody(words)


@pytest.mark.parametrize(
    "words", ["电钻，每天20元", "梯子，押金100", "有偿帮忙搬家", "婴儿床便宜卖"]
)
def test_among_neighbours_nothing_is_paid(words):
    assert not plain_words.no_pay(words)


def test_saying_that_it_is_free_is_no_price():
    assert plain_words.no_pay("梯子，免费借，不要钱")


def test_a_childs_wish_stands_on_the_guardians_word():
    assert not wishes.agreed(child=True, consents=True, guardian=False)
    assert wishes.agreed(child=True, consents=False, guardian=True)
    assert not wishes.agreed(child=False, consents=False, guardian=True)


def test_a_claim_holds_through_its_last_day_and_lapses_the_day_after():
    until = wishes.holds_until(date(2026, 3, 1), 14)
    assert until == date(2026, 3, 15)
    assert not wishes.has_lapsed(until, date(2026, 3, 15))
    assert wishes.has_lapsed(until, date(2026, 3, 16))


def test_a_thing_is_lent_for_so_many_days_at_most_and_reminded_the_day_before():
    out = date(2026, 3, 1)
    assert lending.due_later(out, date(2026, 4, 30), 60)
    assert not lending.due_later(out, date(2026, 5, 1), 60)
    assert lending.due_later(out, out, 60)
    assert not lending.due_later(out, date(2026, 2, 28), 60)
    assert lending.reminded_on(date(2026, 3, 1)) == date(2026, 2, 28)


def test_limits_hold_on_both_sides_and_never_block_the_way_back():
    assert exchange.within(-585, -15, -600, 3600)
    assert not exchange.within(-600, -15, -600, 3600)
    assert exchange.within(3585, 15, -600, 3600)
    assert not exchange.within(3600, 15, -600, 3600)
    assert exchange.within(-900, 15, -600, 3600)
    assert exchange.within(4000, -15, -600, 3600)


def test_a_partner_stays_within_both_limits():
    assert exchange.partner_within("甲", -45, -15, 60, 60)
    assert not exchange.partner_within("甲", -60, -15, 60, 60)
    assert exchange.partner_within("甲", 45, 15, 60, 60)
    assert not exchange.partner_within("甲", 60, 15, 60, 60)


def test_what_is_older_than_the_term_expires_and_no_minute_more():
    assert exchange.expired(100, 40) == 60
    assert exchange.expired(40, 40) == 0
    assert exchange.expired(-30, 0) == 0
    assert exchange.months_before(date(2026, 3, 1), 24) == date(2024, 3, 1)
    assert exchange.months_before(date(2026, 1, 1), 1) == date(2025, 12, 1)


def test_sixty_days_ahead_is_sixty_days_and_not_fifty_nine():
    settles = date(2026, 3, 1)
    assert exchange.tells_in_time(date(2025, 12, 31), settles, 60)
    assert not exchange.tells_in_time(date(2026, 1, 1), settles, 60)
    assert exchange.settling_days(date(2026, 1, 1), 2) == [
        date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1),
    ]  # fmt: skip
    assert exchange.settling_days(date(2026, 1, 2), 1) == [date(2026, 2, 1)]


def test_a_public_service_is_never_had_for_time():
    services = {key: str(title) for key, title in STATUTORY}
    for key in services:
        found = exchange.not_statutory(key, services)
        assert not found
        assert {"volunteering.25", "volunteering.40"} == set(found.cites)
    assert not set(services) & {key for key, _title in PURPOSES}


def test_minutes_come_in_quarters_of_an_hour():
    assert [n for n in (0, 10, 15, 60, 480, 495) if exchange.whole_quarters(n, 480)] == [
        15,
        60,
        480,
    ]
