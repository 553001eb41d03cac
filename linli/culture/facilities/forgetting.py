"""When a person is forgotten, their bookings stay as times at which a place was used."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.culture.facilities.models import Booking, BookingWish


@when_forgotten
def blank_contacts(person: Person, at: datetime) -> None:
    """Nobody's name or number stays beside them, nor what they wanted a room for."""
    theirs = Q(account__person=person)
    bookings: Any = Booking.objects.filter(theirs | Q(person=person), community=person.community_id)
    wishes: Any = BookingWish.objects.filter(theirs, community=person.community_id)
    for row in (*bookings, *wishes):
        blank_booking(row)


def blank_booking(row: Booking | BookingWish) -> None:
    """Who it was, and what for and which group where that was not public."""
    row.name = row.phone = ""
    row.account = None
    fields = ["name", "phone", "account"]
    if isinstance(row, Booking):
        row.person = None
        fields.append("person")
    if not getattr(row, "told", False):
        row.purpose = ""
        fields.append("purpose")
        if isinstance(row, Booking):
            row.group_name = ""
            fields.append("group_name")
    row.save(update_fields=fields)
