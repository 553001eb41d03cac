"""Files of those who work here: all of them for who leads, the own for each."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.models import Entry
from linli.core.clocks.models import Clock
from linli.partners.organisations import law
from linli.partners.organisations.models import SOCIAL_WORK, Leave, Qualification, Staff, Training
from linli.partners.organisations.queries.grades import Table, proposed, table_on
from linli.partners.organisations.rules.grades import Line, full_years
from linli.partners.organisations.rules.staff import expires_within, valid_on

YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is shown: with what the table proposes, hours of training of the year, and how
    many tasks are held now (a count of rows, never a measure of anybody)."""

    staff: Staff
    certificates: list[tuple[Qualification, bool, bool]]
    """Each with whether it holds today and whether it runs out soon."""
    trainings: list[Training]
    hours: str
    leaves: list[Leave]
    covers: list[Leave]
    table: Table
    proposal: Line | None
    years: int
    tasks: int


def staff_on(community: Any, on: date) -> "QuerySet[Staff]":
    """Who works here that day, by the day they came: no order of anybody's worth."""
    return (
        Staff.objects.filter(Q(until__isnull=True) | Q(until__gt=on), community=community)
        .filter(since__lte=on)
        .order_by("since", "pk")
    )


def staff_for(actor: Actor, community: Any, key: UUID) -> Staff:
    """A file, for who leads and whose it is; for others there is none (Http404)."""
    found = Staff.objects.filter(community=community, pk=key).select_related("community").first()
    if found is None or not may("organisations.see_file", actor, found):
        raise Http404
    return found


def own_staff(actor: Actor, community: Any, on: date) -> Staff | None:
    """The reader's own file, where there is one."""
    if actor.account is None:
        return None
    return staff_on(community, on).filter(account=actor.account).first()


def file_of(staff: Staff, on: date) -> File:
    """Everything the file says on that day."""
    soon = law.certificate_warned_before(staff.community, on)
    table = table_on(staff.community, on)
    year = staff.trainings.filter(on__year=on.year).aggregate(n=Sum("half_hours"))["n"] or 0
    away = Q(struck_at__isnull=True, until__gte=on - YEAR)
    return File(
        staff,
        [
            (
                each,
                valid_on(each.got_on, each.expires_on, on),
                expires_within(each.expires_on, on, days=soon),
            )
            for each in staff.qualifications.order_by("got_on", "pk")
        ],
        list(staff.trainings.order_by("-on", "pk")[:30]),
        f"{year / 2:g}",
        list(staff.leaves.filter(away).select_related("cover").order_by("-since")),
        list(staff.covers.filter(away).select_related("staff").order_by("-since")),
        table,
        proposed(staff, table, on),
        full_years(staff.worked_since, on),
        _tasks_of(staff),
    )


def looks_at(staff: Staff) -> list[Entry]:
    """When the file was opened, for the one it is of."""
    rows = Entry.objects.filter(
        community=staff.community_id, subject=staff.pk, action="organisations.open_file"
    )
    return list(rows.order_by("-at")[:20])


def away_on(community: Any, since: date, until: date) -> list[Leave]:
    """Who is away in these days and who stands in."""
    rows = Leave.objects.filter(
        community=community, struck_at__isnull=True, since__lte=until, until__gte=since
    )
    return list(rows.select_related("staff", "cover").order_by("since", "pk"))


def certified_on(community: Any, on: date) -> tuple[int, int]:
    """How many of those who work here hold a certificate of social work that day, of how many."""
    staff = list(staff_on(community, on).values_list("pk", flat=True))
    held = Qualification.objects.filter(
        Q(expires_on__isnull=True) | Q(expires_on__gte=on),
        community=community, staff__in=staff, kind__in=SOCIAL_WORK, got_on__lte=on,
    )  # fmt: skip
    return held.values("staff").distinct().count(), len(staff)


def _tasks_of(staff: Staff) -> int:
    if staff.account_id is None:
        return 0
    running = Clock.objects.filter(
        community=staff.community_id, holder_account=staff.account_id, settled_at__isnull=True,
        closed=False, private=False,
    )  # fmt: skip
    return running.count()
