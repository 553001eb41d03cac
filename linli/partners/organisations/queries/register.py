"""The register as everybody reads it and as the desk keeps it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.partners.organisations import law
from linli.partners.organisations.flows_social import ON_RECORD
from linli.partners.organisations.models import (
    SUBJECTS,
    Handover,
    HandoverItem,
    Office,
    OfficeDuty,
    Organisation,
    SocialOrganisation,
    Term,
)
from linli.partners.organisations.queries.holders import Held, bodies_on, holders_of
from linli.partners.organisations.rules.terms import ends_soon

MEDIATES = {"mediation_committee": "mediation"}
"""A body that has its line of work from the law itself."""
DO_LINES = ("subcommittee", *MEDIATES)


@dataclass(frozen=True, slots=True)
class Branch:
    """A body with who holds its offices and the bodies that are part of it."""

    body: Organisation
    held: list[Held]
    parts: list["Branch"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """One of the five lines of work: the subcommittee that does it, or who it is assigned to."""

    subject: str
    title: Any
    body: Organisation | None = None
    office: Office | None = None

    @property
    def open(self) -> bool:
        """Nobody does it yet."""
        return self.body is None and self.office is None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An office with fewer holders than seats."""

    office: Office
    held: int

    @property
    def empty(self) -> int:
        """How many seats nobody holds."""
        return self.office.seats - self.held


def branches_on(community: Any, on: date) -> list[Branch]:
    """All bodies of a day as a tree, those that are part of none first."""
    bodies = bodies_on(community, on)
    held = holders_of(bodies, on)
    found = {body.pk: Branch(body, held[body.pk]) for body in bodies}
    roots = []
    for body in bodies:
        above = found.get(body.part_of_id) if body.part_of_id else None
        (above.parts if above else roots).append(found[body.pk])
    order = {
        kind: place
        for place, (kind, _title) in enumerate(Organisation._meta.get_field("kind").choices or ())
    }
    roots.sort(key=lambda each: (order.get(each.body.kind, 99), each.body.name))
    return roots


def body_listed(community: Any, key: UUID) -> Organisation:
    """A body everybody may read of; it may have ended."""
    return _one(Organisation.objects.filter(listed=True), community, key)


def body_for(actor: Actor, community: Any, key: UUID) -> Organisation:
    """A body at the desk, for those who see it; otherwise there is none (Http404)."""
    return _for_desk(actor, _one(Organisation.objects.all(), community, key))


def office_for(actor: Actor, community: Any, key: UUID) -> Office:
    """An office at the desk."""
    return _for_desk(actor, _one(Office.objects.select_related("organisation"), community, key))


def term_for(actor: Actor, community: Any, key: UUID) -> Term:
    """A term at the desk."""
    rows = Term.objects.select_related("office__organisation")
    return _for_desk(actor, _one(rows, community, key))


def handover_for(actor: Actor, community: Any, key: UUID) -> Handover:
    """A handing over at the desk."""
    return _for_desk(actor, _one(Handover.objects.select_related("organisation"), community, key))


def item_for(actor: Actor, community: Any, key: UUID) -> HandoverItem:
    """One thing of it."""
    rows = HandoverItem.objects.select_related("handover__organisation")
    return _for_desk(actor, _one(rows, community, key))


def line_for(actor: Actor, community: Any, key: UUID) -> OfficeDuty:
    """A line of the directory at the desk."""
    return _for_desk(actor, _one(OfficeDuty.objects.select_related("organisation"), community, key))


def register_of(community: Any, words: str = "", kind: str = "") -> list[Organisation]:
    """Every body that is here, listed or not: of one kind, with these words in its name."""
    rows = Organisation.objects.filter(community=community, until__isnull=True)
    if kind:
        rows = rows.filter(kind=kind)
    for word in words.split():
        rows = rows.filter(name__icontains=word)
    return list(rows.select_related("part_of", "community").order_by("kind", "name"))


def lines_of_work(community: Any, on: date) -> list[Line]:
    """The five lines of work the law names, and who does each (RCL 9)."""
    bodies = {
        MEDIATES.get(body.kind, body.subject): body
        for body in bodies_on(community, on)
        if body.kind in DO_LINES
    }
    offices = {
        office.subject: office
        for office in Office.objects.filter(community=community, until__isnull=True, since__lte=on)
        .exclude(subject="")
        .select_related("organisation")
    }
    return [
        Line(subject, title, bodies.get(subject), offices.get(subject))
        for subject, title in SUBJECTS
    ]


def vacancies_on(community: Any, on: date) -> list[Vacancy]:
    """Offices of this register with an empty seat; what another room keeps it fills itself."""
    offices = list(
        Office.objects.filter(
            community=community, until__isnull=True, organisation__until__isnull=True,
            since__lte=on,
        )
        .select_related("organisation__community")
        .order_by("organisation__name", "rank", "title")
    )  # fmt: skip
    held = holders_of(
        {office.organisation_id: office.organisation for office in offices}.values(), on
    )
    found = []
    for office in offices:
        rows = held[office.organisation_id]
        told_elsewhere = bool(rows) and all(row.key is None for row in rows)
        mine = sum(row.office == office.title for row in rows)
        if mine < office.seats and not told_elsewhere:
            found.append(Vacancy(office, mine))
    return found


def ending_on(community: Any, on: date) -> list[Organisation]:
    """Bodies whose term ends soon or is over."""
    days = law.warned_before(community, on)
    return [body for body in register_of(community) if ends_soon(body.term_ends, on, days=days)]


def _one(rows: Any, community: Any, key: UUID) -> Any:
    found = rows.filter(community=community, pk=key).first()
    if found is None:
        raise Http404
    return found


def _for_desk(actor: Actor, row: Any) -> Any:
    if not may("organisations.see_desk", actor, row):
        raise Http404
    return row


def committee_of(community: Any) -> Organisation | None:
    """The residents' committee as this register keeps it."""
    rows = Organisation.objects.filter(
        community=community, kind="residents_committee", until__isnull=True, listed=True
    )
    return rows.order_by("since", "pk").first()


def filed_as(body: Organisation) -> SocialOrganisation | None:
    """The filing by which an organisation on record stands in the register; None for another."""
    rows = SocialOrganisation.objects.filter(community=body.community_id, organisation=body)
    found: SocialOrganisation | None = rows.filter(state__in=ON_RECORD).first()
    return found
