"""B07: A hazard of a place has an owner, a last day, and what it looked like before and after;
another hand looks; what is late stands out until it is closed; no row leads to a person."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from linli.core.clocks.queries import clocks_of
from linli.core.people.models import Person
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.safety.hazards.actions import finding, mending
from linli.safety.hazards.actions.finding import Seen, Shots
from linli.safety.hazards.queries.hazards import overdue

ROW = "B07"
ROOM = "safety/hazards"
PAGES = ("hazards:list", "hazards:desk", "hazards:rounds", "hazards:points", "hazards:fire")

pytestmark = pytest.mark.django_db


def test_b07_a_hazard_has_owner_limit_and_evidence_and_what_is_late_stands_out(setting):
    now, here = timezone.now(), setting.community
    then = now - timedelta(days=10)
    worker, director = (setting.actor(key, local_day(now)) for key in ("worker", "director"))
    bare = Seen("fire_lane", "通道被占", setting.new)
    with pytest.raises(Refused, match=r"hazards\.evidence"):
        finding.find(here, seen=bare, by=worker, at=then)
    told = Seen("fire_lane", "通道被占", setting.new, shots=Shots(none_for="夜里看不清"))
    hazard = finding.find(here, seen=told, by=worker, at=then)
    with pytest.raises(Refused, match=r"hazards\.one_owner"):
        mending.assign(hazard, by=worker, at=then)
    mending.assign(hazard, post="worker", by=worker, at=then)
    assert hazard.owner_title
    assert hazard.due_on == local_day(then) + timedelta(days=1)
    assert list(overdue(here, local_day(now))) == [hazard]
    clock = next(each for each in clocks_of(hazard) if each.name == "limit")
    assert clock.overdue(now)  # so it stands on the home page of whoever holds it
    after = Shots(none_for="清走时下雨")
    mending.mend(hazard, how="清走了", shots=after, by=worker, at=now)
    with pytest.raises(Refused, match=r"hazards\.another_hand"):
        mending.look_again(hazard, good=True, by=worker, at=now)
    mending.look_again(hazard, good=True, by=director, at=now)
    assert not overdue(here, local_day(now)).exists()


def test_b07_nobody_is_profiled():
    for model in apps.get_app_config("hazards").get_models():
        fields = model._meta.get_fields()
        assert not [each for each in fields if each.related_model is Person], model
        who = {each.name for each in fields if str(each.related_model).endswith("Account'>")}
        assert who <= {"account", "mended_by", "seen_by"}, model  # only whoever acted
