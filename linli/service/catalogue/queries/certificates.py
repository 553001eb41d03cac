"""Certificates: the desk's queue, one of them, one's own, and what a paper proves."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.bilingual import Title, for_reader
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal
from linli.service.catalogue.flows import ON_PAPER, OPEN
from linli.service.catalogue.models import AskedNotOurs, Certificate, SealUse
from linli.service.catalogue.rules.certificates import shown_name

NEEDED = ("item", "community", "person", "drafted_by", "sealed_by")
QUEUES = {
    "open": OPEN,
    "asked": ("asked",),
    "to_seal": ("drafted",),
    "issued": ("issued",),
    "ended": ("refused", "withdrawn", "revoked"),
}
SHOWN = 200


def certificate_for(actor: Actor, community: Place, certificate_id: UUID) -> Certificate:
    """The certificate, where `actor` may see it; otherwise there is none (Http404)."""
    rows = Certificate.objects.filter(community=community, pk=certificate_id)
    certificate = rows.select_related(*NEEDED).first()
    if certificate is None or not may("catalogue.see_certificate", actor, certificate):
        raise Http404
    return certificate


def queue(community: Place, show: str) -> QuerySet[Certificate]:
    """What waits, the oldest first; what is done, the newest first."""
    order = ("asked_on", "id") if show in ("open", "asked", "to_seal") else ("-state_since", "id")
    rows = Certificate.objects.filter(community=community, state__in=QUEUES[show])
    return rows.select_related("item", "drafted_by").order_by(*order)[:SHOWN]


def queue_counts(community: Place) -> dict[str, int]:
    """How many wait in each part of the queue."""
    held = Certificate.objects.filter(community=community, state__in=OPEN)
    states = Counter(held.values_list("state", flat=True))
    asked, drafted = states["asked"], states["drafted"]
    return {"open": asked + drafted, "asked": asked, "to_seal": drafted}


def own_certificates(actor: Actor, community: Place) -> list[Certificate]:
    """What is about the actor, or was asked for from their account; the newest first."""
    mine = Q(asked_by=actor.account)
    if actor.person is not None:
        mine |= Q(person=actor.person) | Q(person__merged_into=actor.person)
    rows = Certificate.objects.filter(mine, community=community).select_related("item", "community")
    return list(rows.order_by("-asked_on", "-id")[:SHOWN])


@dataclass(frozen=True, slots=True)
class Proof:
    """What the check page says of a paper, and not a word more."""

    number: str
    title: Title
    issued_on: date
    holder: str
    last_day: date | None
    holds: bool
    withdrawn_on: date | None

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return for_reader(self.title)


def proof_of(community: Place, code: str, on: date) -> Proof | Refusal | None:
    """What a paper's code proves: that it was issued here under that number on that day, whether
    it still holds, and the first letter of the holder's name, to see whether another was put on
    it. None where no paper bears the code; a refusal where it cannot be a code."""
    read = parse_receipt(code)
    if isinstance(read, Refusal):
        return read
    rows = Certificate.objects.filter(community=community, code=read, state__in=ON_PAPER)
    certificate = rows.select_related("item").first()
    if certificate is None or certificate.issued_at is None:
        return None
    gone = certificate.state == "revoked" and certificate.closed_at
    return Proof(
        number=certificate.number,
        title=certificate.item.titles,
        issued_on=local_day(certificate.issued_at),
        holder=shown_name(certificate.holder_name),
        last_day=certificate.valid_until,
        holds=certificate.holds_on(on),
        withdrawn_on=local_day(certificate.closed_at) if gone and certificate.closed_at else None,
    )


def seal_register(community: Place, year: int) -> list[SealUse]:
    """Every time the seal was set on a certificate in a year, in order."""
    rows = SealUse.objects.filter(community=community, at__year=year)
    needed = ("certificate__item", "keeper", "drafter")
    return list(rows.select_related(*needed).order_by("at", "id")[:2000])


@dataclass(frozen=True)
class Count:
    """One line of the counts: an item and how often."""

    key: str
    number: int


@dataclass(frozen=True)
class Counts:
    """What the desk did in a span of days: counts of acts, never of persons."""

    asked: list[Count]
    issued: list[Count]
    refused: list[Count]

    @property
    def totals(self) -> tuple[int, int, int]:
        """Asked and not ours, issued, refused."""
        asked, issued, refused = (
            sum(line.number for line in lines) for lines in (self.asked, self.issued, self.refused)
        )
        return asked, issued, refused


def counts_of(community: Place, since: date, until: date) -> Counts:
    """The counts of the days from `since` to `until`, both included, by item."""
    asked = (
        AskedNotOurs.objects.filter(community=community, on__gte=since, on__lte=until)
        .values("item")
        .annotate(desk=Sum("at_desk"), portal=Sum("on_portal"))
    )
    issued = _per_item(community, "issued_at", since, until, ON_PAPER)
    refused = _per_item(community, "closed_at", since, until, ("refused",))
    return Counts(
        _sorted({row["item"]: row["desk"] + row["portal"] for row in asked}), issued, refused
    )


def _per_item(
    community: Place, moment: str, since: date, until: date, states: tuple[str, ...]
) -> list[Count]:
    within = {f"{moment}__date__gte": since, f"{moment}__date__lt": until + timedelta(days=1)}
    rows = Certificate.objects.filter(community=community, state__in=states, **within)
    return _sorted(Counter(str(key) for key in rows.values_list("item_id", flat=True)))


def _sorted(counted: Any) -> list[Count]:
    lines = [Count(key, number) for key, number in counted.items() if number]
    return sorted(lines, key=lambda line: (-line.number, line.key))
