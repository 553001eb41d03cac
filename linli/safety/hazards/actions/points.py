"""Check points: put into the register, changed, given another code, taken out."""

import secrets
from dataclasses import dataclass

from linli.core.audit.door import Act, action
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require
from linli.safety.hazards.actions.rounds import settle_without
from linli.safety.hazards.models import CheckPoint, PlanPoint, RoundPlan
from linli.safety.hazards.words import told


@dataclass(frozen=True)
class Pointed:
    """A point as it is put down. `place`: a compound, a building, an entrance, or the community;
    never a home."""

    kind: str
    name: str
    place: Place
    where: str = ""


@action("hazards.add_point", needs="hazards.keep_points")
def add_point(act: Act, community: Place, *, pointed: Pointed) -> CheckPoint:
    """Puts a point into the register; its code can be printed at once."""
    point = CheckPoint(community=community, tag=_new_tag())
    _fill(point, pointed)
    point.save(force_insert=True)
    act.note(point=point.name)
    return point


@action("hazards.alter_point", needs="hazards.keep_points")
def alter_point(act: Act, point: CheckPoint, *, pointed: Pointed) -> CheckPoint:
    """Changes what is known of a point; its code stays."""
    point = locked(point)
    require(Finding(point.withdrawn_at is None, "hazards.point_stands"))
    _fill(point, pointed)
    point.version += 1
    point.save()
    act.note(point=point.name)
    return point


@action("hazards.new_tag", needs="hazards.keep_points")
def new_tag(act: Act, point: CheckPoint) -> CheckPoint:
    """Another code; the sheet that hangs there leads nowhere any more."""
    point.tag = _new_tag()
    point.save(update_fields=["tag"])
    act.note(point=point.name)
    return point


@action("hazards.withdraw_point", needs="hazards.keep_points")
def withdraw_point(act: Act, point: CheckPoint) -> CheckPoint:
    """It is not looked at any more; what was seen there stays. A round whose other points were
    all seen is done by that; a plan that has no point left ends."""
    point = locked(point)
    require(Finding(point.withdrawn_at is None, "hazards.point_stands"))
    point.withdrawn_at, point.version = act.at, point.version + 1
    point.save(update_fields=["withdrawn_at", "version"])
    stops = PlanPoint.objects.filter(community=point.community_id, point=point)
    plans = list(RoundPlan.objects.filter(community=point.community_id, stops__in=list(stops)))
    stops.delete()
    for plan in plans:
        settle_without(act, plan)
    act.note(point=point.name)
    return point


def _fill(point: CheckPoint, pointed: Pointed) -> None:
    key = point.community_id
    place = pointed.place
    inside = place.community_id == key or place.pk == key
    require(Finding(inside and place.kind != "dwelling", "hazards.place_here"))
    name = told(pointed.name, key)
    others = CheckPoint.objects.filter(community=key, name=name, withdrawn_at__isnull=True)
    require(Finding(not others.exclude(pk=point.pk).exists(), "hazards.point_named_once"))
    point.kind, point.name, point.place = pointed.kind, name, place
    point.where = told(pointed.where, key)


def _new_tag() -> str:
    return receipt_from(secrets.token_bytes(16))
