"""When figures are reckoned by themselves."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.core.places.tests.town import a_community
from linli.evaluation import due
from linli.evaluation.models import Reckoning
from linli.evaluation.queries import communities_to_reckon
from linli.evaluation.tests.cast import AT

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def behind(at):
    return [community.name for community in communities_to_reckon(at)]


def write_down(scene, at, action="matters.raise"):
    Entry.objects.create(community=scene.community.pk, at=at, action=action, channel="web")


def test_a_community_never_reckoned_is_reckoned_and_one_that_is_not_here_is_not(scene):
    a_community(2, "东湖社区", town=scene.town)  # in the division table, but not on this instance
    assert behind(AT) == ["翠湖社区"]


def test_ten_minutes_after_a_reckoning_what_was_written_down_counts(scene):
    scene.reckon()
    write_down(scene, AT + MINUTE)
    assert behind(AT + 9 * MINUTE) == []
    assert behind(AT + 10 * MINUTE) == ["翠湖社区"]


def test_where_nothing_happened_nothing_is_reckoned_and_a_reckoning_is_no_event(scene):
    scene.reckon()
    write_down(scene, AT + MINUTE, action="evaluation.reckon")
    assert behind(AT + 60 * MINUTE) == []


def test_each_night_everything_is_reckoned_once(scene):
    scene.reckon()  # at noon
    night = AT.replace(hour=18) + MINUTE  # 02:01 of the next day in Shanghai
    assert behind(night - 2 * MINUTE) == []
    assert behind(night) == ["翠湖社区"]
    scene.reckon(at=night)
    assert behind(night + 60 * MINUTE) == []


def test_what_time_does_is_done_once_while_it_is_under_way(scene):
    assert due.run(AT) == 1
    assert due.run(AT + 30 * MINUTE) == 0  # its job waits for a worker
    assert Reckoning.objects.filter(community=scene.community).count() == 1
