"""Cards, doors and the end of the list, through the acts."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import the_clock
from linli.core.people.sealed import SealBroken
from linli.lib.law import Refused
from linli.safety.emergencies import due
from linli.safety.emergencies.actions import (
    asking,
    cards,
    destroying,
    doors,
    drills,
    incident,
    places,
    supplies,
)
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.doors import Ticked
from linli.safety.emergencies.actions.drills import Planned
from linli.safety.emergencies.actions.forgetting import drop_cards
from linli.safety.emergencies.actions.supplies import Drawn, Stored
from linli.safety.emergencies.models import (
    CardLook,
    Certificate,
    Door,
    DoorTick,
    HelpCard,
    Incident,
    LogLine,
    Shelter,
)
from linli.safety.emergencies.queries.incident import by_building, tally

pytestmark = pytest.mark.django_db


def test_who_consented_is_on_the_list_and_reads_who_opened_it(put, flood, actor, setting, later):
    card = put()
    night = flood()
    (door,) = night.doors.all()
    assert door.name == "老王"
    assert door.card == card
    assert [look.why for look in card.looks.all()] == ["incident"]
    incident.look_at_list(night, by=actor("worker"), at=later(minutes=1))
    incident.look_at_list(night, by=actor("worker"), at=later(minutes=2))
    assert CardLook.objects.filter(community=setting.community, card=card).count() == 2
    assert by_building(night)[0].left == 1


def test_without_a_consent_of_its_own_there_is_no_card(put, actor, home):
    with pytest.raises(Refused) as refused:
        put(agreed=False)
    assert refused.value.finding.rule == "emergencies.card_consented"
    with pytest.raises(Refused):
        put(needs=[])
    with pytest.raises(Refused):  # somebody else's home
        put("elder", dwelling=home("tenant"))
    put()
    with pytest.raises(Refused):
        put()


def test_who_takes_the_card_back_is_off_the_list_at_once(put, flood, actor, setting, later):
    card = put()
    night = flood()
    cards.withdraw_card(card, by=actor("elder"), at=later(minutes=1))
    assert not night.doors.exists()
    assert not HelpCard.objects.filter(community=setting.community).exists()


def test_a_card_put_down_while_it_runs_comes_onto_the_list(put, flood):
    night = flood()
    assert not night.doors.exists()
    put()
    assert night.doors.count() == 1


def test_only_touched_places_are_on_the_list(put, flood, setting):
    put()
    assert not flood(places=[setting.new]).doors.exists()


def test_a_form_sent_twice_and_two_at_one_door_count_once(put, flood, actor, later, setting):
    put()
    (door,) = flood().doors.all()
    doors.tick(door, state="home", seen=1, by=actor("worker"), at=later(minutes=5))
    doors.tick(door, state="home", seen=1, by=actor("director"), at=later(minutes=5))
    assert DoorTick.objects.filter(community=setting.community).count() == 1
    with pytest.raises(Refused) as refused:
        doors.tick(door, state="nobody", seen=1, by=actor("director"), at=later(minutes=6))
    assert refused.value.finding.rule == "emergencies.door_fresh"


def test_paper_typed_in_does_not_undo_what_the_screen_knows_better(
    put, flood, actor, later, setting, other_home
):
    put()
    night = flood()
    asked = asking.ask_help(
        night, carded=Carded(other_home, "老李", ["arm"], how="spoken", agreed=True),
        by=actor("worker"), at=later(minutes=1),
    )  # fmt: skip
    first = night.doors.exclude(pk=asked.pk).get()
    doors.tick(first, state="moved", seen=1, by=actor("worker"), at=later(minutes=2))
    paper = [Ticked(first.pk, 1, "nobody"), Ticked(asked.pk, 1, "home"), Ticked(asked.pk, 1, "")]
    kept = doors.tick_from_paper(night, ticked=paper, by=actor("worker"), at=later(minutes=9))
    assert kept == [first.pk]
    states = dict(night.doors.values_list("pk", "state"))
    assert states == {first.pk: "moved", asked.pk: "home"}


def test_two_hands_destroy_the_list_and_a_certificate_stays(put, flood, actor, later, setting):
    put()
    night = flood()
    (door,) = night.doors.all()
    doors.tick(door, state="home", by=actor("worker"), at=later(minutes=5))
    incident.write_log(night, words="三楼有人被困", by=actor("worker"), at=later(minutes=6))
    with pytest.raises(Refused):
        destroying.ask_destroy(night, by=actor("director"), at=later(minutes=7))
    incident.end(night, by=actor("director"), at=later(hours=8))
    destroying.ask_destroy(night, by=actor("director"), at=later(hours=9))
    with pytest.raises(Refused) as refused:
        destroying.destroy(night, by=actor("director"), at=later(hours=9))
    assert refused.value.finding.rule == "emergencies.destroy_two_hands"
    proof = destroying.destroy(night, by=actor("worker"), at=later(hours=9))
    assert proof.counts == {"doors": 1, "ticks": 1, "lines": 1}
    assert re.fullmatch(r"[0-9a-f]{64}", proof.sha256)
    for model in (Door, DoorTick, LogLine):
        assert not model.objects.filter(community=setting.community).exists()
    night = Incident.objects.get(community=setting.community)
    assert night.state == "destroyed"
    assert night.key == ""
    assert tally(night) == [(None, "<10")]
    assert HelpCard.objects.filter(community=setting.community).count() == 1


def test_what_is_left_of_a_row_does_not_open_without_the_key(put, flood, setting):
    put()
    night = flood()
    (door,) = night.doors.select_related("incident")
    Incident.objects.filter(community=setting.community).update(key="")
    with pytest.raises(SealBroken):
        _ = (
            Door.objects.select_related("incident")
            .get(community=setting.community, pk=door.pk)
            .name
        )


def test_on_its_day_the_clock_destroys_what_is_over(put, flood, at, setting, actor):
    put()
    night = flood()
    incident.end(night, by=actor("director"), at=at + timedelta(hours=9))
    assert due.run(at + timedelta(days=29)) >= 1  # whoever leads is told
    assert Certificate.objects.filter(community=setting.community).count() == 0
    on_the_day = at + timedelta(days=30)
    due.run(on_the_day)
    due.run(on_the_day)
    proof = Certificate.objects.get(community=setting.community, incident=night)
    assert proof.why == "day"
    assert proof.counts["doors"] == 1


def test_a_card_is_asked_about_and_goes_when_nobody_renews(put, at, actor, setting):
    card = put()
    due.run(at + timedelta(days=340))
    card.refresh_from_db()
    assert card.asked_on is not None
    cards.renew_card(card, agreed=True, by=actor("elder"), at=at + timedelta(days=341))
    due.run(at + timedelta(days=400))
    assert HelpCard.objects.filter(community=setting.community).exists()
    due.run(at + timedelta(days=341 + 366))
    assert not HelpCard.objects.filter(community=setting.community).exists()


def test_forgetting_a_person_takes_their_card_and_their_door(put, flood, setting, actor, later):
    card = put()
    night = flood()
    assert card.person_id is not None
    drop_cards(card.person, later(minutes=1))
    assert not night.doors.exists()


def test_supplies_move_by_two_hands_and_shortage_is_told(setting, actor, at, later):
    supply = supplies.store_supply(
        setting.community, stored=Stored("沙袋", "个", "值班室", minimum=100),
        by=actor("worker"), at=at,
    )  # fmt: skip
    on = timezone.localdate(at)

    def draw(way, amount, what=""):
        return supplies.draw_slip(
            supply, drawn=Drawn(way, amount, on, what), by=actor("worker"), at=at
        )

    came = draw("in", 60)
    with pytest.raises(Refused):
        supplies.sign_slip(came, by=actor("worker"), at=at)
    supplies.sign_slip(came, by=actor("director"), at=at)
    assert supplies.held_of(supply) == 60
    with pytest.raises(Refused):
        draw("out", 61)
    with pytest.raises(Refused):
        draw("count", 55)
    counted = draw("count", 55, "破了五个")
    with pytest.raises(Refused):  # a count has an act of its own, which keeps the quarter's duty
        supplies.sign_slip(counted, by=actor("director"), at=at)
    supplies.sign_count(counted, by=actor("director"), at=at)
    assert supplies.held_of(supply) == 55
    assert due.run(at) == 1
    assert due.run(at) == 0
    supplies.raise_supply(supply, short=1, by=the_clock(), at=at)


def test_a_drill_leaves_a_lesson(setting, actor, at, later):
    on = timezone.localdate(at)
    drill = drills.plan_drill(
        setting.community, planned=Planned("network", "断网运行演练", on, "居委会"),
        by=actor("worker"), at=at,
    )  # fmt: skip
    with pytest.raises(Refused):
        drills.learn(drill, found="打印慢", change="事先打印", due_on=on, by=actor("worker"), at=at)
    drills.hold_drill(
        drill, on=on, present=30, homes=20, minutes=25, by=actor("worker"), at=later(hours=1)
    )
    lesson = drills.learn(
        drill, found="打印慢", change="事先打印", due_on=on, by=actor("worker"), at=later(hours=1)
    )
    drills.settle_lesson(lesson, by=actor("worker"), at=later(hours=2))
    assert lesson.drill_id == drill.pk


def test_shelter_and_heads(setting, actor, flood, later):
    given = {"title": "社区礼堂", "where": "居委会一楼", "capacity": 120, "step_free": True}
    hall = places.list_shelter(setting.community, given=given, by=actor("worker"), at=later())
    night = flood()
    incident.count_heads(night, shelter=hall, heads=14, by=actor("worker"), at=later(hours=1))
    with pytest.raises(Refused):
        places.list_shelter(setting.community, given=given, by=actor("worker"), at=later())
    places.withdraw_place(hall, by=actor("worker"), at=later(hours=2))
    assert Shelter.objects.get(community=setting.community).withdrawn_at
