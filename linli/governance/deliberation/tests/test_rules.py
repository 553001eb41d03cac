"""Days, owners and the lot, without a database."""

from datetime import date

import pytest

from linli.governance.deliberation.rules import agreements, topics
from linli.lib.numbers import in_drawn_order, share_out


def test_days_and_conditions_hold_on_the_last_day_and_not_before():
    shown = date(2026, 4, 17)
    for found, holds in (
        (agreements.seen_first(shown, date(2026, 4, 19), days=3), False),
        (agreements.seen_first(shown, date(2026, 4, 20), days=3), True),
        (topics.notice_in_time(date(2026, 4, 1), date(2026, 4, 3), days=3), False),
        (topics.notice_in_time(date(2026, 4, 1), date(2026, 4, 4), days=3), True),
        (topics.long_enough_ago(date(2026, 1, 1), date(2026, 5, 30), days=150), False),
        (topics.long_enough_ago(date(2026, 1, 1), date(2026, 5, 31), days=150), True),
        (agreements.due_ahead(shown, shown), False),
        (agreements.owned_by_one(1, 1), False),
        (agreements.owned_by_one(0, 0), False),
        (agreements.owned_by_one(0, 1), True),
        (topics.points_told(1), False),
        (topics.residents_decide(True, False), False),
        (topics.residents_decide(True, True), True),
        (topics.residents_decide(False, False), True),
        (topics.talked_first(0), False),
        (topics.talked_first(1), True),
        (topics.spoken_first(4, floor=5), False),
        (topics.spoken_first(5, floor=5), True),
        (topics.public_words("找 13800138000"), False),
        (agreements.seed_said("8 3 5", ""), False),
    ):
        assert bool(found) is holds, found.rule


@pytest.mark.parametrize(
    ("times", "days"),
    [
        (1, ["2026-12-31"]),
        (4, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        (5, ["2026-03-14", "2026-05-26", "2026-08-07", "2026-10-19", "2026-12-31"]),
    ],
)
def test_talks_are_due_evenly_over_the_year(times, days):
    assert [day.isoformat() for day in topics.days_due(2026, times)] == days


def test_the_lot_is_of_seed_and_person_alone_and_the_frame_s_order_never_matters():
    people = [f"p{number}" for number in range(40)]
    drawn = in_drawn_order(people, "8 3 5", "60/female", key=str)
    assert drawn == in_drawn_order(people[::-1], "8 3 5", "60/female", key=str)
    assert sorted(drawn) == sorted(people)
    # Written down once: whoever has register and seed gets these, in any year.
    assert drawn[:3] == ["p8", "p33", "p25"]
    assert drawn != in_drawn_order(people, "8 3 6", "60/female", key=str)
    assert share_out({"a": 30, "b": 8, "c": 2}, 4, least=0) == {"a": 3, "b": 1, "c": 0}
