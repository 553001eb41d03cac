"""Cards on somebody's word, cards taken back by another's hand, doors that follow their card."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from linli.core.audit.models import ClosedEntry
from linli.core.people.models import Person
from linli.lib.law import Refused
from linli.safety.emergencies import due
from linli.safety.emergencies.actions import cards, doors, incident
from linli.safety.emergencies.actions.cards import Carded
from linli.safety.emergencies.actions.forgetting import drop_cards
from linli.safety.emergencies.models import HelpCard

pytestmark = pytest.mark.django_db
DESK = "desk/emergencies/cards/"


@pytest.fixture
def spoken(setting, actor, home, at):
    """A card typed at the desk."""

    def made(**more):
        given = {"dwelling": home("elder"), "name": "老王", "needs": ["carry"], "agreed": True}
        carded = Carded(**{**given, "how": "spoken", **more})
        return cards.put_card(setting.community, carded=carded, by=actor("worker"), at=at)

    return made


def test_the_register_finds_whose_a_spoken_card_is(spoken, setting, actor, later):
    elder = Person.objects.get(community=setting.community, pk=actor("elder").person)
    with pytest.raises(Refused, match="card_person_known"):
        spoken(full_name="没有这个人")
    card = spoken(full_name=elder.name)
    assert card.person_id == elder.pk
    with pytest.raises(Refused, match="card_once"):
        spoken(full_name=elder.name)
    drop_cards(elder, later(minutes=1))
    assert not HelpCard.objects.filter(community=setting.community).exists()


def test_the_desk_renews_and_alters_what_is_spoken_and_nothing_else(
    spoken, put, pages, home, setting, actor, later
):
    card = spoken()
    page = pages("worker")
    once = {"once": str(uuid4()), "agreed": "on"}
    assert page.post(f"{DESK}{card.pk}/renew/", **once).status_code == 302
    given = {"once": str(uuid4()), "agreed": "on", "seen": "2", "name": "王老师",
             "dwelling": home("elder").name_inside, "needs": ["arm"],
             "phone": "19900000009"}  # fmt: skip
    assert page.post(f"{DESK}{card.pk}/alter/", **given).status_code == 302
    card = HelpCard.objects.get(community=setting.community, pk=card.pk)
    assert (card.name, card.need_keys, card.version) == ("王老师", ["arm"], 3)
    own = put("tenant", dwelling=home("tenant"))
    assert page.get(f"{DESK}{own.pk}/alter/").status_code == 404
    again = Carded(home("tenant"), "小李", ["arm"], agreed=True)
    with pytest.raises(Refused, match="card_of_holder"):
        cards.alter_card(own, carded=again, by=actor("worker"), at=later(minutes=1))


def test_the_desk_hears_that_a_spoken_card_runs_out(spoken, told, at):
    spoken()
    due.run(at + timedelta(days=340))
    assert told("emergencies.renew_spoken") == ["worker"]


def test_who_put_a_card_down_hears_that_the_desk_took_it_back(put, pages, told, actor):
    card = put()
    worker, address = pages("worker"), f"{DESK}{card.pk}/withdraw/"
    assert worker.get(address).status_code == 200
    assert HelpCard.objects.filter(community=card.community_id, pk=card.pk).exists()
    assert worker.post(address, once=str(uuid4())).status_code == 302
    assert told("emergencies.card_withdrawn") == [actor("elder").account]


def test_of_a_card_taken_back_by_its_holder_the_book_does_not_say_whose(put, actor, later):
    card = put()
    cards.withdraw_card(card, by=actor("elder"), at=later(minutes=1))
    (left,) = ClosedEntry.objects.filter(subject=card.pk)
    assert (left.action, left.account, left.about) == ("emergencies.withdraw_card", None, None)
    assert timezone.localtime(left.at).hour == 0


def test_a_door_follows_its_card_and_keeps_what_was_ticked(put, flood, actor, home, later):
    card = put()
    over, night = flood(), flood()
    for each in (over, night):
        (door,) = each.doors.all()
        doors.tick(door, state="nobody", seen=1, by=actor("worker"), at=later(minutes=5))
    incident.end(over, by=actor("director"), at=later(minutes=6))
    carded = Carded(home("elder"), "老王", ["carry"], phone="19900000077", agreed=True)
    cards.alter_card(card, carded=carded, by=actor("elder"), at=later(minutes=9))
    (door,) = night.doors.all()
    assert (door.state, door.phone, door.ticks.count()) == ("nobody", "19900000077", 1)
    (door,) = over.doors.all()
    assert door.phone == "19900000003"


def test_a_second_account_of_the_same_person_is_refused_and_does_not_fail(
    put, setting, actor, home, at
):
    put()
    other = replace(actor("elder"), account=actor("worker").account)
    again = Carded(home("elder"), "老王", ["arm"], agreed=True)
    with pytest.raises(Refused, match="card_once"):
        cards.put_card(setting.community, carded=again, by=other, at=at)
