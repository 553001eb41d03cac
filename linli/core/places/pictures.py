"""Places as pages and their JSON twins show them: names, counts, history; nobody's home."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Crumb, Place as PlaceShape
from linli.core.places import queries
from linli.core.places.kinds import COMMUNITY, LEVELS
from linli.core.places.models import Place, PlaceVersion, Succession
from linli.core.places.models.area import COMMUNITY_TYPES
from linli.core.places.models.place import KIND_TITLES
from linli.core.places.queries import Found, Node, TreeView
from linli.core.places.queries.areas import count_areas, count_premises
from linli.core.places.rules.codes import committee_of
from linli.core.places.rules.naming import SEPARATOR
from linli.lib.law import Finding

PUBLIC_DEPTH = LEVELS["compound"]
_KINDS = dict(KIND_TITLES)


def url_of(place: Place) -> str:
    """The page of a division; of anything inside a community, that community's."""
    if place.is_division:
        return reverse("places:place", args=[place.code])
    return reverse("places:place", args=[place.community.code]) if place.community else ""


def as_leaf(place: Place) -> dict[str, Any]:
    """A line of a list: the name after the names above it, its kind, its address."""
    *above, name = place.full_name.split(SEPARATOR)
    return {
        "place": PlaceShape(name, tuple(above)),
        "name": name,
        "above": SEPARATOR.join(above),
        "kind": place.committee_title or _KINDS[place.kind],
        "code": place.code,
        "url": url_of(place),
    }


def as_data(place: Place) -> dict[str, Any]:
    """The same for a program."""
    return {
        "code": place.code,
        "name": place.name,
        "full_name": place.full_name,
        "kind": place.kind,
        "committee": place.committee,
        "community": place.community.code if place.community else None,
    }


def node_data(node: Node) -> dict[str, Any]:
    """A place as it was, for a program."""
    return {
        "code": node.code,
        "name": node.name,
        "kind": node.kind,
        "committee": committee_of(node.code) if node.level == COMMUNITY else None,
        "since": node.since,
        "until": node.until,
    }


def widest() -> list[dict[str, Any]]:
    """Where to begin when nothing was typed: the provinces, or what this instance begins with."""
    roots = list(Place.objects.filter(parent=None, until__isnull=True).order_by("code"))
    if len(roots) == 1 and roots[0].kind == "country":
        roots = queries.children_of(roots[0])
    return [as_leaf(place) for place in roots]


def today(place: Place, on: date) -> dict[str, Any]:
    """All that the page of a division shows."""
    above = queries.ancestors_of(place)
    picture: dict[str, Any] = {
        "place": place,
        "on": on,
        "crumbs": [
            *(Crumb(each.name, url_of(each)) for each in above if each.kind != "country"),
            Crumb(place.name),
        ],
        "kind": place.committee_title or _KINDS[place.kind],
        "children": [as_leaf(child) for child in queries.children_of(place)],
        "counts": [
            {"kind": kind, "title": _KINDS[kind], "count": count}
            for kind, count in queries.count_divisions_below(place).items()
        ],
        "history": [tell_step(step, place) for step in queries.history_of(place)],
        "findings": [],
    }
    if place.is_community:
        picture.update(_community(place, on))
    return picture


def _community(place: Place, on: date) -> dict[str, Any]:
    profile = queries.profile_of(place, on)
    note = queries.size_note(place, on)
    titles = dict(COMMUNITY_TYPES)
    areas = count_areas(place, on)
    premises = count_premises(place, on)
    findings: list[Finding] = [] if note is None else [note]
    if premises.get("dwelling") and any(area.areas for area in areas):
        findings += queries.check_areas(place, on)
    return {
        "profile": profile,
        "types": [titles[name] for name in profile.types if name in titles] if profile else [],
        "counts": [
            {"kind": kind, "title": _KINDS[kind], "count": count}
            for kind, count in premises.items()
        ],
        "areas": areas,
        "findings": findings,
    }


def tell_step(step: Succession, place: Place) -> dict[str, Any]:
    """One step of a place's history in words, seen from that place."""
    words = {
        ("merge", True): _("并入{name}"),
        ("merge", False): _("{name}并入"),
        ("split", True): _("析出{name}"),
        ("split", False): _("由{name}析出"),
        ("rename", True): _("更名"),
        ("recode", True): _("代码变更"),
        ("move", True): _("隶属变更"),
    }
    leaving = step.source_id == place.id
    other = step.target if leaving else step.source
    return {
        "on": step.on,
        "kind": step.kind,
        "what": words[step.kind, leaving].format(name=other.name),
        "code": other.code,
        "basis": step.basis,
        "url": url_of(other) if other.id != place.id else "",
    }


def today_data(picture: dict[str, Any]) -> dict[str, Any]:
    """The JSON twin of a place's page."""
    profile = picture.get("profile")
    return {
        **as_data(picture["place"]),
        "on": picture["on"],
        "path": [crumb.title for crumb in picture["crumbs"]],
        "children": [{"code": leaf["code"], "name": leaf["name"]} for leaf in picture["children"]],
        "counts": {row["kind"]: row["count"] for row in picture["counts"]},
        "areas": {
            row.kind: {"areas": row.areas, "dwellings": row.dwellings}
            for row in picture.get("areas", ())
        },
        "households": profile.households if profile else None,
        "approval": profile.approval if profile else "",
        "types": profile.types if profile else [],
        "history": [
            {key: step[key] for key in ("on", "kind", "code", "basis")}
            for step in picture["history"]
        ],
        "findings": picture["findings"],
    }


def then_data(view: TreeView) -> dict[str, Any]:
    """A division and the tree around it as it was on a day, for a program."""
    return {
        "on": view.on,
        **node_data(view.node),
        "full_name": view.full_name,
        "ancestors": [node_data(node) for node in view.ancestors],
        "children": [node_data(node) for node in view.children],
    }


def gone_data(code: str, found: Found) -> dict[str, Any]:
    """What a former code leads to, for a program."""
    return {
        "code": code,
        "moved": True,
        "name": found.last.name,
        "until": found.last.until,
        "places": [as_data(place) for place in found.places],
    }


def borne_data(versions: Iterable[PlaceVersion]) -> list[dict[str, Any]]:
    """When a code was borne, and by what, for a program."""
    return [{"name": each.name, "since": each.since, "until": each.until} for each in versions]
