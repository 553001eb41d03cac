from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from linli.lib.law import NotInForce, Packs, Parameter, cite, in_force, parameter, shipped
from linli.lib.law.packs import ParameterStatus, read_pack

ON = date(2026, 11, 23)


def _row(jurisdiction="cn", value=3, start="2026-01-01", end=None, rule="matters.first_answer"):
    return Parameter(
        jurisdiction=jurisdiction,
        rule=rule,
        value=value,
        unit="working_days",
        source="测试",
        in_force_from=date.fromisoformat(start),
        in_force_to=date.fromisoformat(end) if end else None,
        status=ParameterStatus.PROMISE,
    )


@pytest.mark.parametrize(
    ("rule", "value", "unit", "status"),
    [
        ("petition.told_within", 15, "days", "verified"),
        ("petition.handled_within", 60, "days", "verified"),
        ("petition.extension", 30, "days", "verified"),
        ("gov_info.answered_within", 20, "working_days", "verified"),
        ("disclosure.shown_at_least", 15, "days", "verified"),
        ("matters.first_answer", 3, "working_days", "promise"),
        ("matters.self_governed", 7, "working_days", "promise"),
        ("matters.assist", 10, "working_days", "promise"),
        ("matters.forward", 15, "working_days", "promise"),
        ("matters.limit", 30, "working_days", "promise"),
        ("matters.reopen_window", 30, "days", "promise"),
        ("matters.rating_unhappy_at_most", 1, "points", "promise"),
        ("matters.repeated_pattern_count", 3, "count", "promise"),
        ("matters.repeated_pattern_window", 90, "days", "promise"),
        ("disclosure.query_answered_within", 5, "working_days", "promise"),
        ("publication.small_cell", 10, "count", "promise"),
        ("calendar.weekend_rolls", True, "switch", "to_verify"),
        ("communities.households_least", 1000, "count", "verified"),
        ("communities.households_most", 3000, "count", "verified"),
        ("elections.members_least", 5, "count", "verified"),
        ("elections.members_most", 9, "count", "verified"),
        ("representatives.households_least", 20, "count", "verified"),
        ("representatives.households_most", 50, "count", "verified"),
        ("elections.term", 5, "years", "verified"),
        ("elections.worker_months", 6, "months", "verified"),
        ("elections.roll_posted_before", 20, "days", "verified"),
        ("elections.objection_within", 5, "days", "verified"),
        ("elections.objection_decided_within", 3, "days", "verified"),
        ("elections.nominators_least", 10, "count", "verified"),
        ("elections.turnout_over", Fraction(1, 2), "share", "verified"),
        ("elections.representatives_turnout_over", Fraction(2, 3), "share", "verified"),
        ("elections.runoff_at_least", Fraction(1, 3), "share", "verified"),
        ("elections.proxies_most", 3, "count", "verified"),
        ("elections.recall_petition", Fraction(1, 10), "share", "verified"),
        ("elections.handover_within", 10, "days", "verified"),
        ("assemblies.notice", 10, "days", "verified"),
        ("assemblies.meeting_every", 6, "months", "verified"),
        ("assemblies.representatives_share", Fraction(4, 5), "share", "verified"),
        ("assemblies.meeting_quorum", Fraction(2, 3), "share", "verified"),
        ("assemblies.called_within", 30, "days", "promise"),
        ("elections.overmark_voids_paper", False, "switch", "to_verify"),
        ("elections.void_papers_count", True, "switch", "to_verify"),
    ],
)
def test_the_country_has_these_limits_and_promises(rule, value, unit, status):
    found = parameter(rule, ON, ())
    assert (found.value, found.unit, found.status) == (value, unit, status)
    assert found.jurisdiction == "cn"


def test_the_nearest_place_is_heard_first_and_the_country_last():
    assert parameter("matters.forward", ON, ("cn-37-example",)).value == 12
    assert parameter("matters.assist", ON, ("cn-37-example",)).jurisdiction == "cn"
    assert parameter("calendar.weekend_rolls", ON, ("cn-37-example",)).value is False


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("elections.nominees_posted_before", 15),
        ("elections.candidates_posted_before", 5),
        ("elections.runoff_within", 10),
        ("elections.groups_within", 15),
        ("elections.overmark_voids_paper", True),
        ("elections.woman_first", True),
    ],
)
def test_sichuan_lays_down_what_the_country_leaves_open(rule, value):
    of = ("cn-51-01", "cn-51")
    assert parameter(rule, ON, of).value == value
    assert parameter(rule, ON, of).cites[0].startswith("sichuan2026.")
    assert in_force(rule, date(2025, 12, 31), of) is None


def test_a_place_without_a_pack_of_its_own_follows_the_country():
    assert parameter("matters.forward", ON, ("cn-99-01", "cn-99")).value == 15


def test_the_nearest_of_several_places_wins_in_the_order_given():
    packs = Packs([_row(), _row("cn-37", 2), _row("cn-37-01", 1)])
    assert packs.parameter("matters.first_answer", ON, ("cn-37-01", "cn-37")).value == 1
    assert packs.parameter("matters.first_answer", ON, ("cn-37", "cn-37-01")).value == 2


def test_a_case_is_judged_by_the_row_of_its_date():
    of = ("cn-37-example",)
    assert parameter("matters.forward", date(2025, 12, 31), of).value == 15
    assert parameter("matters.forward", date(2026, 1, 1), of).value == 12
    assert parameter("matters.forward", date(2026, 12, 31), of).value == 12
    assert parameter("matters.forward", date(2027, 1, 1), of).value == 10


def test_a_limit_not_yet_in_force_is_not_applied():
    with pytest.raises(NotInForce):
        parameter("disclosure.shown_at_least", date(2025, 12, 31), ())
    assert in_force("disclosure.shown_at_least", date(2025, 12, 31), ()) is None
    assert in_force("disclosure.shown_at_least", date(2026, 1, 1), ()) is not None


def test_an_unknown_rule_is_answered_with_the_nearest():
    with pytest.raises(KeyError, match=r"matters\.forward"):
        parameter("matters.forwards", ON, ())
    with pytest.raises(KeyError):
        in_force("matters.forwards", ON, ())


def test_one_name_is_not_taken_for_several():
    with pytest.raises(TypeError):
        parameter("matters.forward", ON, "cn-37-example")


@pytest.mark.parametrize(
    "rows",
    [
        [_row(), _row(value=4)],
        [_row(), _row(value=4, start="2027-01-01")],  # the first was never closed
        [_row(end="2026-06-30"), _row(value=4, start="2026-06-30")],
        [_row(start="2026-03-01"), _row(value=4, start="2026-01-01", end="2026-03-01")],
    ],
)
def test_two_rows_for_one_day_are_refused(rows):
    with pytest.raises(ValueError, match="overlap"):
        Packs(rows)


def test_rows_that_follow_each_other_and_rows_of_other_places_are_not_an_overlap():
    Packs([_row(end="2026-06-30"), _row(value=4, start="2026-07-01"), _row("cn-37", 2)])


@st.composite
def histories(draw):
    """One rule's rows in several places, each row following the last with or without a gap."""
    rows = []
    for jurisdiction in ("cn", "cn-37", "cn-37-01"):
        start = date(2020, 1, 1) + timedelta(days=draw(st.integers(0, 400)))
        for _ in range(draw(st.integers(0, 4))):
            end = start + timedelta(days=draw(st.integers(0, 700)))
            rows.append(
                replace(
                    _row(jurisdiction, draw(st.integers(1, 60))),
                    in_force_from=start,
                    in_force_to=end,
                )
            )
            start = end + timedelta(days=draw(st.integers(1, 200)))
    return rows


@settings(deadline=None)
@given(
    histories(),
    st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    st.dates(date(2019, 1, 1), date(2030, 12, 31)),
    st.sampled_from(["cn", "cn-37", "cn-37-01"]),
    st.integers(61, 99),
)
def test_changing_a_later_row_never_alters_an_earlier_judgement(
    rows, on, changed_from, jurisdiction, value
):
    """Whatever a place lays down from a day on, cases before that day stay as they were."""
    anchor = _row("cn", 1, start="1990-01-01", end="1990-01-02")
    earlier = [anchor, *(row for row in rows if row.in_force_from < changed_from)]
    closed = [
        replace(row, in_force_to=min(row.in_force_to, changed_from - timedelta(days=1)))
        if row.jurisdiction == jurisdiction
        else row
        for row in earlier
    ]
    later = replace(_row(jurisdiction, value), in_force_from=changed_from)
    before, after = Packs([anchor, *rows]), Packs([*closed, later])
    of = ("cn-37-01", "cn-37")
    rule = "matters.first_answer"
    if on < changed_from:
        was, now = before.in_force(rule, on, of), after.in_force(rule, on, of)
        assert (was and was.value) == (now and now.value)
    elif on == changed_from and jurisdiction == "cn-37-01":
        assert after.parameter(rule, on, of).value == value


@settings(deadline=None)
@given(histories(), st.dates(date(2019, 1, 1), date(2030, 12, 31)))
def test_what_is_found_is_in_force_and_nothing_nearer_is(rows, on):
    packs = Packs([_row("cn", 1, start="1990-01-01", end="1990-01-02"), *rows])
    order = ["cn-37-01", "cn-37", "cn"]
    found = packs.in_force("matters.first_answer", on, order)
    standing = {row.jurisdiction: row for row in rows if row.stands_on(on)}
    assert found == next((standing[name] for name in order if name in standing), None)


def test_every_shipped_row_says_where_it_comes_from():
    for row in shipped().rows:
        assert row.source
        for key in row.cites:
            assert cite(key)
        if row.status is ParameterStatus.VERIFIED:
            assert row.verified_by, row.rule
            assert row.verified_on, row.rule
            assert row.cites, row.rule
            assert row.article, row.rule


def test_no_verified_row_begins_before_its_law():
    for row in shipped().rows:
        if row.status is ParameterStatus.VERIFIED:
            assert all(cite(key).in_force_from <= row.in_force_from for key in row.cites), row.rule


def test_what_the_example_says_is_marked_as_an_example():
    rows = [row for row in shipped().rows if row.jurisdiction == "cn-37-example"]
    assert rows
    assert all(row.status is ParameterStatus.TO_VERIFY for row in rows)
    assert all("示例" in row.source for row in rows)


_PACK = """
[[parameter]]
rule = "matters.assist"
value = 10
unit = "working_days"
source = "某地办法"
article = "8"
from = 2026-01-01
status = "to_verify"
"""


def test_a_pack_of_ones_own_is_read():
    (row,) = read_pack("cn-37", _PACK)
    assert (row.jurisdiction, row.value, row.article) == ("cn-37", 10, "8")
    (row,) = read_pack("cn-37", _PACK.replace("10", '"2/3"').replace("working_days", "share"))
    assert row.value == Fraction(2, 3)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cn-37", _PACK.replace("from = 2026-01-01", "")),
        ("cn-37", _PACK.replace("from = 2026-01-01", 'from = "2026"')),
        ("cn-37", _PACK + "to = 2025-12-31\n"),
        ("cn-37", _PACK + "to = 2026-12-31T12:00:00\n"),
        ("cn-37", _PACK.replace("working_days", "moons")),
        ("cn-37", _PACK.replace("= 10", "= true")),
        ("cn-37", _PACK.replace("= 10", "= 10.5")),
        ("cn-37", _PACK.replace("= 10", "= 0")),
        ("cn-37", _PACK.replace("= 10", '= "2/0"').replace("working_days", "share")),
        ("cn-37", _PACK.replace("to_verify", "sure")),
        ("cn-37", _PACK.replace("to_verify", "verified")),  # by nobody, on no day
        ("cn-37", _PACK.replace('source = "某地办法"', 'source = ""')),
        ("cn-37", _PACK + 'remark = "?"\n'),
        ("cn-37", _PACK + 'cites = ["civil_code.9999"]\n'),
        ("cn-37", _PACK.replace("matters.assist", "assist")),
        ("cn-37", "[parameter]\n"),
        ("cn-37", "parameter = ["),
        ("Shandong", _PACK),
    ],
)
def test_a_pack_that_is_not_as_it_should_be_is_refused_by_name(name, text):
    with pytest.raises(ValueError, match=name):
        read_pack(name, text)


def test_a_number_left_to_places_is_known_and_has_no_figure_until_a_place_says_one():
    packs = shipped()
    assert packs.unit_of("assistance.living_line") == "fen"
    assert packs.in_force("assistance.living_line", date(2026, 11, 28), ()) is None
    assert "assistance.living_line" in packs.rules
    own = Parameter(
        "own-1", "assistance.living_line", 85000, "fen", "示例", date(2026, 1, 1), None,
        ParameterStatus.VERIFIED,
    )  # fmt: skip
    said = Packs([own], packs.left.values())
    assert said.in_force("assistance.living_line", date(2026, 11, 28), ("own-1",)) is own
    with pytest.raises(ValueError, match="is counted in fen"):
        Packs([replace(own, unit="yuan")], packs.left.values())
    with pytest.raises(ValueError, match="only the country"):
        read_pack("cn-37", '[[parameter]]\n[[left]]\nrule = "assistance.x"\n')
