"""The weights and majorities of owners' votes at every edge (R2.1, R2.2, R2.4, R2.7)."""

from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from linli.governance.property.rules import heads, majorities as rules, votes
from linli.governance.property.rules.heads import Held, Weight, area_by_source
from linli.governance.property.rules.majorities import Counts, Shares

SHARES = Shares()
CALM = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
AREA = 10_000


def ids(number):
    return UUID(int=number)


def compound(units=300, investor=20):
    """Vector 6: so many units of a hundred square metres, one investor with twenty."""
    return [Held(ids(0 if each < investor else each), AREA) for each in range(units)]


def test_three_hundred_units_one_investor_with_twenty_are_281_heads():
    found = heads.base(compound())
    assert found
    assert found.numbers["heads"] == 281
    assert found.numbers["units"] == 300
    assert found.numbers["joined"] == 19
    assert found.numbers["area"] == "30,000.00"
    assert heads.weights(compound())[ids(0)] == Weight(1, 20 * AREA)


def test_two_thirds_of_281_heads_are_188_and_area_is_asked_for_itself():
    all_ = Weight(281, 3_000_000)
    enough = Counts(all_, Weight(188, 2_000_000), Weight())
    share = SHARES.takes_part
    assert rules.at_least(281, share) == 188
    assert rules.takes_part(enough, share)
    assert not rules.takes_part(Counts(all_, Weight(187, 3_000_000), Weight()), share)
    assert not rules.takes_part(Counts(all_, Weight(281, 1_999_999), Weight()), share)
    assert rules.takes_part(enough, share).numbers["heads_need"] == 188


@pytest.mark.parametrize("kind", sorted(rules.SPECIAL))
def test_exactly_three_quarters_carry_a_special_matter_and_one_less_does_not(kind):
    all_, part = Weight(281, 3_000_000), Weight(200, 2_400_000)

    def carried(agree):
        return bool(rules.carries(kind, Counts(all_, part, agree), SHARES))

    assert carried(Weight(150, 1_800_000))
    assert not carried(Weight(149, 1_800_000))
    assert not carried(Weight(150, 1_799_999))


@pytest.mark.parametrize("kind", [each for each in votes.KINDS if each not in rules.SPECIAL])
def test_exactly_half_does_not_carry_an_ordinary_matter_and_one_more_does(kind):
    all_, part = Weight(281, 3_000_000), Weight(200, 2_400_000)

    def carried(agree):
        return bool(rules.carries(kind, Counts(all_, part, agree), SHARES))

    assert not carried(Weight(100, 1_200_000))
    assert not carried(Weight(101, 1_200_000))
    assert not carried(Weight(100, 1_200_001))
    assert carried(Weight(101, 1_200_001))
    assert "use_fund" not in rules.SPECIAL


weight = st.builds(Weight, st.integers(0, 3000), st.integers(0, 10**9))


@CALM
@given(weight, weight, weight, weight)
def test_more_agreeing_never_undoes_and_the_need_is_the_very_edge(one, two, three, more):
    part = one + two + three
    for kind in ("other", "rebuild"):
        found = rules.carries(kind, Counts(part, part, one), SHARES)
        if found:
            assert rules.carries(kind, Counts(part, part, one + min_of(more, two)), SHARES)
        need = found.numbers["heads_need"]
        edge = Fraction(3, 4) if kind == "rebuild" else Fraction(1, 2)
        below = Fraction(need - 1, part.heads) if part.heads else 0
        if part.heads:
            reached = Fraction(need, part.heads)
            assert below < edge <= reached if kind == "rebuild" else below <= edge < reached


def min_of(one, two):
    return Weight(min(one.heads, two.heads), min(one.area, two.area))


@CALM
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 10**6)), min_size=1, max_size=60))
def test_heads_are_owners_and_no_area_is_lost(rows):
    units = [Held(ids(owner), area) for owner, area in rows]
    each = heads.weights(units)
    assert heads.total(each.values()) == Weight(
        len({owner for owner, _a in rows}), sum(a for _o, a in rows)
    )


@CALM
@given(weight, weight, weight, weight)
def test_silence_takes_part_and_joins_one_side_at_most(agree, against, silent, rest):
    part = agree + against + rest
    before = Counts(part + silent, part, agree, against)
    after = rules.with_silent(before, silent)
    assert after.part == part + silent
    gained = (after.agree - agree) + (after.against - against)
    side = rules.majority(agree, against)
    assert gained == (silent if side else Weight())
    assert rules.adds_up(after)


def test_the_area_of_the_register_goes_before_survey_and_contract():
    assert area_by_source(9_000, 9_100, 9_200) == (9_000, "register")
    assert area_by_source(None, 9_100, 9_200) == (9_100, "survey")
    assert area_by_source(0, None, 9_200) == (9_200, "contract")
    assert area_by_source(None, None, None) is None


def test_parking_and_shops_count_as_the_place_has_it():
    units = [Held(ids(1), 100), Held(ids(1), 10, "parking"), Held(ids(2), 50, "shop")]
    assert len(heads.counted(units, parking=False, shops=True)) == 2
    assert len(heads.counted(units, parking=True, shops=False)) == 2
    assert heads.total(heads.weights(heads.counted(units, parking=True, shops=True)).values()) == (
        Weight(2, 160)
    )


def test_fifteen_days_of_notice_and_not_fourteen():
    noticed = date(2026, 3, 1)
    assert votes.noticed_in_time(noticed, noticed + timedelta(days=15), days=15)
    assert not votes.noticed_in_time(noticed, noticed + timedelta(days=14), days=15)


def test_the_use_of_the_fund_is_voted_by_those_who_share_the_cost():
    assert not votes.fund_scope(["use_fund"], "estate")
    assert not votes.fund_scope(["use_fund"], "building")
    assert votes.fund_scope(["use_fund", "other"], "sharing")
    assert votes.fund_scope(["raise_fund"], "estate")


def test_silence_follows_only_where_place_and_own_rules_have_it_so():
    on = date(2026, 3, 1)

    def stands(allowed, ground, day):
        return votes.silence_stands_on(
            follows=True, allowed=allowed, ground=ground, on=day, today=on
        )

    assert stands(True, "议事规则第九条", on)
    assert not stands(False, "议事规则第九条", on)
    assert not stands(True, " ", on)
    assert not stands(True, "议事规则第九条", None)
    assert not stands(True, "议事规则第九条", on + timedelta(days=1))


def test_a_decision_may_be_challenged_for_a_year_and_told_within_three_days():
    assert votes.annulment_until(date(2026, 3, 1), years=1) == date(2027, 3, 1)
    assert votes.annulment_until(date(2028, 2, 29), years=1) == date(2029, 2, 28)
    assert votes.posted_in_time(date(2026, 3, 1), date(2026, 3, 4), days=3)
    assert not votes.posted_in_time(date(2026, 3, 1), date(2026, 3, 5), days=3)


def test_figures_of_another_system_must_add_up():
    all_ = Weight(10, 1000)
    assert rules.adds_up(Counts(all_, all_, Weight(6, 600), Weight(4, 400)))
    assert not rules.adds_up(Counts(all_, all_, Weight(6, 600), Weight(5, 400)))
    assert not rules.adds_up(Counts(all_, Weight(11, 1000), Weight(6, 600)))
