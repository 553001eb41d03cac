"""Devices that send in the same moment, for real: the database keeps every value."""

from uuid import uuid4

import pytest

from linli.core.audit.door import Replayed
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.mechanisms.rounds import actions
from linli.mechanisms.rounds.models import Answer, Arrival, Conflict
from linli.mechanisms.rounds.tests.conftest import door, kept

pytestmark = pytest.mark.django_db(transaction=True)


def recording(round_, value, by, at, key=None):
    key = key or uuid4()

    def device():
        return actions.record(
            door(round_), answers={"wish": value}, key=key, said_at=at, by=by, at=at, once=key
        )

    return device


def values_of(round_):
    here = {"community": round_.community_id}
    stands = Answer.objects.get(**here, stop=door(round_), key="wish").value
    return sorted([stands, *(each.other_value for each in Conflict.objects.filter(**here))])


def test_six_devices_at_one_door_keep_six_values(round_, actor, at, tmp_path):
    by = (actor("worker"), actor("director"))
    devices = [recording(round_, f"愿望{number}", by[number % 2], at) for number in range(6)]
    with shared_database(tmp_path):
        results = together(devices)
        kept_values = values_of(round_)
    assert sorted(each.fate for each in results) == ["conflict"] * 5 + ["taken"]
    assert kept_values == [f"愿望{number}" for number in range(6)]


def test_one_entry_sent_six_times_at_once_is_there_once(round_, actor, at, tmp_path):
    key = uuid4()
    with shared_database(tmp_path):
        results = together([recording(round_, "灯泡", actor("worker"), at, key)] * 6)
        arrived = Arrival.objects.filter(community=round_.community_id).count()
        version = Answer.objects.get(
            community=round_.community_id, stop=door(round_), key="wish"
        ).version
    assert sum(isinstance(each, Replayed) for each in results) == 5, results
    assert (arrived, version) == (1, 1)


def test_what_meets_the_end_of_a_round_is_taken_or_late_and_never_lost(round_, actor, at, tmp_path):
    director = actor("director")

    def end():
        return actions.end(kept(round_), by=director, at=at)

    devices = [recording(round_, f"愿望{number}", actor("worker"), at) for number in range(3)]
    with shared_database(tmp_path):
        results = together([devices[0], end, devices[1], devices[2]])
        fates = list(
            Arrival.objects.filter(community=round_.community_id).values_list("fate", flat=True)
        )
    assert len(fates) == 3, results
    ended = [each for each in results if not isinstance(each, Arrival)]
    # Where two were taken apart before it, the end waits for a decision.
    refused = isinstance(ended[0], Refused)
    assert refused == ("conflict" in fates), (fates, results)


def test_of_two_decisions_of_one_difference_one_stands(round_, say, actor, at, tmp_path):
    say(door(round_), "worker", wish="灯泡")
    say(door(round_), "director", wish="扶手")
    conflict = Conflict.objects.get(community=round_.community_id)
    by = actor("director")

    def decide(choice):
        return lambda: actions.decide_conflict(
            Conflict.objects.select_related("round").get(
                community=round_.community_id, pk=conflict.pk
            ),
            choice=choice, seen=1, by=by, at=at,
        )  # fmt: skip

    with shared_database(tmp_path):
        results = together([decide("kept"), decide("other")])
    refused = [each for each in results if isinstance(each, Refused)]
    assert len(refused) == 1, results
    assert refused[0].finding.rule in ("rounds.not_decided_yet", "rounds.still_the_value")
