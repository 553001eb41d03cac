"""Hours of a person: the sum of what was confirmed, never a number kept beside it. No list here
is ordered by hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.lib.identity.mask import mask_name
from linli.lib.identity.receipt import parse_receipt
from linli.service.volunteering.models import (
    HoursCertificate,
    ServiceRecord,
    Shift,
    Thanks,
    Volunteer,
)
from linli.service.volunteering.queries.fitness import at_the_same_hour


@dataclass(frozen=True)
class Served:
    """One service with its corrections counted in."""

    record: ServiceRecord
    half_hours: int
    corrections: list[ServiceRecord]

    @property
    def hours(self) -> str:
        """As it is said: 2.5."""
        return told_hours(self.half_hours)


@dataclass(frozen=True)
class Total:
    """What a person served in a period."""

    half_hours: int
    times: int


def told_hours(half_hours: int) -> str:
    """Half hours as hours: 5 → 2.5."""
    return f"{half_hours / 2:g}"


def services_of(
    volunteers: Iterable[Volunteer],
    since: date | None = None,
    until: date | None = None,
    written_by: datetime | None = None,
) -> list[Served]:
    """Every service of these lines (one person may have registered twice), the latest first.
    `written_by`: as the record stood at that moment."""
    lines = list(volunteers)
    if not lines:
        return []
    rows = ServiceRecord.objects.filter(community=lines[0].community_id, volunteer__in=lines)
    if since is not None:
        rows = rows.filter(on__gte=since)
    if until is not None:
        rows = rows.filter(on__lte=until)
    if written_by is not None:
        rows = rows.filter(at__lte=written_by)
    first: list[ServiceRecord] = []
    more: dict[UUID, list[ServiceRecord]] = {}
    for row in rows.order_by("-on", "pk"):
        if row.corrects_id is None:
            first.append(row)
        else:
            more.setdefault(row.corrects_id, []).append(row)
    return [
        Served(row, row.half_hours + sum(each.half_hours for each in more.get(row.pk, [])),
               more.get(row.pk, []))
        for row in first
    ]  # fmt: skip


def lines_of(volunteer: Volunteer) -> list[Volunteer]:
    """Every line of the same person, also those they withdrew from."""
    if volunteer.person_id is None:
        return [volunteer]
    rows = Volunteer.objects.filter(community=volunteer.community_id, person=volunteer.person_id)
    return list(rows.order_by("registered_at"))


def sum_of(volunteer: Volunteer, since: date | None = None, until: date | None = None) -> Total:
    """The half hours of a person in a period, and how often they served."""
    found = services_of(lines_of(volunteer), since, until)
    counted = [each for each in found if each.half_hours > 0]
    return Total(sum(each.half_hours for each in counted), len(counted))


def counted_elsewhere(shift: Shift, volunteer: Volunteer) -> bool:
    """Whether hours of another shift at the same hour were counted for the same person."""
    others = at_the_same_hour(shift).exclude(pk=shift.pk)
    rows = ServiceRecord.objects.filter(
        community=shift.community_id, volunteer__in=lines_of(volunteer), shift__in=others
    )
    held: dict[UUID, int] = {}
    for other, half_hours in rows.values_list("shift", "half_hours"):
        held[other] = held.get(other, 0) + half_hours
    return any(each > 0 for each in held.values())


def record_in(community: Any, record_id: UUID) -> ServiceRecord:
    """One service as it was confirmed first. Raises Http404."""
    rows = ServiceRecord.objects.filter(community=community, pk=record_id, corrects__isnull=True)
    row = rows.select_related("volunteer").first()
    if row is None:
        raise Http404
    return row


def certificates_of(volunteer: Volunteer) -> list[HoursCertificate]:
    """What the person asked for, the latest first."""
    rows = HoursCertificate.objects.filter(
        community=volunteer.community_id, volunteer__in=lines_of(volunteer)
    )
    return list(rows.order_by("-asked_at"))


def certificates_in(community: Any, state: str = "") -> "QuerySet[HoursCertificate]":
    """Certificates at the desk, the latest first."""
    rows = HoursCertificate.objects.filter(community=community)
    if state:
        rows = rows.filter(state=state)
    return rows.select_related("volunteer__person").order_by("-asked_at")


def certificate_for(actor: Actor, community: Any, certificate_id: UUID) -> HoursCertificate:
    """One certificate, for its volunteer and for those who keep the record. Raises Http404."""
    row = certificates_in(community).filter(pk=certificate_id).first()
    if row is None or not may("volunteering.own", actor, row):
        raise Http404
    return row


def services_certified(certificate: HoursCertificate) -> list[Served]:
    """The services of its period as they stood when it was issued, the earliest first: what was
    confirmed later is not in its sum, and what was mended since revoked it."""
    lines = lines_of(certificate.volunteer)
    found = services_of(
        lines, certificate.since, certificate.until, written_by=certificate.issued_at
    )
    return [each for each in reversed(found) if each.half_hours > 0]


@dataclass(frozen=True)
class Proof:
    """What a code proves to whoever holds the paper: nothing that the paper does not say."""

    number: str
    holds: bool
    since: date
    until: date
    hours: str
    holder: str
    issued_on: date | None
    revoked_at: datetime | None


def proof_of(community: Any, number: str, code: str) -> Proof | None:
    """The proof for a number and its code; nothing where they do not belong together."""
    read = parse_receipt(code)
    if not isinstance(read, str):
        return None
    rows = HoursCertificate.objects.filter(community=community, code=read).exclude(state="asked")
    row = rows.select_related("volunteer__person").first()
    if row is None or row.number != number.strip():
        return None
    person = row.volunteer.person
    return Proof(
        number=row.number,
        holds=row.state == "issued",
        since=row.since,
        until=row.until,
        hours=told_hours(row.half_hours or 0),
        holder=mask_name(person.name) if person is not None else "",
        issued_on=row.issued_on,
        revoked_at=row.revoked_at,
    )


def thanks_shown(community: Any, most: int = 20) -> list[tuple[Thanks, str]]:
    """What volunteers agreed that everybody reads, by day alone, with the name hidden."""
    rows = Thanks.objects.filter(community=community, shown_at__isnull=False)
    return [
        (row, mask_name(row.volunteer.person.name) if row.volunteer.person else "")
        for row in rows.select_related("volunteer__person").order_by("-on", "pk")[:most]
    ]


def thanks_of(volunteer: Volunteer) -> list[Thanks]:
    """What was said to one volunteer."""
    rows = Thanks.objects.filter(
        community=volunteer.community_id, volunteer__in=lines_of(volunteer)
    )
    return list(rows.select_related("volunteer").order_by("-on", "pk"))
