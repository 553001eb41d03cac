"""The rules of election day at their boundaries; no database."""

from datetime import date

from linli.governance.elections.rules import polling as rules

DAY = date(2027, 6, 20)


def test_votes_are_cast_on_the_day_announced_and_on_no_other():
    assert rules.on_election_day(DAY, DAY)
    assert not rules.on_election_day(date(2027, 6, 19), DAY)
    assert not rules.on_election_day(date(2027, 6, 21), DAY)


def test_one_station_with_its_people_is_enough_and_none_is_not():
    assert rules.stations_ready(1, 0)
    assert not rules.stations_ready(0, 0)
    assert not rules.stations_ready(3, 1)


def test_there_is_a_paper_for_everybody_on_the_list():
    assert not rules.papers_enough(999, 1000)
    assert rules.papers_enough(1000, 1000)
    assert rules.papers_enough(1001, 1000)
    assert rules.papers_enough(999, 1000).numbers["missing"] == 1


def test_what_was_printed_went_out_or_was_destroyed_to_the_paper():
    assert rules.leftovers_fit(100, 93, 7)
    assert not rules.leftovers_fit(100, 93, 6)
    assert not rules.leftovers_fit(100, 93, 8)
    assert rules.leftovers_fit(0, 0, 0)


def test_a_run_has_at_least_one_ballot_and_no_more_than_the_tray():
    assert not rules.run_fits(0, most=200)
    assert rules.run_fits(1, most=200)
    assert rules.run_fits(200, most=200)
    assert not rules.run_fits(201, most=200)


def test_no_more_are_destroyed_than_were_printed():
    assert rules.destroyed_of_run(0, 30)
    assert rules.destroyed_of_run(30, 30)
    assert not rules.destroyed_of_run(31, 30)
    assert not rules.destroyed_of_run(-1, 30)


def test_neither_a_candidate_nor_their_kin_serves():
    assert rules.serves_impartially(candidate=False, kin=False)
    assert not rules.serves_impartially(candidate=True, kin=False)
    assert not rules.serves_impartially(candidate=False, kin=True)
