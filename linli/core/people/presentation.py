"""The one way in which a person is shown.

    masked(person, viewer)                         what this viewer may see without saying why
    open_person(person, viewer, purpose=…, at=…)   all of it, on a stated purpose, written down
    open_list(community, viewer, …)                who is meant by a question; each reads of it
    note_look(place, viewer, on=…, at=…)           who lives here was looked at; each reads of it
    masked_contact(name, phone)                    somebody who left a name and is not registered

Templates are given a `MaskedPerson` and never a `Person`; the component `person` draws it.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID

from linli.core.audit.actor import Actor
from linli.core.audit.door import may, permit, record_opening, record_openings
from linli.core.audit.models import Entry
from linli.core.people import rules
from linli.core.people.asked import Asked
from linli.core.people.models import Person
from linli.core.people.queries.asked import persons_asked
from linli.core.people.queries.roster_rows import RosterFacts, roster_rows
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.identity.mask import mask_id, mask_name, mask_phone
from linli.lib.identity.phone import Phone, read_phone
from linli.lib.law import Finding, require

LEAST_PURPOSE, MOST_PURPOSE = 4, 100
"""Characters of a typed purpose: one word says nothing, a story may say too much."""


class Sight(StrEnum):
    """How much of a person a viewer sees."""

    OWN = "own"
    OPENED = "opened"
    MASKED = "masked"
    NONE = "none"


@dataclass(frozen=True, slots=True, repr=False)
class MaskedPerson:
    """What one viewer may see of one person; empty texts are to be left out."""

    sight: Sight
    person: UUID | None
    name: str = ""
    phone: str = ""
    id_number: str = ""
    address: str = ""

    def __repr__(self) -> str:
        return f"<person {self.person} {self.sight}>"

    @property
    def is_shown(self) -> bool:
        return self.sight is not Sight.NONE

    @property
    def is_whole(self) -> bool:
        """Whether nothing is masked."""
        return self.sight in (Sight.OWN, Sight.OPENED)

    @property
    def can_be_opened(self) -> bool:
        """Whether there is more to see, for whoever says what for."""
        return self.sight is Sight.MASKED


def masked(person: Person, viewer: Actor, *, dwelling: Place | None = None) -> MaskedPerson:
    """The person as `viewer` may see them. `dwelling`: where they live, if it is to be shown.

    The person sees their own record whole; those with a post for it see name and dwelling, and
    numbers with their middle hidden; everybody else sees that there is somebody, and no more.
    """
    if person.is_forgotten:
        return MaskedPerson(Sight.NONE, person.pk)
    address = dwelling.full_name if dwelling else ""
    if viewer.person is not None and viewer.person == person.pk:
        return MaskedPerson(
            Sight.OWN, person.pk, person.name, shown_phone(person.phone), person.id_number, address
        )
    if may("people.read", viewer, person):
        return MaskedPerson(
            Sight.MASKED,
            person.pk,
            person.name,
            mask_phone(person.phone) if person.phone else "",
            mask_id(person.id_number) if person.id_number else "",
            address,
        )
    return MaskedPerson(Sight.NONE, person.pk)


def open_person(
    person: Person, viewer: Actor, *, purpose: str, at: datetime, dwelling: Place | None = None
) -> MaskedPerson:
    """The person with nothing masked. The purpose is written into the book, where the person
    reads who looked and what for; a child's record needs the director (PIPL 31)."""
    permit("people.open", viewer, person)
    if person.birth_date and rules.age_on(person.birth_date, local_day(at)) < rules.CHILD_UNDER:
        permit("people.open_child", viewer, person)
    purpose = require_purpose(purpose)
    record_opening("people.open", viewer, person, at=at, about=person.pk, purpose=purpose)
    return MaskedPerson(
        Sight.OPENED,
        person.pk,
        person.name,
        shown_phone(person.phone),
        person.id_number,
        dwelling.full_name if dwelling else "",
    )


MOST_LISTED = 200
"""A longer list is no answer to a question but a copy of the register, and is not given."""


def open_list(
    community: Place, viewer: Actor, *, on: date, asked: Asked, question: str, at: datetime
) -> list[RosterFacts]:
    """Who is meant by a question, by name and home. Each of them reads that they were in the
    list, and what was asked (`question`). Refused where it would be longer than `MOST_LISTED`."""
    permit("people.list", viewer, community)
    count = persons_asked(community, on, asked).count()
    require(
        Finding(
            count <= MOST_LISTED,
            "people.list_short",
            cites=("pipl.6",),
            numbers={"count": count, "most": MOST_LISTED},
        )
    )
    rows = list(roster_rows(community, on, filters=asked))
    record_openings(
        "people.list",
        viewer,
        [row.person for row in rows],
        at=at,
        note={"purpose": question},
    )
    return rows


def note_look(place: Place, viewer: Actor, *, on: date, at: datetime) -> None:
    """Writes down that somebody looked at who is tied to a home, a staircase or a building, as it
    stood on a day: one entry, which everybody reads who was tied to it that day
    (`queries/book.py`). Leafing back and forth on one day is one look."""
    name = "people.look_at_home" if place.kind == "dwelling" else "people.look_at_stairs"
    today = datetime.combine(local_day(at), time(), tzinfo=SHANGHAI)
    earlier = Entry.objects.filter(
        subject=place.pk,
        action=name,
        account=viewer.account,
        at__gte=today,
        note__on=on.isoformat(),
    )
    if not earlier.exists():
        record_opening(name, viewer, place, at=at, about=None, on=on.isoformat())


def masked_contact(name: str = "", phone: str = "") -> MaskedPerson:
    """A name and number somebody left with a matter or a form, as those see it who have not said
    what they need it for. What opens it is that matter's own act."""
    return MaskedPerson(
        Sight.MASKED,
        None,
        mask_name(name) if name else "",
        mask_phone(phone) if phone else "",
    )


def shown_phone(phone: str) -> str:
    """A kept number as people here write it."""
    read = read_phone(phone) if phone else None
    return read.shown if isinstance(read, Phone) else phone


def require_purpose(purpose: str) -> str:
    """The purpose as it goes into the book; refused if it says nothing."""
    purpose = " ".join(purpose.split())
    require(
        Finding(
            LEAST_PURPOSE <= len(purpose) <= MOST_PURPOSE,
            "people.purpose_said",
            cites=("pipl.6",),
            numbers={"least": LEAST_PURPOSE, "most": MOST_PURPOSE, "length": len(purpose)},
        )
    )
    return purpose
