"""What an incident collected about persons is destroyed after it is over: on its day, or when two
say so. While it runs the list serves it, and the clock reminds. There is no way back; a certificate
stays (突发事件应对法 85)."""

import hashlib
from collections import Counter
from datetime import date

from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry
from linli.core.places.unordered import erase_thoroughly, fold_after_commit
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.saying import in_words, locked, told
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import (
    CardLook,
    Certificate,
    Door,
    DoorTick,
    Incident,
    LogLine,
)
from linli.safety.emergencies.rules import ending

LEADERS = ("director", "deputy_director", "worker")


@action("emergencies.ask_destroy", needs="emergencies.lead")
def ask_destroy(act: Act, incident: Incident) -> Incident:
    """The first hand: it is over and the list is not needed any more."""
    incident = locked(incident)
    require(ending.is_over(incident.state))
    incident.asked_by_id, incident.asked_at = act.by.account, act.at
    incident.save(update_fields=["asked_by", "asked_at"])
    act.note(incident=incident.title)
    return incident


@action("emergencies.take_back_destroy", needs="emergencies.lead")
def take_back_destroy(act: Act, incident: Incident) -> Incident:
    """What was asked is taken back, by whoever asked or by another who does not agree: the list
    stays until its day. Whoever asked hears of it."""
    incident = locked(incident)
    require(ending.is_over(incident.state))
    require(Finding(incident.asked_at is not None, "emergencies.row_stands"))
    if incident.asked_by_id and incident.asked_by_id != act.by.account:
        act.tell(
            "emergencies.destroy_declined", account=incident.asked_by_id, incident=incident.title
        )
    incident.asked_by, incident.asked_at = None, None
    incident.save(update_fields=["asked_by", "asked_at"])
    act.note(incident=incident.title)
    return incident


@action("emergencies.destroy", needs="emergencies.lead")
def destroy(act: Act, incident: Incident) -> Certificate:
    """The second hand: another person confirms, and it is destroyed."""
    incident = locked(incident)
    require(ending.is_over(incident.state))
    require(ending.two_hands(incident.asked_by_id, act.by.account))
    return _destroy(act, incident, "two")


@action("emergencies.destroy_due", needs="emergencies.pass_time")
def destroy_due(act: Act, incident: Incident) -> Certificate:
    """It is over, and its day has come."""
    incident = locked(incident)
    require(ending.is_over(incident.state))
    require(ending.ripe(incident.destroy_on, local_day(act.at)))
    return _destroy(act, incident, "day")


@action("emergencies.put_off", needs="emergencies.put_off")
def put_off(act: Act, incident: Incident, *, until: date, reason: str) -> Incident:
    """Puts the day off, with what was weighed: is it lawful, necessary, and safe."""
    incident = locked(incident)
    require(Finding(incident.state != "destroyed", "emergencies.row_stands"))
    on = local_day(act.at)
    most = days("destroy_most_days", incident.community, on)
    require(ending.later(until, max(incident.destroy_on, on)))
    require(ending.not_too_long(local_day(incident.begun_at), until, days_most=most))
    incident.destroy_on, incident.told_on = until, None
    incident.asked_by, incident.asked_at = None, None
    incident.save(update_fields=["destroy_on", "told_on", "asked_by", "asked_at"])
    act.note(
        incident=incident.title, until=in_words(until),
        reason=told(reason, incident.community_id),
    )  # fmt: skip
    return incident


@action("emergencies.remind_destroy", needs="emergencies.pass_time")
def remind_destroy(act: Act, incident: Incident) -> Incident:
    """Tells whoever leads that the day is near; of one that still runs: that it is to be ended or
    its day put off, and once the day has passed the supervisors too."""
    incident = locked(incident)
    on = local_day(act.at)
    incident.told_on = on
    incident.save(update_fields=["told_on"])
    kind = "emergencies.still_running" if incident.is_running else "emergencies.destroy_soon"
    posts = LEADERS if incident.destroy_on > on else (*LEADERS, "supervisor")
    for each in posts:
        act.tell(kind, post=each, incident=incident.title, until=incident.destroy_on)
    act.note(incident=incident.title)
    return incident


def _destroy(act: Act, incident: Incident, why: str) -> Certificate:
    """First the key, without which no word opens, then every row, with the looks at cards that
    tell who was on the list; overwritten, not left in the file. What backups of those days hold
    is not reached from here, and the certificate says so."""
    erase_thoroughly()
    here = incident.community_id
    doors = list(incident.doors.values_list("pk", "state", "card"))
    lines = list(incident.lines.values_list("pk", flat=True))
    ticks = list(
        DoorTick.objects.filter(community=here, door__incident=incident).values_list(
            "pk", flat=True
        )
    )
    gone = sorted(str(each) for each in [*(row[0] for row in doors), *lines, *ticks])
    asked = sum(card is None for _pk, _state, card in doors)
    incident.sums = {
        "doors": len(doors), "asked": asked,
        "states": dict(Counter(state for _pk, state, _card in doors)),
    }  # fmt: skip
    incident.key = ""
    incident.state, incident.ended_at = "destroyed", incident.ended_at or act.at
    incident.version += 1
    incident.save()
    ClosedEntry.objects.filter(subject__in=[row[0] for row in doors] + lines).delete()
    CardLook.objects.filter(community=here, incident=incident).delete()
    incident.doors.all().delete()
    incident.lines.all().delete()
    certificate = Certificate.objects.create(
        community_id=here, incident=incident, why=why, at=act.at,
        counts={"doors": len(doors), "ticks": len(ticks), "lines": len(lines)},
        sha256=hashlib.sha256("\n".join(gone).encode()).hexdigest(),
        asked_by_id=incident.asked_by_id if why == "two" else None,
        confirmed_by_id=act.by.account if why == "two" else None,
    )  # fmt: skip
    for post in ("director", "supervisor"):
        act.tell("emergencies.destroyed", post=post, incident=incident.title)
    act.note(incident=incident.title)
    fold_after_commit(Incident, Door, DoorTick, CardLook, LogLine)
    return certificate
