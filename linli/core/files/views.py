"""Serving files to those who may see them."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotModified,
)
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_etags
from django.views.decorators.http import require_safe

from linli.core.access.gates import public, to_sign_in
from linli.core.access.views.proving import when_proved
from linli.core.files import store
from linli.core.files.models import StoredFile
from linli.core.files.queries import file_for
from linli.core.pages.answer import refuse
from linli.lib.law import Finding

GONE = 410
PUBLIC_FOR = timedelta(days=1)
"""How long others may keep a public file: what is taken down is gone everywhere a day later."""


@public
@require_safe
def show(request: HttpRequest, file: UUID, name: str) -> HttpResponseBase:
    """A file as it is kept."""
    return _serve(request, file, small=False)


@public
@require_safe
def show_small(request: HttpRequest, file: UUID, name: str) -> HttpResponseBase:
    """A photo, small."""
    return _serve(request, file, small=True)


def _serve(request: Any, key: UUID, *, small: bool) -> HttpResponseBase:
    actor = request.actor
    file = file_for(actor, key, lent=request.GET.get("lent", ""), at=timezone.now())
    if file is None:
        if not actor.signed_in:
            return to_sign_in(request)
        raise Http404
    if file.deleted_at is not None:
        finding = Finding(False, "files.kept", numbers={"on": timezone.localdate(file.deleted_at)})
        return refuse(request, finding, status=GONE)
    if file.is_closed:
        return when_proved(request, lambda: _answer(request, file, small), community=file.community)
    return _answer(request, file, small)


def _answer(request: Any, file: StoredFile, small: bool) -> HttpResponse:
    small = small and file.kind == "photo"
    path = store.path_of(file.stored_name)
    if path is not None and small:
        path = path.with_name(Path(store.small_of(file.stored_name)).name)
    if path is None or not path.is_file():
        return refuse(request, Finding(False, "files.there"), status=GONE)
    etag = f'"{file.sha256[:32]}{"s" if small else ""}"'
    if not file.is_closed and etag in parse_etags(request.headers.get("If-None-Match", "")):
        return _with_headers(HttpResponseNotModified(), file, etag)
    response = FileResponse(
        path.open("rb"),
        as_attachment=file.kind != "photo",
        filename=file.shown_name,
        content_type=file.content_type,
    )
    if not file.is_closed:
        response["Last-Modified"] = http_date(file.created_at.timestamp())
    return _with_headers(response, file, etag)


def _with_headers(response: Any, file: StoredFile, etag: str) -> HttpResponse:
    response["X-Content-Type-Options"] = "nosniff"
    # Whatever it is, in a browser it is nothing but a picture or a download.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    if file.is_closed:
        response["Cache-Control"] = "no-store, private"
        closed: HttpResponse = response
        return closed
    response["ETag"] = etag
    if file.visibility == "public":
        patch_cache_control(
            response, public=True, max_age=int(PUBLIC_FOR.total_seconds()), immutable=True
        )
    else:
        # Kept by the browser, but asked for again each time: a right may have ended.
        patch_cache_control(response, private=True, no_cache=True)
    answered: HttpResponse = response
    return answered
