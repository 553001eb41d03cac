"""Who is asking, and about which community: settled once a request, before any view."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from linli.core.access.queries import actor_for
from linli.core.audit.actor import NOBODY, Actor
from linli.core.places.queries import community_by_code


class AccessMiddleware:
    """Sets `request.actor` (lazily) and, under `/c/<code>/`, `request.community`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor_of(request))  # type: ignore[attr-defined]
        request.community = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        code = kwargs.pop("community_code", None)
        if code is None:
            return None
        # Raises Http404 where no community of this instance has, or had, that code.
        community = community_by_code(code, timezone.localdate())
        if community.code != code:
            return redirect(
                request.get_full_path().replace(f"/c/{code}/", f"/c/{community.code}/", 1)
            )
        request.community = community  # type: ignore[attr-defined]
        return None


def _actor_of(request: HttpRequest) -> Actor:
    account = request.user
    if not account.is_authenticated:
        return NOBODY
    return actor_for(account, timezone.localdate())
