"""A sort of round made up for the tests: what it was told lands in a list."""

from datetime import timedelta
from uuid import uuid4

import pytest
import rules
from django.utils import timezone

from linli.core.audit.actor import holds
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.lib.law import Finding, Refused
from linli.mechanisms.rounds import actions, declaration
from linli.mechanisms.rounds.declaration import (
    BY_CHOICE,
    CHOICE,
    NUMBER,
    YES_NO,
    Question,
    RoundKind,
    Source,
    StopGiven,
    register_round,
)
from linli.mechanisms.rounds.models import Round, Stop

QUESTIONS = (
    Question("well", "一切都好", YES_NO, ground="看望"),
    Question("heads", "住几个人", NUMBER, least=0, most=20),
    Question("wish", "想要什么"),
    Question("when", "方便的时候", CHOICE, choices=(("am", "上午"), ("pm", "下午"))),
)


class Room:
    """What a room is told, and whether its papers are closed."""

    def __init__(self):
        self.told = []
        self.closed = False

    def arrived(self, stop, answers, by, at):
        if self.closed:
            raise Refused(Finding(False, "rounds.still_open"))
        self.told.append((stop.number, dict(answers), stop.outcome))


@pytest.fixture
def room():
    return Room()


@pytest.fixture(autouse=True)
def _kinds_of_its_own(room):
    for name in ("tests.see_drill", "tests.walk_drill"):
        rules.add_perm(name, holds("director", "worker"))
    may = {"may_see": "tests.see_drill", "may_carry": "tests.walk_drill", "arrived": room.arrived}

    def stops(community, source, on):
        return given(community)

    register_round(RoundKind(
        "tests.drill", "演练走访", questions=QUESTIONS,
        sources=lambda community, on: [Source("all", "全部住户")], stops=stops, **may,
    ))  # fmt: skip
    register_round(RoundKind("tests.pair", "两人走访", questions=QUESTIONS, two_names=True, **may))
    register_round(RoundKind(
        "tests.closed", "不公开的走访", questions=QUESTIONS, is_closed=True, offline=BY_CHOICE, **may,
    ))  # fmt: skip
    yield
    # The lists of kinds and permissions are written in this process, too.
    for kind in ("tests.drill", "tests.pair", "tests.closed"):
        del declaration._KINDS[kind]
    for name in ("tests.see_drill", "tests.walk_drill"):
        rules.remove_perm(name)


def given(community, count=6):
    """Some doors with last time's answers, not in the order of the staircases."""
    doors = list(dwellings_under(community).order_by("position")[:count])
    person = Person.objects.filter(community=community.pk).order_by("pk").first()
    last = {"well": "yes", "heads": "2"}
    stops = [StopGiven(place=door.pk, ref=uuid4(), last=last) for door in doors]
    stops[0] = StopGiven(place=doors[0].pk, person=person.pk, ref=uuid4(), last=last)
    return stops[::-1]


@pytest.fixture
def at():
    return timezone.now()


@pytest.fixture
def actor(setting, at):
    return lambda key: setting.actor(key, timezone.localdate(at))


@pytest.fixture
def make(setting, actor, at):
    """Plans a round by the director, carried by director and worker."""

    def planned(kind="tests.drill", stops=None, days=0):
        return actions.plan(
            setting.community,
            kind=kind,
            day=timezone.localdate(at) + timedelta(days=days),
            stops=given(setting.community) if stops is None else stops,
            carriers=[setting.accounts["worker"].pk, setting.accounts["director"].pk],
            by=actor("director"),
            at=at,
        )

    return planned


@pytest.fixture
def round_(make):
    return make()


def kept(round_):
    """The round as it stands now."""
    return Round.objects.get(community=round_.community_id, pk=round_.pk)


def door(round_, number=1):
    """One of its doors as it stands now."""
    rows = Stop.objects.select_related("round__community")
    return rows.get(community=round_.community_id, round=round_, number=number)


@pytest.fixture
def say(actor, at):
    """Records at a door: `say(stop, "worker", wish="…")`."""

    def said(stop, who="worker", key=None, seen=None, after=(), device="", **answers):
        key = key or uuid4()
        return actions.record(
            stop, answers=answers, key=key, said_at=at, seen=seen, after=after, device=device,
            by=actor(who), at=at, once=key,
        )  # fmt: skip

    return said
