"""The gates of the pages of streets and of the levels above them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from linli.core.access.gates import to_sign_in
from linli.core.audit.door import may
from linli.core.places.kinds import COMMUNITY
from linli.core.places.queries import find_by_code

View = Callable[..., HttpResponse]


def needs_street(view: View) -> View:
    """Those who hold `street.see` over the division of the address; the view is given it as
    `street`. To others it does not exist. A code it no longer bears leads to the present one."""
    return _gate(view, "street.see")


def needs_street_itself(view: View) -> View:
    """Those who hold `street.answer` there: what residents sent to their street office is read by
    that office, and not by those above it."""
    return _gate(view, "street.answer")


def _gate(view: View, permission: str) -> View:
    @wraps(view)
    def gated(request: Any, street_code: str, **kwargs: Any) -> HttpResponse:
        found = find_by_code(street_code)
        street = found.places[0] if found and len(found.places) == 1 else None
        if street is None or street.level >= COMMUNITY or street.kind == "country":
            raise Http404
        if not may(permission, request.actor, street):
            if not request.actor.signed_in:
                return to_sign_in(request)
            raise Http404
        if street.code != street_code:
            here = request.get_full_path()
            return redirect(here.replace(f"/{street_code}/", f"/{street.code}/", 1))
        return view(request, street, **kwargs)

    gated.linli_permission = permission  # type: ignore[attr-defined]
    return gated
