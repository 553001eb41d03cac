"""Who holds which office, or held it on a day: from this register and from the rooms that keep a
body themselves."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from linli.core.access.organs import HeldOffice, told_until
from linli.core.pages.bilingual import in_both
from linli.partners.organisations.models import Office, Organisation, Term
from linli.partners.organisations.rules.terms import names_told


@dataclass(frozen=True, slots=True)
class Held:
    """One term, as it is shown. `key`: the row of this register, None where another room keeps it;
    `last`: the last day in the office; `agreed`: that it is told by name is their own consent;
    `titles`: the office in every language it has."""

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
    shows_name: bool = False
    agreed: bool = False
    key: UUID | None = None
    rank: int = 0
    titles: tuple[str, ...] = ()

    @property
    def last(self) -> date | None:
        """The last day with the office."""
        return None if self.until is None else self.until.fromordinal(self.until.toordinal() - 1)

    @property
    def public_name(self) -> str:
        """The name as everybody reads it; nothing where it is not told."""
        return self.name if self.shows_name else ""

    def as_data(self) -> dict[str, Any]:
        """What everybody may read of it."""
        return {
            "body": self.body,
            "office": self.office,
            "name": self.public_name,
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
    first = _first_of(rows[0].community, {held.kind for held in told}, on)
    for body in rows:
        fitting = (held for held in told if _fits(held, body, first))
        # Told in their order: the director first.
        mine = [replace(_told(held, body), rank=place) for place, held in enumerate(fitting)]
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
    first = _first_of(body.community, {body.kind}, on)
    told = [held for held in told_until(body.community, on) if _fits(held, body, first)]
    # From the day on which another room keeps it, that room knows; before, this register does.
    begins = min((held.since for held in told), default=None)
    own = [_own(term) for term in terms if begins is None or term.since < begins]
    found = [*(_told(held, body) for held in told), *own]
    return sorted(found, key=lambda each: (each.since, each.office), reverse=True)


def held_by_title(community: Any, title: str, on: date) -> list[Held]:
    """Who held an office of that title on that day, in any body that was there."""
    wanted = "".join(title.split()).casefold()
    bodies = bodies_on(community, on)
    every = holders_of(bodies, on)
    return [
        held
        for body in bodies
        for held in every[body.pk]
        if wanted and any(wanted in "".join(each.split()).casefold() for each in held.titles)
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
    shown = {(held.office, held.since, held.of) for held in known}
    for told in told_until(community, on):
        mine = told.person == person and told.holds_on(on)
        if mine and (str(told.office), told.since, told.of) not in shown:
            known.add(_told(told, None))
    return sorted(known, key=lambda each: (each.body, each.rank))


def told_of(body: Organisation, on: date) -> list[HeldOffice]:
    """Who another room says holds an office of this body that day; none where this register keeps
    it."""
    first = _first_of(body.community, {body.kind}, on)
    told = told_until(body.community, on)
    return [held for held in told if held.holds_on(on) and _fits(held, body, first)]


def _fits(held: HeldOffice, body: Organisation, first: Mapping[str, UUID]) -> bool:
    """Whether it is told of this body: by the name of the group, and where none is named, of the
    one that has been there longest."""
    if held.kind != body.kind:
        return False
    if held.of and held.kind == "residents_group":
        return held.of == body.name
    return first.get(held.kind, body.pk) == body.pk


def _first_of(community: Any, kinds: Collection[str], on: date) -> dict[str, UUID]:
    """Of each kind the body that has been there longest."""
    rows = Organisation.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on, kind__in=kinds
    )
    found: dict[str, UUID] = {}
    for kind, key in rows.order_by("since", "pk").values_list("kind", "pk"):
        found.setdefault(kind, key)
    return found


def _own(term: Term) -> Held:
    return Held(
        term.office.organisation.name, term.office.title, term.name, term.since, term.until,
        term.expected, term.person_id, str(term.get_chosen_display()), term.paper,
        shows_contact=term.shows_contact, key=term.pk, rank=term.office.rank,
        shows_name=names_told(term.office.organisation.kind, agreed=term.shows_name),
        agreed=term.shows_name or term.shows_contact, titles=(term.office.title,),
    )  # fmt: skip


def _told(held: HeldOffice, body: Organisation | None) -> Held:
    return Held(
        body.name if body else held.of, str(held.office), held.name, held.since, held.until,
        held.expected, held.person, of=held.of, households=held.households,
        shows_name=names_told(held.kind, agreed=False), titles=tuple(in_both(held.office).values()),
    )  # fmt: skip
