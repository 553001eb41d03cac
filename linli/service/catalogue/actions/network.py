"""Who is named for which place."""

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.models import NetworkContact
from linli.service.catalogue.queries.network import staff_choices


@action("catalogue.name_contact", needs="catalogue.set_contacts")
def name_contact(act: Act, place: Place, *, contact: Account, stand_in: Account) -> NetworkContact:
    """Names who is asked first for the dwellings of a place, and who stands in; whoever was named
    before is so until yesterday."""
    on = local_day(act.at)
    known = {account.pk for account in staff_choices(place.community_id, on)}
    require(Finding({contact.pk, stand_in.pk} <= known, "catalogue.contact_holds_post"))
    require(Finding(contact.pk != stand_in.pk, "catalogue.contact_and_stand_in"))
    _end_named(place, act)
    row = NetworkContact.objects.create(
        community=_community(place),
        place=place,
        contact=contact,
        stand_in=stand_in,
        since=on,
    )
    act.note(place=place.name_inside or place.name)
    return row


@action("catalogue.end_contact", needs="catalogue.set_contacts")
def end_contact(act: Act, place: Place) -> Place:
    """Nobody is named for the place itself any more: the next wider place decides again."""
    require(Finding(_end_named(place, act) > 0, "catalogue.contact_named"))
    act.note(place=place.name_inside or place.name)
    return place


def _community(place: Place) -> Place:
    assert place.community is not None, "places wider than a community have no contact"
    return place.community


def _end_named(place: Place, act: Act) -> int:
    on = local_day(act.at)
    rows = NetworkContact.objects.filter(
        community=place.community_id, place=place, until__isnull=True
    )
    return rows.update(until=on)
