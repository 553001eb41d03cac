"""Reminders and service cards in the demo: a tenant's permit in its month, an elder who wishes a
call, a neighbour without a phone of her own; a card of a newcomer, and one of nothing at all."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from linli.core.people.actions import move_in, register_person
from linli.core.people.models import Person
from linli.core.people.queries import dwelling_of
from linli.lib.calendar import corresponding_day, local_day
from linli.service.catalogue.reminders import actions
from linli.service.catalogue.reminders.actions import Card, Wanted
from linli.web.demo.cast import Setting

NEIGHBOUR, NUMBER = "吴桂芳", "19900000021"


def play_reminding(setting: Setting, at: datetime) -> None:
    """Plays what was wished for up to `at`, through the acts."""
    place, on = setting.community, local_day(at)

    def ago(days: int) -> datetime:
        day = timezone.localtime(at - timedelta(days=days))
        return min(day.replace(hour=10, minute=20, second=0, microsecond=0), at)

    def by(key: str, days: int) -> dict[str, Any]:
        return {"by": setting.actor(key, local_day(ago(days))), "at": ago(days)}

    elder = _person(setting, "elder")
    # The month before the full year has begun: it is told today.
    permit = Wanted("residence_permit", corresponding_day(on, -12) + timedelta(days=18))
    actions.set_reminder(place, wanted=permit, **by("tenant", 90))
    pension = Wanted(
        "pension", corresponding_day(on, -12) + timedelta(days=9), call=True, phone=NUMBER
    )
    row = actions.set_reminder_for(
        place, person=elder, wanted=pension, agreed="spoken", **by("worker", 60)
    )
    actions.record_call(row, reached=False, **by("worker", 1))
    doctor = Wanted("family_doctor", corresponding_day(on, -8))
    actions.set_reminder(place, wanted=doctor, **by("elder", 40))
    neighbour = _neighbour(setting, elder, by("worker", 50), local_day(ago(300)))
    card = Wanted("disability_card", on + timedelta(days=25), call=True, phone=NUMBER)
    actions.set_reminder_for(
        place, person=neighbour, wanted=card, agreed="phone", **by("worker", 45)
    )
    newcomer = Card("newcomer", wishes=["activities", "volunteering"], reach="发消息就行")
    made = actions.make_card(place, card=newcomer, **by("tenant", 88))
    actions.note_welcome(made, **by("worker", 85))
    # She wants nothing written down, and is served all the same.
    actions.make_card_for(
        place, person=neighbour, card=Card("handed_over"), agreed="spoken", welcomed=True,
        **by("worker", 44),
    )  # fmt: skip
    wishes = Card(wishes=["health", "certification", "mutual_aid"], reach="敲门就行")
    actions.make_card(place, card=wishes, **by("elder", 3))


def _person(setting: Setting, key: str) -> Person:
    account = setting.accounts[key]
    assert account.person_id is not None, "only who stands on the roster"
    return Person.objects.get(community=setting.community, pk=account.person_id)


def _neighbour(setting: Setting, elder: Person, by: dict[str, Any], since: Any) -> Person:
    home = dwelling_of(elder, local_day(by["at"]))
    assert home is not None, "the elder lives here"
    person = register_person(setting.community, name=NEIGHBOUR, **by)
    move_in(person, dwelling=home, kind="usual_resident", since=since, **by)
    return person
