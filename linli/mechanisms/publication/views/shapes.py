"""What the views of notices share: addresses, and what must not live on in a cache."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from linli.mechanisms.publication import queries
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.face import Face
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries.desk import desk_posting


def address_of(request: Any, notice: UUID) -> str:
    """The notice's own page, with the name of the site before it."""
    here = reverse("publication:notice", args=[request.community.code, notice])
    address: str = request.build_absolute_uri(here)
    return address


def own_face(request: Any, notice: UUID) -> Face:
    """The notice in its own language, while it is up."""
    found = queries.public_notice(request.community.pk, notice, timezone.now(), own_language=True)
    if found is None or found.face is None:
        raise Http404
    return found.face


def guarded(response: HttpResponse, face: Face) -> HttpResponse:
    """Keeps search engines from what names persons, and caches from what comes down."""
    if face.hidden_from_search:
        response["X-Robots-Tag"] = "noindex, noarchive"
    if face.comes_down_at is not None:
        # What comes down must not live on in a cache.
        response["Cache-Control"] = "no-store"
    return response


def unseen(response: HttpResponse) -> HttpResponse:
    """Neither found by a search engine, nor told on to another site, nor kept. (Without any
    referrer a browser sends no origin, and the form of the page would be refused.)"""
    response["X-Robots-Tag"] = "noindex, noarchive"
    response["Referrer-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response


def loaded(request: Any, notice: UUID) -> tuple[Posting, Template]:
    """A notice in any state, for the desk."""
    found = desk_posting(request.community.pk, notice)
    if found is None:
        raise Http404
    return found
