"""Who may hold an office together, what a table proposes, when days overlap: at every edge."""

from datetime import date, timedelta

import pytest

from linli.partners.organisations.queries.gaps import enough_staff
from linli.partners.organisations.rules import grades, staff, terms
from linli.partners.organisations.rules.terms import Named

ON = date(2026, 3, 1)
LAW = terms.committee_numbers(ON)
RANKS = ("assistant_social_worker", "social_worker", "senior_social_worker")


def named(count, women=1):
    return [Named(f"成员{n}", "委员", woman=n < women) for n in range(count)]


@pytest.mark.parametrize(
    ("count", "women", "kin", "broken"),
    [
        (4, 1, (), "elections.size_allowed"),
        (5, 1, (), None),
        (9, 1, (), None),
        (10, 1, (), "elections.size_allowed"),
        (5, 0, (), "elections.has_woman"),
        (5, 1, (("成员0", "成员1"),), "elections.without_kin"),
    ],
)
def test_a_committee_has_five_to_nine_a_woman_and_no_near_kin(count, women, kin, broken):
    found = terms.term_composed(terms.COMMITTEE, named(count, women), kin, law=LAW)
    unmet = found.first_unmet
    assert (unmet.rule if unmet is not None else None) == broken
    if unmet is not None:
        assert "rcl2025.8" in unmet.cites


def test_supervisors_and_the_committee_are_kept_apart_with_their_near_kin():
    def judged(**more):
        return terms.term_composed(terms.SUPERVISORS, named(3, 0), law=LAW, **more)

    assert judged()
    for more in ({"overlapping": 1}, {"kin_overlapping": 1}):
        assert "rcl2025.36" in judged(**more).first_unmet.cites
    assert not terms.may_hold(terms.SUPERVISORS, there=True)
    assert not terms.may_hold(terms.SUPERVISORS, kin_there="grandchild")
    assert terms.may_hold(terms.SUPERVISORS, kin_there="cousin")  # no near relative (CC 1045)
    assert terms.may_hold("mediation_committee", kin_there="spouse")  # nothing kept apart
    assert not terms.may_hold("mediation_committee", kin_there="spouse", apart=True)
    found = terms.may_hold(terms.COMMITTEE, kin_here="sibling")
    assert not found
    assert found.cites == ("rcl2025.8", "civil_code.1045")


def test_a_term_ends_soon_from_its_ninetieth_day_before():
    ends = date(2026, 6, 30)
    for on, soon in ((date(2026, 3, 31), False), (date(2026, 4, 1), True), (ends, True)):
        assert terms.ends_soon(ends, on, days=90) is soon
    assert not terms.ends_soon(None, ON, days=90)


def test_a_credit_code_is_held_against_its_check_sign():
    assert terms.code_valid("")
    assert terms.code_valid("91110000600037341L")
    assert not terms.code_valid("91110000600037341A")
    assert not terms.code_valid("9111000060003734")


def table(*lines):
    return grades.lines_of([dict(zip(("level", "post", "years", "certificate"), x, strict=False))
                            for x in lines], RANKS)  # fmt: skip


def test_a_table_proposes_by_full_years_and_certificate():
    lines = table((1, "一般"), (2, "一般", 3), (3, "一般", 3, RANKS[0]), (4, "主任", 0))

    def level(since, held=()):
        found = grades.propose(
            lines, post="一般", worked_since=since, certificates=held, ranks=RANKS, on=ON
        )
        return found.level

    assert level(date(2023, 3, 2)) == 1  # two years and all days but one
    assert level(date(2023, 3, 1)) == 2
    assert level(date(2023, 3, 1), ("first_aid",)) == 2
    assert level(date(2023, 3, 1), (RANKS[1],)) == 3  # a higher certificate counts for a lower
    assert not grades.propose(
        lines, post="别的", worked_since=ON, certificates=(), ranks=RANKS, on=ON
    )
    assert grades.level_in_table(lines, 4, "主任")
    assert not grades.level_in_table(lines, 4, "一般")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("line = ", "unreadable"),
        ("", "no_lines"),
        ('[[line]]\nlevel = 1\npost = ""', "line"),
        ('[[line]]\nlevel = 1\npost = "a"\npay = 5000', "line"),
        ('[[line]]\nlevel = 1\npost = "a"\ncertificate = "b"', "certificate"),
        ('[[line]]\nlevel = 2\npost = "a"\n[[line]]\nlevel = 1\npost = "a"', "levels"),
    ],
)
def test_a_flawed_table_is_named_as_it_is(text, why):
    with pytest.raises(grades.FlawedTable, match=why):
        grades.read_table(text, RANKS)


def test_leave_has_somebody_who_stands_in_on_every_day():
    first, last = date(2026, 5, 4), date(2026, 5, 8)
    day = timedelta(days=1)
    assert staff.cover_is_there(first, last, [(last + day, last + day)], cover_works=True)
    assert not staff.cover_is_there(first, last, [(last, last + day)], cover_works=True)
    assert not staff.cover_is_there(first, last, [], cover_works=False)
    assert staff.not_away_twice(first, last, [(first - day, first - day)])
    assert not staff.not_away_twice(first, last, [(first - day, first)])
    assert not staff.not_standing_in(first, last, [(last, last)])
    assert staff.valid_on(first, last, last)
    assert not staff.valid_on(first, last, last + day)
    assert staff.expires_within(last, last - 90 * day, days=90)
    assert not staff.expires_within(last, last - 91 * day, days=90)


def test_as_many_workers_as_the_plan_foresees():
    assert enough_staff(9, 5_000, 18)
    assert not enough_staff(8, 5_000, 18)
    assert enough_staff(8, 4_999, 18)  # a part of a worker is not asked for
