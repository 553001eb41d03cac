"""Posts, check-ins, units: as everybody reads them, as their owner, as the secretary."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.models import Entry
from linli.core.places.laid_down import floor_laid_down
from linli.lib.calendar import SHANGHAI
from linli.partners.party.models import (
    CheckIn,
    Council,
    Letter,
    PostClaim,
    Service,
    ServicePost,
    Total,
    UnitCheckIn,
    WishTaken,
)
from linli.partners.party.rules.serving import shares_told, told


def one_of(model: Any, community: Any, key: UUID, *related: str) -> Any:
    """A row of this community; otherwise Http404."""
    rows = model.objects.filter(community=community, pk=key)
    found = rows.select_related("community", *related).first()
    if found is None:
        raise Http404
    return found


def posts_of(community: Any, *, closed: bool = False) -> "QuerySet[ServicePost]":
    """Posts with how many claimed them (`claimed`), the latest first."""
    rows = ServicePost.objects.filter(community=community, closed_on__isnull=not closed)
    return rows.annotate(claimed=Count("claims")).order_by("-opened_on", "pk")


def claims_of(actor: Actor, community: Any) -> list[PostClaim]:
    """The posts one claimed oneself."""
    if actor.account is None:
        return []
    rows = PostClaim.objects.filter(community=community, account=actor.account)
    services = Service.objects.filter(community=community).order_by("-on")
    return list(rows.select_related("post").prefetch_related(Prefetch("services", services)))


def own_checkin(actor: Actor, community: Any) -> CheckIn | None:
    """One's own check-in, or None."""
    if actor.account is None:
        return None
    rows = CheckIn.objects.filter(community=community, account=actor.account)
    found: CheckIn | None = rows.select_related("unit").first()
    return found


def row_of_own(actor: Actor, community: Any, key: UUID) -> CheckIn | PostClaim:
    """A claim or check-in of one's own; otherwise Http404, as if there were none."""
    for model in (PostClaim, CheckIn):
        row = model.objects.filter(community=community, pk=key).select_related("community").first()
        if row is not None and may("party.own_row", actor, row):
            return row
    raise Http404


def row_for_secretary(actor: Actor, community: Any, key: UUID) -> CheckIn | PostClaim:
    """A claim or check-in for the secretary; otherwise Http404."""
    if may("party.see_checkins", actor, community):
        for model in (PostClaim, CheckIn):
            row = model.objects.filter(community=community, pk=key)
            found: CheckIn | PostClaim | None = row.select_related("community").first()
            if found is not None:
                return found
    raise Http404


def services_in(row: CheckIn | PostClaim) -> list[Service]:
    """What was done in it, the latest first."""
    whose = {"checkin" if isinstance(row, CheckIn) else "claim": row}
    rows = Service.objects.filter(community=row.community_id, **whose)
    return list(rows.order_by("-on", "pk")[:200])


def rows_that_serve(community: Any) -> list[CheckIn | PostClaim]:
    """The claims and check-ins for the secretary's list, without names: the latest first."""
    checkins = CheckIn.objects.filter(community=community).defer("name", "contact")
    claims = PostClaim.objects.filter(community=community).defer("name", "contact")
    waits = Count("services", filter=Q(services__answered_at__isnull=True))
    return [
        *checkins.annotate(done=Count("services"), waits=waits).order_by("-consented_at")[:200],
        *claims.select_related("post").annotate(done=Count("services"), waits=waits)
        .order_by("-claimed_on", "pk")[:200],
    ]  # fmt: skip


def units_of(community: Any) -> list[UnitCheckIn]:
    """The units that take part."""
    rows = UnitCheckIn.objects.filter(community=community, until__isnull=True)
    return list(rows.order_by("-since", "name"))


def living_told(unit: UnitCheckIn, on: date) -> int | None:
    """How many of its members a unit says live here, as the desk reads it; a few are not told."""
    return told(unit.living_here or 0, floor_laid_down(unit.community, on))


def reported_on(community: Any, on: date) -> tuple[int, int] | None:
    """How many members checked in and how many units say live here, that day, as rows stand now and
    as it may be told; otherwise None."""
    rows = CheckIn.objects.filter(community=community, consented_at__lt=_end_of(on))
    units = UnitCheckIn.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, told_on__lte=on
    )
    expected = units.aggregate(all=Sum("living_here"))["all"] or 0
    return shares_told(rows.count(), expected, floor_laid_down(community, on))


def _end_of(on: date) -> datetime:
    return datetime.combine(on + timedelta(days=1), time(), tzinfo=SHANGHAI)


def looks_at(row: CheckIn | PostClaim) -> list[Entry]:
    """When the secretary opened it, for the one it is of."""
    rows = Entry.objects.filter(
        community=row.community_id, subject=row.pk, action="party.look_at_checkin"
    )
    return list(rows.order_by("-at")[:20])


def letters_of(unit: UnitCheckIn) -> list[Letter]:
    """The letters to a unit, the latest first."""
    rows = Letter.objects.filter(community=unit.community_id, unit=unit)
    return list(rows.order_by("-ends", "pk")[:40])


def councils_of(community: Any) -> list[Council]:
    """The meetings of the council, the latest first."""
    rows = Council.objects.filter(community=community).select_related("gathering")
    return list(rows.order_by("-gathering__starts_at")[:40])


def wishes_taken(community: Any) -> list[WishTaken]:
    """The wishes branches took on and did not let go, the latest first."""
    rows = WishTaken.objects.filter(community=community, let_go_on__isnull=True)
    return list(rows.exclude(title="").select_related("branch").order_by("-taken_on", "pk")[:60])


def totals_of(community: Any) -> list[Total]:
    """The totals as they were told, the latest of each first."""
    return list(Total.objects.filter(community=community).order_by("kind", "-on")[:60])
