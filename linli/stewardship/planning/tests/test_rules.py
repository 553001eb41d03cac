"""What plans and tasks must be; without a database."""

import tomllib
from datetime import date
from importlib import resources

import pytest

from linli.stewardship.planning import rules
from linli.stewardship.planning.queries.reports import rows_behind
from linli.stewardship.planning.sources import NeedRef

DAY = date(2027, 6, 10)


@pytest.mark.parametrize(
    ("state", "due_on", "done_on", "on", "outcome"),
    [
        ("planned", DAY, None, DAY, "planned"),
        ("doing", DAY, None, DAY, "doing"),
        ("doing", DAY, None, date(2027, 6, 11), "late"),
        ("done", DAY, DAY, DAY, "done"),
        ("done", date(2027, 7, 1), date(2027, 6, 11), date(2027, 6, 30), "done_late"),
        ("done", DAY, date(2027, 6, 9), date(2027, 6, 8), "doing"),
        ("done", DAY, date(2027, 6, 20), date(2027, 6, 15), "late"),
        ("dropped", DAY, None, date(2027, 7, 1), "dropped"),
        ("carried", DAY, None, date(2027, 7, 1), "carried"),
    ],
)
def test_a_task_is_judged_by_the_day_residents_approved(state, due_on, done_on, on, outcome):
    found = rules.outcome_of(state, planned_on=DAY, due_on=due_on, done_on=done_on, on=on)
    assert found == outcome


def test_the_counts_of_a_plan_add_up():
    found = rules.count_outcomes(
        [("done", False), ("done_late", True), ("late", False), ("doing", True), ("dropped", False)]
    )
    assert (found.total, found.finished, found.open, found.moved) == (5, 2, 2, 2)


@pytest.mark.parametrize(
    ("years", "holds"), [((2027, 2028), False), ((2027, 2029), True), ((2027, 2031), True),
                         ((2027, 2032), False)],
)  # fmt: skip
def test_a_development_plan_is_for_three_to_five_years(years, holds):
    assert rules.development_span(*years).holds is holds


def test_only_residents_approve_the_plan_of_their_committee():
    assert rules.approved_by_residents("representatives_meeting")
    assert rules.approved_by_residents("assembly")
    assert not rules.approved_by_residents("committee")


def test_what_goes_before_the_meeting_names_its_needs():
    assert rules.ready_to_settle(2, 0)
    assert not rules.ready_to_settle(2, 1)
    assert not rules.ready_to_settle(0, 0)


def test_a_need_is_pointed_at_and_read_back():
    ref = NeedRef("survey", "abc:2")
    assert NeedRef.read(ref.text) == ref
    assert NeedRef.read("above") == NeedRef("above", "")


def test_the_rows_behind_a_figure_are_those_it_counts():
    class Row:
        def __init__(self, standard, outcome, moved=False):
            self.standard, self.outcome, self.moved = standard, outcome, moved

    class Told:
        rows = (Row("S1", "done"), Row("S1", "late", True), Row("", "done_late"))

    assert len(rows_behind(Told, "S1-")) == 2
    assert len(rows_behind(Told, "-finished")) == 2
    assert len(rows_behind(Told, "none-done_late")) == 1
    assert len(rows_behind(Told, "-moved")) == 1


def test_the_duties_parse_and_name_acts_of_this_room():
    from linli.core.audit.door import ACTIONS
    from linli.stewardship.planning import actions  # noqa: F401

    file = resources.files("linli.stewardship.planning").joinpath("duties.toml")
    duties = tomllib.loads(file.read_text("utf-8"))["duty"]
    assert len({duty["key"] for duty in duties}) == len(duties) == 4
    assert all(act in ACTIONS for duty in duties for act in duty["kept_by"])
