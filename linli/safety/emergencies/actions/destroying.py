"""What an incident collected about persons is destroyed: on its day, or when two say so after the
end. There is no way back; a certificate stays (突发事件应对法 85)."""

import hashlib
from collections import Counter
from datetime import date

from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.emergencies.actions.saying import locked, told
from linli.safety.emergencies.law import days
from linli.safety.emergencies.models import Certificate, DoorTick, Incident
from linli.safety.emergencies.rules import ending


@action("emergencies.ask_destroy", needs="emergencies.lead")
def ask_destroy(act: Act, incident: Incident) -> Incident:
    """The first hand: it is over and the list is not needed any more."""
    incident = locked(incident)
    require(ending.is_over(incident.state))
    incident.asked_by_id, incident.asked_at = act.by.account, act.at
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
    """Its day has come. One that still runs is ended with it."""
    incident = locked(incident)
    require(Finding(incident.state != "destroyed", "emergencies.row_stands"))
    require(ending.ripe(incident.destroy_on, local_day(act.at)))
    return _destroy(act, incident, "day")


@action("emergencies.put_off", needs="emergencies.put_off")
def put_off(act: Act, incident: Incident, *, until: date, reason: str) -> Incident:
    """Puts the day off, with what was weighed: is it lawful, necessary, and safe."""
    incident = locked(incident)
    require(Finding(incident.state != "destroyed", "emergencies.row_stands"))
    on = local_day(act.at)
    most = days("destroy_most_days", incident.community, on)
    require(ending.later(until, incident.destroy_on))
    require(ending.not_too_long(local_day(incident.begun_at), until, days_most=most))
    incident.destroy_on, incident.told_on = until, None
    incident.asked_by, incident.asked_at = None, None
    incident.save(update_fields=["destroy_on", "told_on", "asked_by", "asked_at"])
    act.note(
        incident=incident.title, until=until.isoformat(),
        reason=told(reason, incident.community_id),
    )  # fmt: skip
    return incident


@action("emergencies.remind_destroy", needs="emergencies.pass_time")
def remind_destroy(act: Act, incident: Incident) -> Incident:
    """Tells the director that the day is near."""
    incident.told_on = local_day(act.at)
    incident.save(update_fields=["told_on"])
    act.tell(
        "emergencies.destroy_soon", post="director", incident=incident.title,
        until=incident.destroy_on,
    )  # fmt: skip
    act.note(incident=incident.title)
    return incident


def _destroy(act: Act, incident: Incident, why: str) -> Certificate:
    """First the key, without which no word opens, then every row."""
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
    return certificate
