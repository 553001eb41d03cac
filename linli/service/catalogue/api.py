"""HSDS 3.0 for reading: what residents can find, for programs and other catalogues."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.pages.answer import twin
from linli.core.pages.downloads import file_response
from linli.service.catalogue import hsds
from linli.service.catalogue.paper import issuer_of
from linli.service.catalogue.queries import guides, providers
from linli.service.catalogue.tabular import data_package

OPENAPI = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
PER_PAGE, MOST = 50, 200


@public
@require_safe
def root(request: Visit) -> HttpResponse:
    """GET /: which version is spoken, and where it is described."""
    here = {"community_code": request.community.code}
    profile = request.build_absolute_uri(reverse("catalogue:hsds", kwargs=here))
    return twin(request, {"version": "3.0", "profile": profile, "openapi_url": OPENAPI})


@public
@require_safe
def services(request: Visit) -> HttpResponse:
    """GET /services: page by page; filters hold together."""
    full = request.GET.get("full") == "true"
    wanted = request.GET
    rows = _services(request, full=True)
    if text := wanted.get("search", "").strip().casefold():
        rows = [r for r in rows if text in f"{r['name']} {r.get('description', '')}".casefold()]
    if owner := wanted.get("organization_id"):
        rows = [row for row in rows if row["organization_id"] == owner]
    if term := wanted.get("taxonomy_term_id"):
        rows = [
            row
            for row in rows
            if any(each["taxonomy_term"]["id"] == term for each in row.get("attributes", ()))
        ]
    if since := _moment(wanted.get("modified_after", "")):
        rows = [row for row in rows if datetime.fromisoformat(row["last_modified"]) > since]
    if wanted.get("minimal") == "true":
        return _paged(request, [{"id": row["id"]} for row in rows])
    return _paged(request, rows if full else [_without_lists(row) for row in rows])


@public
@require_safe
def service(request: Visit, key: UUID) -> HttpResponse:
    """GET /services/{id}: all of one."""
    for row in _services(request, full=True):
        if row["id"] == str(key):
            return twin(request, row)
    return _nothing(request)


@public
@require_safe
def organizations(request: Visit) -> HttpResponse:
    """GET /organizations: the committee, and whoever is in the directory."""
    return _paged(request, _organizations(request))


@public
@require_safe
def organization(request: Visit, key: UUID) -> HttpResponse:
    """GET /organizations/{id}."""
    for row in _organizations(request):
        if row["id"] == str(key):
            return twin(request, row)
    return _nothing(request)


@public
@require_safe
def taxonomies(request: Visit) -> HttpResponse:
    """GET /taxonomies: the ten fields."""
    return _paged(request, [hsds.taxonomy()])


@public
@require_safe
def taxonomy_terms(request: Visit) -> HttpResponse:
    """GET /taxonomy_terms."""
    return _paged(request, list(hsds.taxonomy_terms()))


@public
@require_safe
def package(request: Visit) -> HttpResponse:
    """All of it as tables with their description."""
    title = _("{place}服务目录").format(place=request.community.name)
    content = data_package(title, _services(request, full=True), _organizations(request))
    return file_response(content, "hsds.zip", "application/zip")


def _services(request: Visit, *, full: bool) -> list[dict[str, Any]]:
    at = timezone.now()
    found = [hsds.service_of_guide(e, full=full) for e in guides.offered(request.community, at)]
    for row in found:
        if row["organization_id"] == str(hsds.committee_id(request.community)):
            row["organization"] = _committee(request)
    listed = providers.directory(request.community, at)
    return found + [hsds.service_of_provider(each, full=full) for each in listed]


def _organizations(request: Visit) -> list[dict[str, Any]]:
    listed = providers.directory(request.community, timezone.now())
    return [_committee(request), *(hsds.organization_of(each.provider) for each in listed)]


def _committee(request: Visit) -> dict[str, Any]:
    known: dict[str, Any] | None = getattr(request, "hsds_committee", None)
    if known is None:
        name = issuer_of(request.community, timezone.localdate())
        known = hsds.committee(request.community, name)
        request.hsds_committee = known  # type: ignore[attr-defined]
    return known


def _without_lists(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if not isinstance(value, list)}


def _paged(request: Visit, rows: Sequence[dict[str, Any]]) -> HttpResponse:
    size = min(_number(request.GET.get("per_page", ""), PER_PAGE), MOST)
    pages = max(1, -(-len(rows) // size))
    number = min(_number(request.GET.get("page", ""), 1), pages)
    shown = rows[(number - 1) * size : number * size]
    return twin(
        request,
        {
            "total_items": len(rows),
            "total_pages": pages,
            "page_number": number,
            "size": len(shown),
            "first_page": number == 1,
            "last_page": number == pages,
            "empty": not shown,
            "contents": list(shown),
        },
    )


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < 10**6 else otherwise


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
        on = parse_date(text)
    except ValueError:
        return None
    if found is None:
        return timezone.make_aware(datetime.combine(on, time())) if on else None
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _nothing(request: Visit) -> HttpResponse:
    return twin(request, {"code": 404, "description": "no such id"}, status=404)
