"""Those who lead hear that somebody asks for help, or does not wish it any more: of the incident
alone. A door is closed, and of a closed row nobody hears more than that there is something."""

from linli.core.access.queries import accounts_holding
from linli.core.audit.door import Act, action, may
from linli.lib.calendar import local_day
from linli.safety.emergencies.models import Incident

LEADERS = ("director", "deputy_director", "worker")


@action("emergencies.call_leaders", needs="emergencies.call_leaders")
def call_leaders(act: Act, incident: Incident, *, kind: str) -> Incident:
    """Inside an act about a door that says what its actor may: those who lead hear of it at once,
    and of nobody. Neither the message nor the book says who it was."""
    act.leave_out_who()
    act.note(incident=incident.title)
    told = {
        account.pk
        for post in LEADERS
        for account in accounts_holding(incident.community_id, post, on=local_day(act.at))
    }
    for each in sorted(told):
        act.tell(kind, account=each, incident=incident.title)
    return incident


def tell_asked(act: Act, incident: Incident) -> None:
    """That somebody asks."""
    call_leaders(incident, kind="emergencies.asked_now", by=act.by, at=act.at)


def tell_taken_back(act: Act, incident: Incident) -> None:
    """That somebody does not wish it any more, while anybody would still go there. Whoever has
    moved away meanwhile takes it back without a word."""
    if incident.is_running and may("emergencies.call_leaders", act.by, incident):
        call_leaders(incident, kind="emergencies.taken_back", by=act.by, at=act.at)
