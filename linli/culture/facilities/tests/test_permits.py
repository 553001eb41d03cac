"""Real permits of a city (New York, Staten Island, 2022): as they were given out, some lie over
each other at one place; booked here, none of those can come about, and all others do."""

import csv
from collections import defaultdict
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from linli.culture.facilities.models import Booking, Facility
from linli.culture.facilities.rules import minutes_held, overlap
from linli.lib.calendar import SHANGHAI

NAME = "data/activities/nyc_permitted_events_staten_island.csv"
WRITTEN = "%m/%d/%Y %I:%M:%S %p"
OVERLAPPING = 40
"""Pairs of rows of one "Event Location", word for word, whose times share a minute."""


@pytest.fixture(scope="module")
def permits():
    """By location, the spans of its permits in the order of the file."""
    found = next(
        (path for up in Path(__file__).parents if (path := up / "shared" / NAME).is_file()), None
    )
    if found is None:
        pytest.skip(f"{NAME} is not beside this checkout")
    by_place = defaultdict(list)
    with found.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            starts, ends = (
                datetime.strptime(row[column], WRITTEN).replace(tzinfo=SHANGHAI)
                for column in ("Start Date/Time", "End Date/Time")
            )
            by_place[row["Event Location"]].append((starts, ends))
    return by_place


def test_forty_pairs_lie_over_each_other_as_they_were_permitted(permits):
    pairs = sum(
        overlap(minutes_held(*one, 0), minutes_held(*two, 0))
        for spans in permits.values()
        for one, two in combinations(spans, 2)
    )
    assert (sum(map(len, permits.values())), len(permits), pairs) == (685, 46, OVERLAPPING)


@pytest.mark.django_db
def test_booked_here_none_of_them_comes_about(permits, add, actor, at):
    from linli.culture.facilities import actions
    from linli.lib.law import Refused

    worker, kept, refused = actor("worker"), [], []
    crowded = {
        place: spans
        for place, spans in permits.items()
        if any(overlap(minutes_held(*one, 0), minutes_held(*two, 0))
               for one, two in combinations(spans, 2))
    }  # fmt: skip
    first = min(span[0] for spans in permits.values() for span in spans) - timedelta(days=1)
    for number, (_place, spans) in enumerate(sorted(crowded.items())):
        ground = add(f"球场 {number}", "ground", weekly=dict.fromkeys(range(7), ((0, 1440),)))
        mine = []
        for span in spans:
            clear = not any(
                overlap(minutes_held(*span, 0), minutes_held(*other, 0)) for other in mine
            )
            done = None
            with suppress(Refused):
                done = actions.book_for(ground, spans=[span], purpose="活动", by=worker, at=first)
            assert bool(done) == clear
            (mine if done else refused).append(span)
        kept += mine
        assert not any(
            overlap(minutes_held(*one, 0), minutes_held(*two, 0))
            for one, two in combinations(mine, 2)
        )
    community = Facility.objects.filter(community=worker.posts[0].community).first().community_id
    assert Booking.objects.filter(community=community).count() == len(kept)
    assert 0 < len(refused) <= OVERLAPPING
