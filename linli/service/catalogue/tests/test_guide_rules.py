"""Prices, freshness, ratings, numbers: the day before, the day, the day after. No database."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from linli.lib.calendar import SHANGHAI
from linli.service.catalogue.content import TEXTS, national_guides
from linli.service.catalogue.rules import guides as rules
from linli.service.catalogue.rules.home_service import asked_for, visit_ahead

ASKED = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (ASKED + timedelta(days=179), "fresh"),
        (ASKED + timedelta(days=180), "stale"),
        (ASKED + timedelta(days=364), "stale"),
        (ASKED + timedelta(days=365), "hidden"),
        (date(2027, 1, 9), "stale"),
        (date(2027, 1, 10), "hidden"),
    ],
)
def test_an_entry_is_stale_after_180_days_and_hidden_after_twelve_months(on, found):
    assert rules.freshness(ASKED, on, stale_days=180, hidden_months=12) == found


def test_twelve_months_from_a_leap_day_end_on_the_last_of_february():
    assert rules.hidden_on(date(2028, 2, 29), 12) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("price", "statutory", "fen", "basis", "provider", "refused_by"),
    [
        ("free", True, None, "", False, None),
        ("free", False, None, "", False, None),
        ("low", True, 500, "价目表", True, "catalogue.statutory_free"),
        ("low", False, None, "价目表", False, "catalogue.price_published"),
        ("low", False, 500, " ", False, "catalogue.price_published"),
        ("low", False, 0, "价目表", False, "catalogue.price_published"),
        ("low", False, 500, "价目表", False, None),
        ("paid", False, 500, "价目表", False, "catalogue.provider_named"),
        ("paid", False, None, "", True, "catalogue.price_published"),
        ("paid", False, 500, "价目表", True, None),
    ],
)
def test_what_may_go_live_at_which_price(price, statutory, fen, basis, provider, refused_by):
    found = rules.price_published(
        price, statutory=statutory, fen=fen, basis=basis, has_provider=provider
    )
    assert (found.first_unmet.rule if found.first_unmet is not None else None) == refused_by


def test_only_what_names_a_price_needs_two():
    one, other = uuid4(), uuid4()
    assert rules.two_for_a_price("free", one, one)
    assert not rules.two_for_a_price("low", one, one)
    assert rules.two_for_a_price("low", one, other)


@pytest.mark.parametrize(
    ("phone", "agreed", "may"),
    [
        ("0990-5550001", None, True),
        ("400-810-8888", None, True),
        ("12348", None, True),
        ("13800138000", None, False),
        ("13800138000", date(2026, 3, 2), True),
        ("13800138000", date(2026, 3, 3), False),
    ],
)
def test_a_mobile_is_listed_only_after_its_owner_agreed(phone, agreed, may):
    assert bool(rules.number_may_be_shown(phone, agreed, date(2026, 3, 2))) is may


@pytest.mark.parametrize(
    ("count", "total", "mean"), [(9, 45, None), (10, 50, 50), (10, 47, 47), (12, 50, 42)]
)
def test_a_mean_is_told_from_ten_ratings_on(count, total, mean):
    assert rules.mean_in_tenths(count, total) == mean


def test_a_visit_lies_ahead_and_within_the_promise():
    now = datetime(2026, 3, 2, 10, tzinfo=SHANGHAI)
    assert not visit_ahead(now, now, within_days=14)
    assert visit_ahead(now + timedelta(minutes=1), now, within_days=14)
    assert visit_ahead(datetime(2026, 3, 16, 20, tzinfo=SHANGHAI), now, within_days=14)
    assert not visit_ahead(datetime(2026, 3, 17, 9, tzinfo=SHANGHAI), now, within_days=14)


def test_one_asks_for_oneself_for_whom_one_may_act_or_at_the_desk():
    assert not asked_for(False, False, False)
    assert asked_for(True, False, False)
    assert asked_for(False, True, False)
    assert asked_for(False, False, True)


def test_every_national_guide_is_whole_in_both_languages_and_statutory_ones_are_marked():
    guides = national_guides()
    schemes = {
        "minimum_living", "marginal_household", "necessary_spending", "temporary_aid",
        "medical_aid", "extreme_hardship", "public_rental", "education_aid", "employment_aid",
        "disabled_allowances", "elder_allowance", "veterans_service", "legal_aid",
        "residence_permit", "volunteering",
    }  # fmt: skip
    assert schemes <= set(guides)
    assert {guide.field for guide in guides.values()} >= {"assistance", "health", "shops"}
    assert len({guide.field for guide in guides.values()}) == 10
    for guide in guides.values():
        assert all(guide.texts[name]["zh-hans"] and guide.texts[name]["en"] for name in TEXTS)
        assert guide.statutory or guide.key not in schemes
        lines = [guide.texts[name] for name in ("how", "papers")]
        assert all(x["zh-hans"].count("\n") == x["en"].count("\n") for x in lines), guide.key
