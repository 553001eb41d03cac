"""What goes when somebody is forgotten, and with time: files of who left a year ago."""

from collections.abc import Sequence
from datetime import datetime

from linli.core.audit.door import Act, action
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.core.places.models import Place
from linli.partners.organisations.models import Staff, Term
from linli.partners.organisations.rules.terms import NAMED


@action("organisations.forget_files", needs="organisations.forget_files")
def forget_files(act: Act, community: Place, *, rows: Sequence[Staff]) -> int:
    """Deletes the files of those who left more than a year ago, with all they hold."""
    for row in rows:
        assert row.until is not None, "whoever works here keeps the file"
        row.delete()
    act.note(count=len(rows))
    return len(rows)


@when_forgotten
def let_go(person: Person, at: datetime) -> None:
    """The roster no longer leads to the terms. Who held an office the law has told by name stays
    archived; elsewhere the name was there by consent or not at all, and goes. The file goes with
    the account it belongs to."""
    here = person.community_id
    theirs = Term.objects.filter(community=here, person=person)
    theirs.exclude(office__organisation__kind__in=NAMED).update(
        name="", shows_name=False, shows_contact=False
    )
    theirs.update(person=None)
    Staff.objects.filter(community=here, account__person=person, until__isnull=False).delete()
