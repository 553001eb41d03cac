"""Two people at one door, and two hands at one slip, at the same moment: with real threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from linli.lib.law import Refused
from linli.safety.emergencies.actions import asking, doors
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.models import Door, DoorTick

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_tick_one_door_at_once_otherwise_do_not_overwrite_each_other(
    put, flood, actor, later, setting
):
    put()
    (door,) = flood().doors.all()
    start = Barrier(2)
    people = {"home": actor("worker"), "nobody": actor("director")}

    def tick(state):
        try:
            row = Door.objects.get(community=setting.community, pk=door.pk)
            start.wait(timeout=20)
            doors.tick(row, state=state, seen=1, by=people[state], at=later(minutes=5))
        except Refused as error:
            return error.finding.rule
        finally:
            connection.close()
        return state

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(tick, people))
    assert "emergencies.door_fresh" in said
    row = Door.objects.get(community=setting.community, pk=door.pk)
    assert row.state in said
    assert DoorTick.objects.filter(community=setting.community).count() == 1


def test_one_who_asks_twice_at_once_is_on_the_list_once(flood, actor, home, later):
    night, start = flood(), Barrier(2)
    elder, carded = actor("elder"), Carded(home("elder"), "老王", ["carry"], agreed=True)

    def ask(_turn):
        try:
            start.wait(timeout=20)
            asking.ask_help(night, carded=carded, by=elder, at=later(minutes=5))
        except Refused as error:
            return error.finding.rule
        finally:
            connection.close()
        return "listed"

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(ask, range(2)))
    assert said == ["emergencies.listed_once", "listed"]
    assert night.doors.count() == 1
