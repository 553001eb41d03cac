"""A person who is forgotten: the roster keeps that a unit is owned, no longer by whom of the
register; what they objected goes."""

from datetime import datetime

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.governance.property.models import Owner, RosterObjection


@when_forgotten
def blank_owner(person: Person, at: datetime) -> None:
    """The phone goes, the number of a table, and the tie; the name stays as long as the unit is
    theirs, because the votes of all are counted by the roster."""
    here = {"community": person.community_id}
    RosterObjection.objects.filter(owner__person=person, **here).delete()
    for owner in Owner.objects.filter(person=person, **here):
        owner.person, owner.phone, owner.code = None, "", ""
        if owner.ended_on is not None:
            owner.name = "—"
        # the name a year after the last unit
        owner.save(update_fields=["person", "phone", "code", "name"])
