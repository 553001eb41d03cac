"""What a division table would change, judged without a database."""

from datetime import date

import pytest

from linli.core.places.rules.table import Known, Row, plan

COUNTRY = Row(2, "100000000000", "100000000000", "中国", "country")
PROVINCE = Row(3, "990000000000", "100000000000", "云州", "province")
CITY = Row(4, "990100000000", "990000000000", "云州市", "city")
TOWN = Row(5, "990101001000", "990100000000", "翠湖街道", "town")
VILLAGE = Row(6, "990101001001", "990101001000", "翠湖社区", "village", "111", "116.4", "39.9")
GOOD = [COUNTRY, PROVINCE, CITY, TOWN, VILLAGE]
TODAY = date(2026, 11, 23)


def judge(rows, known=None, former=None, on=None, changes_on=TODAY):
    return plan(rows, known or {}, former or {}, on, changes_on)


def known_from(rows, since=None):
    return {
        entry.code: Known(
            entry.code,
            entry.parent,
            entry.name,
            entry.kind,
            entry.ur_code,
            entry.lon,
            entry.lat,
            since,
        )
        for entry in judge(rows).new
    }


def reasons(found):
    return {row.number: row.reason for row in found.refused}


def test_rows_in_any_order_are_put_parents_first():
    found = judge(list(reversed(GOOD)))
    assert not found.refused
    assert [entry.kind for entry in found.new] == [
        "country",
        "province",
        "city",
        "town",
        "community",
    ]


def test_a_parent_is_what_the_row_says_and_not_what_the_code_suggests():
    moved = Row(6, "990101001001", "990100000000", "翠湖社区", "village")
    found = judge([COUNTRY, PROVINCE, CITY, moved])
    assert found.new[-1].parent == "990100000000"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (Row(9, "99010100100", "990101001000", "甲", "village"), "bad_code"),
        (Row(9, "", "990101001000", "甲", "village"), "bad_code"),
        (Row(9, "９９０１０１００１００２", "990101001000", "甲", "village"), "bad_code"),
        (Row(9, "990101001001", "990101001000", "甲", "village"), "duplicate_code"),
        (Row(9, "990101001002", "990101001000", "", "village"), "no_name"),
        (Row(9, "990101001002", "990101001000", "甲" * 81, "village"), "long_name"),
        (Row(9, "990101001002", "990101001000", "甲", "星球"), "unknown_level"),
        (Row(9, "990101001002", "990101001000", "甲", "town"), "level_against_code"),
        (Row(9, "990101002000", "990100000000", "甲", "village"), "level_against_code"),
        (Row(9, "990101001002", "9901", "甲", "village"), "bad_parent"),
        (Row(9, "990101001002", "", "甲", "village"), "no_parent"),
        (Row(9, "990101001002", "990101009000", "甲", "village"), "missing_parent"),
        (Row(9, "990101001002", "990101001002", "甲", "village"), "cycle"),
        (Row(9, "990102000000", "990101001000", "甲", "county"), "level_against_parent"),
        (Row(9, "990101001002", "990101001001", "甲", "village"), "level_against_parent"),
        (Row(9, "990101001002", "990101001000", "甲", "village", "999"), "bad_ur_code"),
        (Row(9, "990101001002", "990101001000", "甲", "village", "", "116", ""), "bad_coordinates"),
        (
            Row(9, "990101001002", "990101001000", "甲", "village", "", "nan", "1"),
            "bad_coordinates",
        ),
        (
            Row(9, "990101001002", "990101001000", "甲", "village", problem="digits_lost"),
            "digits_lost",
        ),
    ],
)
def test_a_wrong_row_is_refused_with_its_reason(row, reason):
    assert reasons(judge([*GOOD, row])) == {9: reason}


def test_the_second_of_two_rows_with_one_code_names_the_first():
    found = judge([*GOOD, Row(9, VILLAGE.code, TOWN.code, "另一个", "village")])
    assert found.refused[0].numbers["first"] == 6


def test_a_circle_of_parents_is_refused_and_so_is_what_hangs_on_it():
    one = Row(7, "990200000000", "990300000000", "甲", "city")
    two = Row(8, "990300000000", "990200000000", "乙", "city")
    leaf = Row(9, "990200001000", "990200000000", "丙", "town")
    assert reasons(judge([*GOOD, one, two, leaf])) == {7: "cycle", 8: "cycle", 9: "parent_refused"}


def test_a_circle_closed_through_what_is_already_known_is_found():
    known = known_from(GOOD)
    lifted = Row(2, CITY.code, TOWN.code, "云州市", "city")
    assert reasons(judge([lifted], known)) == {2: "cycle"}


def test_a_refused_row_takes_along_everything_under_it():
    found = judge([COUNTRY, PROVINCE, Row(4, CITY.code, PROVINCE.code, "", "city"), TOWN, VILLAGE])
    assert reasons(found) == {4: "no_name", 5: "parent_refused", 6: "parent_refused"}


def test_what_is_known_is_the_same_and_an_empty_cell_changes_nothing():
    known = known_from(GOOD)
    silent = Row(6, VILLAGE.code, TOWN.code, "翠湖社区", "village")
    found = judge([*GOOD[:4], silent], known)
    assert (found.same, found.new, found.changed) == (5, (), ())


def test_a_new_name_and_a_new_parent_are_changes():
    known = known_from(GOOD)
    other = Row(7, "990101002000", CITY.code, "新街道", "town")
    moved = Row(6, VILLAGE.code, other.code, "新翠湖社区", "village", "111", "116.4", "39.9")
    found = judge([*GOOD[:4], other, moved], known)
    assert [entry.changed for entry in found.changed] == [{"name", "parent"}]
    assert [entry.code for entry in found.new] == [other.code]


def test_a_change_before_the_last_one_is_refused():
    known = known_from(GOOD, since=date(2026, 6, 1))
    renamed = Row(6, VILLAGE.code, TOWN.code, "新名", "village")
    assert reasons(judge([renamed], known, changes_on=date(2026, 5, 31))) == {6: "before_current"}
    assert not judge([renamed], known, changes_on=date(2026, 6, 1)).refused


def test_a_level_cannot_change_by_import():
    known = known_from(GOOD)
    raised = Row(4, CITY.code, PROVINCE.code, "云州市", "county")
    assert reasons(judge([raised], known)) == {4: "level_changed"}


def test_a_code_given_up_may_be_used_again_from_that_day_on():
    known = {k: v for k, v in known_from(GOOD).items() if k != VILLAGE.code}
    former = {VILLAGE.code: date(2026, 3, 1)}
    for on, expected in (
        (None, {6: "code_still_in_use"}),
        (date(2026, 2, 28), {6: "code_still_in_use"}),
        (date(2026, 3, 1), {}),
    ):
        assert reasons(judge([VILLAGE], known, former, on=on)) == expected


def test_what_hangs_on_a_code_still_in_use_is_refused_with_it():
    known = known_from([COUNTRY, PROVINCE, CITY])
    found = judge([TOWN, VILLAGE], known, {TOWN.code: date(2026, 3, 1)})
    assert reasons(found) == {5: "code_still_in_use", 6: "parent_refused"}


def test_siblings_the_table_leaves_out_are_named_but_not_other_provinces():
    other = Row(7, "990101001002", TOWN.code, "东湖社区", "village")
    far = Row(8, "980000000000", COUNTRY.code, "远州", "province")
    known = known_from([*GOOD, other, far])
    assert judge(GOOD, known).absent == (other.code,)
