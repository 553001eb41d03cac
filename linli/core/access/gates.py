"""The gate of every page: each view says who may enter, and a house test sees that it does."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote, urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from linli.core.audit.actor import Actor
from linli.core.audit.door import may

View = Callable[..., HttpResponseBase]


class Visit(HttpRequest):
    """A request as views receive it, after `AccessMiddleware` (for type checkers and readers)."""

    actor: Actor
    community: Any
    htmx: Any


def public(view: View) -> View:
    """Anyone may enter."""
    view.linli_permission = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Whoever has signed in; others are shown the way in and brought back here."""

    @wraps(view)
    def gated(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.actor.signed_in:
            return to_sign_in(request)
        return view(request, *args, **kwargs)

    gated.linli_permission = "signed_in"  # type: ignore[attr-defined]
    return gated


def needs(permission: str) -> Callable[[View], View]:
    """Those who hold `permission` over the community of the page (`request.community`).

    An outsider gets 404, not 403: what one may not open does not exist for one.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def gated(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(permission, request.actor, request.community):
                if not request.actor.signed_in:
                    return to_sign_in(request)
                raise Http404
            return view(request, *args, **kwargs)

        gated.linli_permission = permission  # type: ignore[attr-defined]
        return gated

    return decorate


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The way in, and back to the page asked for; what was sent cannot be asked for again, so
    from there one comes back to the page it was sent from."""
    asked = request.method in ("GET", "HEAD")
    page = request.get_full_path() if asked else _sent_from(request)
    return redirect(f"{resolve_url('account_login')}?next={quote(page)}")


def _sent_from(request: Any) -> str:
    page = urlsplit(request.headers.get("Referer", ""))
    inside = page.netloc == request.get_host() and page.path
    if inside and url_has_allowed_host_and_scheme(page.path, allowed_hosts=None):
        return page.path
    return reverse("home", args=[request.community.code]) if request.community else "/"
