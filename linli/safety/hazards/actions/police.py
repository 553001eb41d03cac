"""The community police's page, alerts, and the log of what was given to the police."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.safety.hazards import rules
from linli.safety.hazards.actions.limits import hold_community
from linli.safety.hazards.models import GivenToPolice, PoliceOffice, SafetyAlert
from linli.safety.hazards.words import told


@action("hazards.set_police_office", needs="hazards.keep_police_page")
def set_police_office(
    act: Act, community: Place, *, station: str, room: str, office_phone: str, hours: str,
    offers: str,
) -> PoliceOffice:  # fmt: skip
    """How the community police are reached; what was said before is kept with its last day."""
    on = local_day(act.at)
    require(rules.office_number(office_phone))
    hold_community(community)
    standing = PoliceOffice.objects.filter(community=community, until__isnull=True)
    standing.update(until=on)
    return PoliceOffice.objects.create(
        community=community, station=told(station, community), room=told(room, community),
        office_phone=office_phone, hours=told(hours, community), offers=told(offers, community),
        since=on,
    )  # fmt: skip


@action("hazards.end_police_office", needs="hazards.keep_police_page")
def end_police_office(act: Act, office: PoliceOffice) -> PoliceOffice:
    """What the page said holds no longer, and nothing has taken its place."""
    row: PoliceOffice = locked(office)
    require(Finding(row.until is None, "hazards.still_stands"))
    row.until = local_day(act.at)
    row.save(update_fields=["until"])
    return row


@action("hazards.put_alert", needs="hazards.keep_police_page")
def put_alert(
    act: Act, community: Place, *, kind: str, title: str, words: str, told_by: str, until: date
) -> SafetyAlert:
    """A warning in plain words, with its source and its last day."""
    on = local_day(act.at)
    require(Finding(until >= on, "hazards.alert_ahead"))
    act.note(title=title)
    return SafetyAlert.objects.create(
        community=community, kind=kind, title=told(title, community),
        words=told(words, community), told_by=told(told_by, community), since=on, until=until,
    )  # fmt: skip


@action("hazards.withdraw_alert", needs="hazards.keep_police_page")
def withdraw_alert(act: Act, alert: SafetyAlert) -> SafetyAlert:
    """It does not hold any more."""
    alert.withdrawn_on = local_day(act.at)
    alert.save(update_fields=["withdrawn_on"])
    act.note(title=alert.title)
    return alert


@action("hazards.log_given", needs="hazards.give_to_police")
def log_given(act: Act, community: Place, *, ground: str, paper: str, what: str) -> GivenToPolice:
    """Writes down that something was given to the police, on which ground and paper: what the
    resident sent and wants passed on, a found thing, or a written request the law allows. Never
    what it said."""
    require(Finding(bool(paper.strip()), "hazards.given_on_paper", cites=("pipl.13",)))
    act.note(ground=str(dict(GivenToPolice.GROUNDS)[ground]))
    return GivenToPolice.objects.create(
        community=community, ground=ground, paper=told(paper, community),
        what=told(what, community), on=local_day(act.at), account_id=act.by.account,
    )  # fmt: skip
