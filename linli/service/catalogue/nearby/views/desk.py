"""The desk of the map: what has no point yet, and where it is given one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, sent_files, step
from linli.core.places.actions import clear_point, import_points, set_point, state_datum
from linli.core.places.geojson import Flaw, read_geojson
from linli.core.places.queries import datum_of, match_points, places_to_point, pointable
from linli.core.places.sentences import explain_flaw
from linli.lib.law import Finding, Refused
from linli.service.catalogue.nearby import actions, queries
from linli.service.catalogue.nearby.drawing import draw
from linli.service.catalogue.nearby.forms import (
    AT_BUILDING,
    AT_POINT,
    DatumForm,
    PointForm,
    PointsFileForm,
    SpotForm,
)

MOST_FLAWS = 100


@needs("catalogue.place_on_map")
@require_safe
def lines(request: Visit) -> HttpResponse:
    """The coordinate system, the services and the buildings: what still has no point first."""
    around = queries.around(request.community, timezone.now())
    places = places_to_point(request.community)
    context = {
        "datum": around.datum,
        "services": sorted(around.services, key=lambda each: each.point is not None),
        "places": sorted(places, key=lambda each: each.point is not None),
        "without": sum(each.point is None for each in around.services),
        "places_without": sum(each.point is None for each in places),
    }
    return answer(request, "catalogue/nearby/desk.html", context)


@needs("places.point")
def state(request: Visit) -> HttpResponse:
    """In which coordinate system the points are."""
    known = datum_of(request.community)
    begin = {"datum": known.datum, "taken_from": known.taken_from} if known else {"datum": "gcj02"}
    form = DatumForm(sent(request), initial=begin)

    def carry_out(given: dict[str, Any]) -> object:
        return state_datum(request.community, by=request.actor, at=timezone.now(), **given)

    return step(
        request,
        form,
        carry_out,
        title=_("本社区用哪种坐标"),
        done=_("记下了。"),
        back=_home(request),
        note=_(
            "同一个地方，几种地图的坐标相差几百米；一个社区只用一种。系统不换算：已经标的点不会跟着变。"
        ),
        says=_("就用这一种"),
    )


@needs("catalogue.place_on_map")
def place(request: Visit, sort: str, key: UUID) -> HttpResponse:
    """Where one service is: at a building, or at a point picked on the map or typed."""
    if sort not in ("guide", "provider"):
        raise Http404
    row = queries.service_to_place(request.community, sort, key)
    begin: dict[str, Any] = {"basic": row.basic, "lon": row.lon, "lat": row.lat, "spot": row.spot}
    begin["how"] = AT_POINT if row.lon is not None else AT_BUILDING
    form = SpotForm(sent(request), places=pointable(request.community), initial=begin)
    refused = None
    if form.is_bound and form.is_valid():
        try:
            actions.place_on_map(row, by=request.actor, at=timezone.now(), **form.given())
        except Refused as caught:
            refused = caught
        else:
            messages.success(request, _("标好了：{title}").format(title=row.name))
            return redirect(_home(request))
    return _picker(request, form, row.name, refused, where=row.where)


@needs("places.point")
def point(request: Visit, place_id: UUID) -> HttpResponse:
    """The point of a building or a compound."""
    found = _pointed(request, place_id)
    begin = {"lon": found.point.lon, "lat": found.point.lat} if found.point else {}
    form = PointForm(sent(request), initial=begin)
    refused = None
    if form.is_bound and form.is_valid():
        try:
            set_point(found.place, by=request.actor, at=timezone.now(), **form.cleaned_data)
        except Refused as caught:
            refused = caught
        else:
            messages.success(request, _("标好了：{title}").format(title=found.place.name_inside))
            return redirect(_home(request))
    known = found if found.point else None
    return _picker(request, form, found.place.name_inside, refused, known=known)


@needs("places.point")
@require_POST
def clear(request: Visit, place_id: UUID) -> HttpResponse:
    """Takes the point of a building away."""
    found = _pointed(request, place_id)
    clear_point(found.place, by=request.actor, at=timezone.now())
    messages.success(request, _("拿掉了：{title}").format(title=found.place.name_inside))
    return redirect(_home(request))


@needs("places.point")
def take_in(request: Visit) -> HttpResponse:
    """The points of all buildings from one GeoJSON file: all of it, or the reasons why not."""
    form = PointsFileForm(sent(request), sent_files(request))
    finding, flaws = None, []
    if form.is_bound and form.is_valid():
        try:
            content = form.cleaned_data["points"].read()
            flaws, taken = _taken(request, content)
            if not flaws:
                messages.success(request, _("导入了 {count} 个点。").format(count=taken))
                return redirect(_home(request))
            finding = Finding(False, "places.points_sound", numbers={"flaws": len(flaws)})
        except Refused as refused:
            finding = refused.finding
    shown = flaws[:MOST_FLAWS]
    context = {
        "form": form,
        "finding": finding,
        "flaws": [(flaw.number, explain_flaw(flaw.reason, flaw.said)) for flaw in shown],
        "more": max(0, len(flaws) - MOST_FLAWS),
        "datum": datum_of(request.community),
    }
    status = 409 if finding is not None else 422 if form.is_bound else 200
    return answer(request, "catalogue/nearby/import.html", context, status=status)


def _taken(request: Visit, content: bytes) -> tuple[list[Flaw], int]:
    marked, flaws = read_geojson(content)
    points, unmatched = match_points(request.community, marked)
    flaws = sorted([*flaws, *unmatched], key=lambda flaw: flaw.number)
    if flaws:
        return flaws, 0
    by, at = request.actor, timezone.now()
    return [], import_points(request.community, points=points, by=by, at=at)


def _picker(
    request: Visit,
    form: Any,
    title: str,
    refused: Refused | None,
    *,
    where: str = "",
    known: Any = None,
) -> HttpResponse:
    around = queries.around(request.community, timezone.now())
    context = {
        "form": form,
        "title": title,
        "where": where,
        "known": known,
        "datum": around.datum,
        "drawing": draw([], around.buildings, reach=0, start=known, defects={}),
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "catalogue/nearby/place.html", context, status=status)


def _pointed(request: Visit, place_id: UUID) -> Any:
    for each in places_to_point(request.community):
        if each.place.pk == place_id:
            return each
    raise Http404


def _home(request: Visit) -> str:
    return reverse("catalogue:map_desk", kwargs={"community_code": request.community.code})
