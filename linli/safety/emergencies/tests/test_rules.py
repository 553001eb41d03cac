"""Rules at their edges; no database."""

from datetime import date, timedelta

from linli.safety.emergencies.rules import calling, ending, helping, stock
from linli.safety.emergencies.rules.words import words_for_all

DAY = date(2026, 7, 1)


def test_the_list_is_destroyed_on_its_day_and_not_the_day_before():
    due = ending.destroy_date(DAY, days=30)
    assert due == date(2026, 7, 31)
    assert ending.ripe(due, due)
    assert not ending.ripe(due, due - timedelta(days=1))


def test_it_is_put_off_later_but_not_beyond_the_last_day():
    last = DAY + timedelta(days=180)
    assert ending.not_too_long(DAY, last, days_most=180)
    assert not ending.not_too_long(DAY, last + timedelta(days=1), days_most=180)
    assert ending.later(last, DAY)
    assert not ending.later(DAY, DAY)


def test_it_takes_two_hands_to_destroy_and_to_move_stock():
    for rule in (ending.two_hands, stock.second_hand):
        assert rule("a", "b")
        assert not rule("a", "a")
        assert not rule(None, "b")
        assert not rule("a", None)


def test_a_card_counts_to_its_last_day():
    assert helping.in_force(DAY, DAY)
    assert not helping.in_force(DAY, DAY + timedelta(days=1))


def test_two_who_tick_the_same_are_not_refused_who_ticks_otherwise_is_shown_it():
    assert helping.fresh(1, 1, same=False)
    assert helping.fresh(1, 2, same=True)
    assert not helping.fresh(1, 2, same=False)
    assert not helping.shelter_fits("shelter", None)
    assert not helping.shelter_fits("home", "hall")


def test_the_tree_has_no_circle():
    callers = {"a": None, "b": "a", "c": "b"}
    assert calling.no_circle(callers, "c", "a")
    assert not calling.no_circle(callers, "a", "c")
    assert not calling.no_circle(callers, "a", "a")


def test_only_an_offices_own_number_is_made_public():
    assert calling.shows_own_number(True, "12345678")
    assert not calling.shows_own_number(True, " ")
    assert not calling.has_way("", " ")


def test_stock_runs_short_and_out_at_its_edges():
    assert stock.enough_there(5, 5)
    assert not stock.enough_there(4, 5)
    assert not stock.not_running_out(DAY + timedelta(days=30), DAY, days=30)
    assert stock.not_running_out(DAY + timedelta(days=31), DAY, days=30)
    assert stock.not_running_out(None, DAY, days=30)
    assert stock.can_go_out(3, 3)
    assert not stock.can_go_out(3, 4)
    assert not stock.explained(3, 2, " ")


def test_words_for_all_name_nobody():
    assert words_for_all("地下车库入口")
    assert not words_for_all("王阿姨家门口")
    assert not words_for_all("打 13800138000")
