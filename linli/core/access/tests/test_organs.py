"""What a room tells of the holders of its body is known on the right days, and once."""

from datetime import date
from uuid import uuid4

import pytest

from linli.core.access import organs, seats
from linli.core.access.organs import HeldOffice

FIRST, LAST = date(2026, 3, 1), date(2026, 9, 1)


@pytest.fixture
def told(monkeypatch):
    monkeypatch.setattr(organs._TELLERS, "_tellers", [])
    monkeypatch.setattr(seats._TELLERS, "_tellers", [])

    def mediators(community, on):
        return [HeldOffice("mediation_committee", "调解员", "甲", FIRST, until=LAST)]

    organs.tell_organs(mediators)
    organs.tell_organs(mediators)


def test_an_office_is_held_from_its_first_day_to_the_day_before_its_end(told):
    for on, held in ((date(2026, 2, 28), 0), (FIRST, 1), (date(2026, 8, 31), 1), (LAST, 0)):
        assert len(organs.held_in(None, "mediation_committee", on)) == held
    assert not organs.held_in(None, "residents_group", FIRST)


def test_seats_on_the_residents_committee_come_in_from_their_own_register(told):
    seats.tell_seats(
        lambda community, on: [
            seats.Seat(uuid4(), uuid4(), "乙", "director", "主任", FIRST, None, LAST)
        ]
    )
    held = organs.held_in(None, "residents_committee", FIRST)
    assert [(each.office, each.name, each.expected) for each in held] == [("主任", "乙", LAST)]
