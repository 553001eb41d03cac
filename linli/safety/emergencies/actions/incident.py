"""An incident begins, runs and ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Q

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding, require
from linli.mechanisms.publication.actions.posting import post, take_down
from linli.mechanisms.publication.models import Posting
from linli.safety.emergencies.actions.cards import cards_in, note_looks, to_door
from linli.safety.emergencies.actions.saying import (
    fresh,
    hold_community,
    in_words,
    locked,
    told,
)
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import (
    CardLook,
    Contact,
    Door,
    HeadCount,
    HelpCard,
    Incident,
    IncidentPlace,
    IncidentTask,
    LogLine,
    Shelter,
)
from linli.safety.emergencies.postings import INCIDENT_NOTICE
from linli.safety.emergencies.rules import ending


@dataclass(frozen=True)
class Begun:
    """What begins: of what kind and level, on whose word, where."""

    kind: str
    level: str
    title: str
    ground: str
    places: Sequence[Place]


@action("emergencies.begin", needs="emergencies.lead")
def begin(act: Act, community: Place, *, begun: Begun) -> Incident:
    """Begins an incident. The day on which its list is destroyed is set now. Who put themselves
    down in the places it touches comes onto the list, and can read that it was opened."""
    require(Finding(bool(begun.places), "emergencies.incident_somewhere"))
    hold_community(community)
    on = local_day(act.at)
    incident = Incident(
        community=community, kind=begun.kind, level=begun.level,
        title=told(begun.title, community), ground=told(begun.ground, community),
        begun_at=act.at, begun_by_id=act.by.account,
        destroy_on=ending.destroy_date(on, days=days("destroy_days", community, on)),
    )  # fmt: skip
    incident.save(force_insert=True)
    _touch(act, incident, begun.places)
    for kind in ("director", "deputy_director", "worker"):
        act.tell("emergencies.begun", post=kind, incident=incident.title)
    act.note(incident=incident.title, until=in_words(incident.destroy_on))
    return incident


@action("emergencies.widen", needs="emergencies.lead")
def widen(act: Act, incident: Incident, *, places: Sequence[Place], level: str = "") -> Incident:
    """It touches further places, or its level is another."""
    incident = _running(incident)
    incident.level = level or incident.level
    incident.version += 1
    incident.save(update_fields=["level", "version"])
    _touch(act, incident, places)
    act.note(incident=incident.title, count=incident.places.count())
    return incident


@action("emergencies.add_task", needs="emergencies.lead")
def add_task(
    act: Act, incident: Incident, *, title: str, building: Place | None = None,
    who: Contact | None = None,
) -> IncidentTask:  # fmt: skip
    """Something to be done, at a building or anywhere."""
    incident = _running(incident)
    act.note(incident=incident.title)
    return IncidentTask.objects.create(
        community_id=incident.community_id, incident=incident, building=building, who=who,
        title=told(title, incident.community_id), changed_at=act.at,
    )  # fmt: skip


@action("emergencies.set_task", needs="emergencies.lead")
def set_task(act: Act, task: IncidentTask, *, state: str, seen: int | None = None) -> IncidentTask:
    """How a task stands; said afterwards too, while the list is there. Of two who say the same at
    once nothing is refused."""
    still_listed(task.incident)
    held = locked(task)
    act.note(task=held.title, state=str(held.get_state_display()))
    if held.state == state:
        return held
    held = fresh(task, seen)
    held.state, held.changed_at = state, act.at
    held.save()
    act.note(state=str(held.get_state_display()))
    return held


@action("emergencies.count_heads", needs="emergencies.lead")
def count_heads(
    act: Act, incident: Incident, *, shelter: Shelter, heads: int, when: datetime | None = None
) -> HeadCount:
    """How many are in a shelter now; `when`: of a count that was written on paper first."""
    incident = still_listed(incident)
    act.note(incident=incident.title, place=shelter.title)
    return HeadCount.objects.create(
        community_id=incident.community_id, incident=incident, shelter=shelter, heads=heads,
        at=_moment(act, incident, when),
    )  # fmt: skip


@action("emergencies.write_log", needs="emergencies.lead")
def write_log(act: Act, incident: Incident, *, words: str, when: datetime | None = None) -> LogLine:
    """One line of the log; `when`: of something that was written on paper first."""
    incident = still_listed(incident)
    moment = _moment(act, incident, when)
    return LogLine.objects.create(
        community_id=incident.community_id, incident=incident, said=words.strip(), at=moment,
        written_at=act.at, by_id=act.by.account,
    )  # fmt: skip


@action("emergencies.tell_residents", needs="emergencies.lead")
def tell_residents(act: Act, incident: Incident, *, title: str, words: str) -> Posting:
    """Tells everybody: on the public page, with the text to be pasted elsewhere."""
    incident = _running(incident)
    act.note(incident=incident.title)
    here = incident.community_id
    fields = {"title": told(title, here), "words": told(words, here)}
    return post(act, INCIDENT_NOTICE, incident, fields, on=local_day(act.at))


@action("emergencies.take_notice_down", needs="emergencies.lead")
def take_notice_down(act: Act, incident: Incident, *, posting: Posting, ground: str) -> Posting:
    """Takes back what residents were told, before its time."""
    incident = locked(incident)
    act.note(incident=incident.title)
    ours = shown_notices(incident).filter(pk=posting.pk)
    require(Finding(ours.exists(), "emergencies.row_stands"))
    return take_down(act, posting, ground)


def shown_notices(incident: Incident) -> Any:
    """What residents were told in it, and still read."""
    return Posting.objects.filter(
        community=incident.community_id, owner=incident.pk, state__in=Posting.SHOWN
    )


@action("emergencies.end", needs="emergencies.lead")
def end(act: Act, incident: Incident) -> Incident:
    """It is over. The list stays until its day, or until two destroy it; where its day passed
    while it ran, until the day after: what is still on paper can be typed in until then. What
    residents were told comes down."""
    incident = _running(incident)
    incident.state, incident.ended_at = "over", act.at
    incident.destroy_on = max(incident.destroy_on, local_day(act.at) + timedelta(days=1))
    incident.told_on = None
    incident.version += 1
    incident.save(update_fields=["state", "ended_at", "destroy_on", "told_on", "version"])
    for posting in shown_notices(incident):
        take_down(act, posting, "withdrawn")
    for kind in ("director", "deputy_director", "worker"):
        act.tell("emergencies.destroy_now", post=kind, incident=incident.title)
    act.note(incident=incident.title)
    return incident


@action("emergencies.look_at_list", needs="emergencies.cards")
def look_at_list(
    act: Act, incident: Incident, *, why: str = "incident", door: Door | None = None
) -> int:
    """Opens the list of an incident, or one door of it: everybody opened who has a card, or asked
    signed in, can read by whom and what for; once a day for each who looks."""
    act.keep_closed()
    cards, doors = unseen(incident, act.by.account, act.at, why=why, door=door)
    return note_looks(act, incident.community_id, cards, why, incident, doors)


def unseen(
    incident: Incident, account: Any, at: datetime, *, why: str = "incident",
    door: Door | None = None,
) -> tuple[list[Any], list[Any]]:  # fmt: skip
    """The cards on the list, and the doors of those who asked without one, that this account has
    not been noted to have opened that day for this incident and purpose."""
    listed = incident.doors.filter(Q(card__isnull=False) | Q(account__isnull=False))
    if door is not None:
        listed = listed.filter(pk=door.pk)
    rows = list(listed.values_list("card", "pk"))
    cards = {card for card, _door in rows if card}
    doors = {key for card, key in rows if not card}
    seen = CardLook.objects.filter(
        community=incident.community_id, incident=incident, by=account, why=why,
        at__gte=datetime.combine(local_day(at), time(), SHANGHAI),
    ).values_list("card", "door")  # fmt: skip
    opened = {key for pair in seen for key in pair if key}
    return sorted(cards - opened), sorted(doors - opened)


def still_listed(incident: Incident) -> Incident:
    """The incident, held, while its list is there: it runs, or is over and not destroyed. What is
    typed in then is destroyed with the rest."""
    held: Incident = locked(incident)
    require(ending.list_stands(held.state))
    return held


def running(incident: Incident) -> Incident:
    """The incident, held, if it runs."""
    return _running(incident)


def _running(incident: Incident) -> Incident:
    held: Incident = locked(incident)
    require(ending.is_running(held.state))
    return held


def _moment(act: Act, incident: Incident, when: datetime | None) -> datetime:
    """Now, or when something was that was written on paper first."""
    moment = when or act.at
    require(Finding(incident.begun_at <= moment <= act.at, "emergencies.log_moment"))
    return moment


def _touch(act: Act, incident: Incident, places: Sequence[Place]) -> None:
    for place in places:
        IncidentPlace.objects.get_or_create(
            community_id=incident.community_id, incident=incident, place=place
        )
    on = local_day(act.at)
    touched = [row.place for row in incident.places.select_related("place")]
    had = set(incident.doors.values_list("card", flat=True))
    ids = [each for each in cards_in(incident.community_id, touched) if each not in had]
    rows = HelpCard.objects.filter(community=incident.community_id, pk__in=ids, until__gte=on)
    taken = [to_door(act, incident, card).card_id for card in rows]
    seen = [each for each in taken if each]
    note_looks(act, incident.community_id, seen, "incident", incident)
