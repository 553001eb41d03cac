"""Whose browser it is. Before anything confidential is shown on a browser this account has not
proved itself with, it signs in afresh, and its holder hears of it.

    @needs("mediation.see_desk")
    @proved
    def show(request, case_id): …

It is asked before anything is loaded (or, where it is asked of a row, of one that was loaded by
name), so that being asked tells nothing of what there is.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import wraps
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core import signing
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from linli.core.access.actions import notice_strange_browser
from linli.core.access.gates import Visit
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Refused

COOKIE, SALT = "linli_known", "linli.access.device"
_ASKED, _BROWSER = "asked_afresh", "browser"

Page = Callable[..., HttpResponseBase]


def proved(page: Page) -> Page:
    """For pages that show something confidential of whoever is no resident asking for their own."""

    @wraps(page)
    def gated(request: Any, *args: Any, **given: Any) -> HttpResponseBase:
        return when_proved(request, lambda: page(request, *args, **given))

    return gated


def when_proved(
    request: Visit, draw: Callable[[], HttpResponseBase], *, community: Any = None
) -> HttpResponseBase:
    """What `draw` makes, on a browser that is known or has just been proved; else the way to sign
    in afresh. The holder of the account hears of the first asking. `community`: whose row it is,
    where the address names none."""
    at = timezone.now()
    on, community = local_day(at), community or request.community
    if device_is_known(request, on, community):
        return draw()
    asked = _asked_of(request)
    if signed_in_since_asked(request, _BROWSER):
        try:
            drawn = draw()
        except (Http404, Refused):
            request.session[_ASKED] = asked  # no page to mark the browser by: the next one will
            raise
        return remember_device(request, drawn, on, community)
    if not was_asked(request, _BROWSER):
        notice_strange_browser(community, by=request.actor, at=at)
    return ask_to_sign_in(request, _BROWSER, at)


def device_is_known(request: Visit, on: date, community: Any = None) -> bool:
    """Whether this account signed in afresh with this browser not long ago, and with the password
    it has now."""
    stays = _stays(community or request.community, on)
    try:
        marked = request.get_signed_cookie(COOKIE, salt=SALT, max_age=int(stays.total_seconds()))
    except (KeyError, signing.BadSignature):
        return False
    return bool(marked == mark_of(request.user))


def remember_device(request: Visit, response: Any, on: date, community: Any = None) -> Any:
    """Marks the browser as one this account signed in afresh with. It says no more than that."""
    response.set_signed_cookie(
        COOKIE,
        mark_of(request.user),
        salt=SALT,
        max_age=int(_stays(community or request.community, on).total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def ask_to_sign_in(request: Visit, what: str, at: datetime) -> HttpResponse:
    """Sends them to prove who they are, and back here. `what`: for which row, or the browser."""
    request.session[_ASKED] = {**_asked_of(request), what: at.timestamp()}
    back = urlencode({"next": _back_to(request)})
    response = redirect(f"{reverse('account_reauthenticate')}?{back}")
    response["Cache-Control"] = "no-store, private"
    return response


def signed_in_since_asked(request: Visit, what: str) -> bool:
    """Whether they signed in afresh since they were asked to for this."""
    asked = _asked_of(request).get(what)
    records = request.session.get("account_authentication_methods") or []
    if asked is not None and any(record.get("at", 0) >= asked for record in records):
        left = {key: when for key, when in _asked_of(request).items() if key != what}
        request.session[_ASKED] = left
        return True
    return False


def was_asked(request: Visit, what: str) -> bool:
    """Whether they were asked to sign in afresh for this and have not yet."""
    return what in _asked_of(request)


def _asked_of(request: Visit) -> dict[str, float]:
    asked: dict[str, float] = request.session.get(_ASKED) or {}
    return asked


def mark_of(account: Any) -> str:
    """The account with its password as it is: a new password makes every browser a strange one,
    so that who had proved themselves with a stolen one is asked again."""
    return salted_hmac(SALT, f"{account.pk}:{account.get_session_auth_hash()}").hexdigest()


def _back_to(request: Visit) -> str:
    """This page; where something was sent, the page it was sent from."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    came = urlsplit(request.headers.get("Referer", ""))
    inside = came.netloc == request.get_host() and came.path.startswith("/c/")
    return came.path if inside else "/"


def _stays(community: Any, on: date) -> timedelta:
    """How long a browser that signed in afresh is known."""
    return timedelta(days=number_laid_down("access.device_days", community, on))
