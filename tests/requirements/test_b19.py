"""B19: whoever is passed over in a queue has a recorded reason beside them; an applicant who is kin
of somebody here is registered apart, visited by the county, and never handled by that kin."""

from datetime import date

from linli.service.catalogue.applications import rules

ROW, ROOM, PAGES = "B19", "service/catalogue", ("catalogue:applications",)


def test_b19_out_of_turn_wants_a_reason():
    assert rules.in_turn(0, False, "")
    assert not rules.in_turn(1, False, " ")
    assert rules.in_turn(1, False, "前一位约了明天")


def test_b19_an_emergency_goes_before():
    assert rules.in_turn(1, True, "")


def test_b19_kin_are_registered_visited_and_handled_by_another():
    assert not rules.kin_asked("")
    assert not rules.county_visited("yes", None)
    assert rules.county_visited("yes", date(2026, 3, 2))
    assert not rules.not_kin("worker", {"worker"}, False)
    assert rules.not_kin("worker", {"another"}, False)
