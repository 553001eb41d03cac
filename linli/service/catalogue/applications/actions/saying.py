"""Whom an act on an application is about, and that the applicant hears of it: that there is news,
never what."""

from linli.core.audit.door import Act
from linli.lib.calendar import local_day
from linli.service.catalogue.applications import queries
from linli.service.catalogue.applications.models import ApplicationHelp


def say_about(act: Act, row: ApplicationHelp) -> None:
    """The entry is about the applicant, who may read it."""
    act.about = row.person_id


def tell_applicant(act: Act, row: ApplicationHelp) -> None:
    """The applicant hears that there is something to read; so does whoever asked for them."""
    say_about(act, row)
    if row.person_id and act.by.person != row.person_id:
        act.tell("catalogue.application_news", person=row.person_id)
    if row.agency_id and row.asked_by_id and act.by.account != row.asked_by_id:
        act.tell("catalogue.application_news", account=row.asked_by_id)


def tell_helpers(act: Act, row: ApplicationHelp) -> None:
    """Everybody who could take it up hears that something waits, but for the relatives."""
    say_about(act, row)
    for account in queries.helpers(row.community, local_day(act.at)):
        if str(account.pk) not in row.kin_staff and account.pk != act.by.account:
            kind = "urgent" if row.urgent else "waits"
            act.tell(f"catalogue.application_{kind}", account=account.pk)
