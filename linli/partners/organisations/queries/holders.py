"""Who holds which office, or held it on a day: from this register and from the rooms that keep a
body themselves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.access.organs import HeldOffice, told_until
from linli.partners.organisations.models import Office, Organisation, Term


@dataclass(frozen=True, slots=True)
class Held:
    """One term, as it is shown. `key`: the row of this register, None where another room keeps it;
    `last`: the last day in the office."""

    body: str
    office: str
    name: str
    since: date
    until: date | None = None
    expected: date | None = None
    person: UUID | None = None
    chosen: str = ""
    paper: str = ""
    of: str = ""
    households: int | None = None
    shows_contact: bool = False
    key: UUID | None = None
    rank: int = 0

    @property
    def last(self) -> date | None:
        """The last day with the office."""
        return None if self.until is None else self.until.fromordinal(self.until.toordinal() - 1)

    def as_data(self) -> dict[str, Any]:
        """What everybody may read of it."""
        return {
            "body": self.body,
            "office": self.office,
            "name": self.name,
            "since": self.since,
            "last_day": self.last,
            "term_ends": self.expected,
        }


def holders_on(body: Organisation, on: date) -> list[Held]:
    """Who holds an office of the body that day, in the order of its offices."""
    return holders_of([body], on)[body.pk]


def holders_of(bodies: Iterable[Organisation], on: date) -> dict[UUID, list[Held]]:
    """The same of several bodies of one community, in a query and one telling of the rooms."""
    rows = list(bodies)
    found: dict[UUID, list[Held]] = {body.pk: [] for body in rows}
    if not rows:
        return found
    terms = Term.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on),
        community=rows[0].community_id,
        office__organisation__in=list(found),
        since__lte=on,
    ).select_related("office__organisation")
    for term in terms:
        found[term.office.organisation_id].append(_own(term))
    told = [held for held in told_until(rows[0].community, on) if held.holds_on(on)]
    first: dict[str, Organisation] = {}
    for body in sorted(rows, key=lambda each: (each.since, each.pk)):
        first.setdefault(body.kind, body)
    for kind, body in first.items():
        mine = [_told(held, body) for held in told if held.kind == kind and _fits(held, body)]
        # Whose room keeps the body knows it better than an entry made before.
        if mine:
            found[body.pk] = mine
    for held in found.values():
        held.sort(key=lambda each: (each.rank, each.since, each.name))
    return found


def history_of(body: Organisation, on: date) -> list[Held]:
    """Everybody who held an office of the body until that day, the latest first."""
    terms = Term.objects.filter(
        community=body.community_id, office__organisation=body, since__lte=on
    ).select_related("office__organisation")
    told = [held for held in told_until(body.community, on) if held.kind == body.kind]
    found = [_told(held, body) for held in told] or [_own(term) for term in terms]
    return sorted(found, key=lambda each: (each.since, each.office), reverse=True)


def held_by_title(community: Any, title: str, on: date) -> list[Held]:
    """Who held an office of that title on that day, in any body that was there."""
    wanted = "".join(title.split())
    bodies = bodies_on(community, on)
    every = holders_of(bodies, on)
    return [
        held
        for body in bodies
        for held in every[body.pk]
        if wanted and wanted in "".join(held.office.split())
    ]


def titles_of(community: Any, on: date) -> list[str]:
    """Every title of an office there is or was, to choose from."""
    own = Office.objects.filter(community=community).values_list("title", flat=True)
    told = {str(held.office) for held in told_until(community, on)}
    return sorted({*own, *told})


def bodies_on(community: Any, on: date) -> list[Organisation]:
    """The bodies that were there that day and that everybody may know of."""
    rows = Organisation.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on, listed=True
    )
    return list(rows.select_related("part_of", "community").order_by("kind", "name"))


def offices_held_by(community: Any, *, person: UUID | None, on: date) -> list[Held]:
    """The offices somebody of the roster holds that day."""
    if person is None:
        return []
    bodies = Organisation.objects.filter(community=community, until__isnull=True)
    every = holders_of(list(bodies.select_related("community")), on)
    known = {held for rows in every.values() for held in rows if held.person == person}
    kinds = {body.kind for body in bodies}
    for told in told_until(community, on):
        if told.person == person and told.holds_on(on) and told.kind not in kinds:
            known.add(_told(told, None))
    return sorted(known, key=lambda each: (each.body, each.rank))


def _fits(held: HeldOffice, body: Organisation) -> bool:
    return not held.of or body.kind != "residents_group" or held.of == body.name


def _own(term: Term) -> Held:
    return Held(
        term.office.organisation.name, term.office.title, term.name, term.since, term.until,
        term.expected, term.person_id, str(term.get_chosen_display()), term.paper,
        shows_contact=term.shows_contact, key=term.pk, rank=term.office.rank,
    )  # fmt: skip


def _told(held: HeldOffice, body: Organisation | None) -> Held:
    return Held(
        body.name if body else held.of, str(held.office), held.name, held.since, held.until,
        held.expected, held.person, of=held.of, households=held.households,
    )  # fmt: skip
