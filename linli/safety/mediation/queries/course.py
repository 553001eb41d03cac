"""What belongs to a case its reader has loaded: records, sessions, agreement, points, exhibits."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.clocks.expiring import Expiring
from linli.core.files.models import StoredFile
from linli.safety.mediation.models import Agreement, Exhibit, Mediation, Party, Point, Record
from linli.safety.mediation.models.case import CALLED


def records_of(case: Mediation, *kinds: str) -> list[Record]:
    """The records of a case, oldest first; of these kinds, where some are named."""
    rows = case.records.filter(community=case.community_id)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    return list(rows.select_related("account").order_by("at", "id"))


def record_of(case: Mediation, record: UUID) -> Record:
    """One of them; Http404 where it is not of this case."""
    found: Record | None = case.records.filter(community=case.community_id, pk=record).first()
    if found is None:
        raise Http404
    return found


def side_of(case: Mediation, party: UUID) -> Party:
    """One party of the case; Http404 where it is none."""
    for side in case.sides:
        if side.pk == party:
            return side
    raise Http404


def agreement_of(case: Mediation) -> Agreement | None:
    """The agreement, where one was reached."""
    return getattr(case, "agreement", None)


def points_of(case: Mediation) -> list[Point]:
    """What is to be done under the agreement, by day."""
    agreement = agreement_of(case)
    if agreement is None:
        return []
    rows = agreement.points.filter(community=case.community_id)
    return list(rows.select_related("party").order_by("due_on", "id"))


def point_of(case: Mediation, point: UUID) -> Point:
    """One of them; Http404 where it is not of this case."""
    for each in points_of(case):
        if each.pk == point:
            return each
    raise Http404


def exhibits_of(case: Mediation) -> list[tuple[Exhibit, StoredFile | None]]:
    """What was laid before the mediator, each with its file where one was taken in."""
    rows = list(case.exhibits.filter(community=case.community_id).order_by("on", "id"))
    files = StoredFile.objects.filter(
        community=case.community_id,
        owner__in=[row.pk for row in rows],
        owner_kind="mediation.Exhibit",
        deleted_at__isnull=True,
    )
    by_owner = {file.owner: file for file in files} if rows else {}
    return [(row, by_owner.get(row.pk)) for row in rows]


def points_ending(community: Any, since: date, until: date, actor: Actor) -> list[Expiring]:
    """The days on which something is to be done under agreements this very actor watches over."""
    if actor.account is None or not actor.holds("mediator", over=community):
        return []
    rows = Point.objects.filter(
        community=community,
        state="open",
        due_on__gte=since,
        due_on__lte=until,
        agreement__case__state="in_force",
        agreement__case__mediators__account=actor.account,
        agreement__case__mediators__until__isnull=True,
    )
    here = community.code
    return [
        Expiring(
            CALLED,
            point.due_on,
            reverse(
                "mediation:case",
                kwargs={"community_code": here, "case_id": point.agreement.case_id},
            ),
        )
        for point in rows.select_related("agreement")
    ]
