"""What time does to applications: forgotten when their time is over, back in the queue where the
handler has left, notes gone on their day."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry
from linli.core.clocks import actions as clocks
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.mechanisms.rounds.forgetting import empty_stops_for
from linli.service.catalogue.applications.actions.saying import tell_helpers
from linli.service.catalogue.applications.models import ApplicationHelp, PrivateSuggestion


@action("catalogue.forget_application", needs="catalogue.tend_application_rows")
def forget_application(act: Act, row: ApplicationHelp) -> ApplicationHelp:
    """Clears whom it was about and everything said; scheme, state and days stay for the count.
    Clocks that still run are dropped."""
    clocks.drop(act, row)
    blank(row, act.at)
    return row


@action("catalogue.release_application", needs="catalogue.tend_application_rows")
def release_application(act: Act, row: ApplicationHelp) -> ApplicationHelp:
    """Its handler has no desk here any more: it waits, without a name, for a colleague."""
    row.former, row.handler, row.second = row.handler, None, None
    row.save(update_fields=["former", "handler", "second"])
    tell_helpers(act, row)
    return row


@action("catalogue.drop_notes", needs="catalogue.tend_application_rows")
def drop_notes(act: Act, community: Place) -> Place:
    """Notes whose day is over are deleted."""
    rows = PrivateSuggestion.objects.filter(community=community, gone_on__lt=local_day(act.at))
    act.keep_closed()
    act.note(notes=rows.delete()[0])
    return community


def blank(row: ApplicationHelp, at: datetime) -> None:
    """Empties what is about a person, in the row and in what hangs on it."""
    for name in ApplicationHelp.PERSONAL:
        setattr(row, name, "")
    row.person = row.asked_by = row.agency = row.notice = row.former = row.second = None
    row.kin, row.kin_staff, row.fields, row.papers_sent = "", [], [], []
    row.office_receipt = ""
    row.forgotten_at = at
    row.save()
    ours = {"community_id": row.community_id}
    row.steps.filter(**ours).update(reason="", given={})
    for hanging in (row.papers, row.lists, row.told):
        hanging.filter(**ours).delete()
    ClosedEntry.objects.filter(subject=row.pk).update(about=None)
    empty_stops_for(row.community_id, [row.pk], at)


@when_forgotten
def forget_applications_of(person: Person, at: datetime) -> None:
    """Whoever is forgotten is forgotten here too, before the term; what was still open is over."""
    rows = ApplicationHelp.objects.filter(
        person=person, community=person.community_id, forgotten_at__isnull=True
    )
    for row in rows.select_related("community"):
        forget_application(row, by=the_clock(), at=at)
