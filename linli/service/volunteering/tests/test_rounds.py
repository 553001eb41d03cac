"""A meal round: by the elder's own wish, seen on the day by those on it, missed visits told."""

from datetime import time, timedelta

import pytest
import time_machine
from django.utils import timezone

from linli.core.audit import door
from linli.core.audit.models import Entry
from linli.core.people.actions import move_in, register_person
from linli.core.people.models import Person
from linli.core.places.queries import dwellings_under
from linli.lib.law import Refused
from linli.service.volunteering import due
from linli.service.volunteering.actions import registering, rounds, substitutes
from linli.service.volunteering.models import RoundStop
from linli.service.volunteering.queries import rounds as read
from linli.service.volunteering.tests.conftest import moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    found = []
    monkeypatch.setattr(door, "_deliverers", [*door._deliverers, found.extend])
    return lambda kind: [each.post for each in found if each.kind == kind]


@pytest.fixture
def elders(setting, actor, at, today):
    """Two who live here, and the elder of the cast, who has an account."""
    by, homes = actor("worker"), list(dwellings_under(setting.new)[5:7])
    found = []
    for name, home in zip(("任桂芳", "贺长根"), homes, strict=True):
        person = register_person(setting.community, name=name, by=by, at=at)
        move_in(person, dwelling=home, kind="usual_resident", since=today, by=by, at=at)
        found.append(person)
    mine = setting.accounts["elder"].person_id
    return [*found, Person.objects.get(community=setting.community, pk=mine)]


@pytest.fixture
def carried(setting, actor, at, call, plan, volunteer, elders):
    """A call with three homes, and the tenant on its shift tomorrow at ten."""
    row = call()
    receivers = [
        rounds.add_receiver(
            row, person=each, note="敲门后等两分钟", consent_way="spoken", by=actor("worker"), at=at
        )
        for each in elders
    ]
    shift = plan(row, starts=time(10))[0]
    line = volunteer("tenant")
    volunteer("representative")
    registering.know_for_rounds(line, known=True, by=actor("worker"), at=at)
    substitutes.step_in(shift, by=actor("tenant"), at=at)
    return shift, receivers


def refusal(do):
    with pytest.raises(Refused) as caught:
        do()
    return caught.value.finding.rule


def test_nobody_is_called_on_without_their_own_consent(actor, at, call, elders):
    given = {"person": elders[0], "note": "", "by": actor("worker"), "at": at}
    row = call()
    assert (
        refusal(lambda: rounds.add_receiver(row, consent_way="", **given))
        == "volunteering.receiver_agreed"
    )
    desk = call(kind="desk", title="窗口引导")
    assert (
        refusal(lambda: rounds.add_receiver(desk, consent_way="signed", **given))
        == "volunteering.call_goes_round"
    )


def test_homes_are_ticked_on_the_day_by_those_on_the_shift_alone(
    setting, actor, at, carried, later, told, today
):
    shift, (first, second, mine) = carried
    carrier = actor("tenant")
    assert not read.may_see(carrier, shift, at - timedelta(days=1))
    assert not read.may_see(carrier, shift, later(shift, 3.1))
    assert not read.may_see(actor("representative"), shift, later(shift))
    assert read.may_see(carrier, shift, later(shift))
    assert all(each.home for each in read.stops_of(shift)[:2])

    def tick(receiver, state, key="tenant", when=later(shift, 1)):  # noqa: B008
        given = {"receiver": receiver, "state": state, "by": actor(key), "at": when}
        return rounds.tick_stop(shift, **given)

    assert refusal(lambda: tick(first, "done", "representative")) == "access.permitted"
    assert refusal(lambda: tick(first, "done", when=later(shift, 4))) == "volunteering.sees_stops"
    assert tick(first, "done").state == "done"
    missed = tick(second, "nobody")
    assert told("volunteering.nobody_home") == ["worker"]
    tick(second, "nobody")
    assert len(told("volunteering.nobody_home")) == 1
    # The elder pauses by herself: from that moment nobody is sent.
    on = timezone.localdate(shift.occasion.starts_at)
    rounds.pause_receiver(mine, until=on, by=actor("elder"), at=at)
    assert len(read.stops_of(shift)) == 2
    assert refusal(lambda: tick(mine, "done")) == "volunteering.receiver_stands"
    rule = refusal(lambda: rounds.end_receiver(first, by=actor("elder"), at=at))
    assert rule == "access.permitted"
    # Nobody said what came of it: after an hour the director hears, once.
    assert due.run(later(shift, 1.9))["raised"] == 0
    assert due.run(later(shift, 2))["raised"] == 1
    assert due.run(later(shift, 3))["raised"] == 0
    assert told("volunteering.missed_long") == ["director"]
    rounds.settle_missed(missed, said="打通电话，在女儿家", by=actor("worker"), at=later(shift, 3))
    assert not read.missed_open(setting.community).exists()
    assert due.run(later(shift, 2) + timedelta(days=29))["forgotten"] == 0
    assert due.run(later(shift, 2) + timedelta(days=30))["forgotten"] == 1
    assert not RoundStop.objects.filter(community=setting.community).exists()


def test_the_round_is_shown_on_a_phone_and_each_look_is_read_by_whom_it_leads_to(
    setting, actor, carried, visit, url, elders
):
    shift, (first, *_rest) = carried
    round_url = url("round", shift_id=shift.pk)
    on = timezone.localdate(shift.occasion.starts_at)
    with time_machine.travel(moment(on, 10, 30), tick=False):
        page = visit("tenant").get(round_url)
        assert "任桂芳" in page.content.decode()
        assert "敲门后等两分钟" in page.content.decode()
        assert visit("tenant").get(round_url).status_code == 200
        for key in ("representative", "outsider", "visitor"):
            assert visit(key).get(round_url).status_code in (302, 403, 404), key
        answered = visit("tenant").post(
            url("tick", shift_id=shift.pk, receiver_id=first.pk), {"state": "nobody"}
        )
        assert answered.status_code == 302
        assert "任桂芳" in visit("worker").get(url("day")).content.decode()
    looks = Entry.objects.filter(action="volunteering.look_at_round")
    assert sorted(looks.values_list("about", flat=True)) == sorted(each.pk for each in elders)
    with time_machine.travel(moment(on, 14), tick=False):
        assert visit("tenant").get(round_url).status_code == 409
    mine = visit("elder").get(url("mine")).content.decode()
    assert "上门为我做的" in mine
