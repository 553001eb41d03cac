"""One's own dates in one's own calendar program, by a link that can be revoked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from linli.core.access.gates import Visit, public, signed_in
from linli.core.pages.answer import answer
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.queries.feeding import calendar_for, dates_for, feed_called, feed_of
from linli.mechanisms.signup.queries.sheets import entry_by_code


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def my_feed(request: Visit) -> HttpResponse:
    """The link: made, made anew, revoked. It is shown once."""
    address, account = "", request.actor.account
    assert account is not None
    if request.method == "POST" and "revoke" in request.POST:
        feed = feed_of(request.community, account)
        if feed is not None and feed.is_open:
            actions.revoke_feed(feed, by=request.actor, at=timezone.now())
        messages.success(request, _("链接已作废，日历软件里的订阅不再更新。"))
        return redirect("signup:my_feed", request.community.code)
    if request.method == "POST":
        _feed, token = actions.make_feed(request.community, by=request.actor, at=timezone.now())
        path = reverse("signup:ics", args=[request.community.code, token])
        address = request.build_absolute_uri(path)
    context = {"feed": feed_of(request.community, account), "address": address}
    response = answer(request, "signup/feed.html", context)
    if address:
        response["Cache-Control"] = "no-store"
    return response


@public
@require_safe
def ics(request: Any, token: str) -> HttpResponse:
    """What a calendar program reads: what, when and where, nobody's name. The link is the proof;
    where it was revoked there is nothing."""
    feed = feed_called(request.community, token)
    if feed is None:
        raise Http404
    with translation.override(feed.account.language):
        body = calendar_for(feed, _("我的报名"), timezone.now(), request.build_absolute_uri("/"))
    return _as_calendar(body)


@public
@require_safe
def entry_dates(request: Visit, code: str) -> HttpResponse:
    """The dates of one entry, for whoever has its code: no account is needed."""
    row = entry_by_code(request.community, code)
    if row.state not in (rules.IN, rules.OFFERED):
        raise Http404
    return _as_calendar(dates_for(row, timezone.now(), request.build_absolute_uri("/")))


def _as_calendar(body: bytes) -> HttpResponse:
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    response["X-Robots-Tag"] = "noindex"
    return response
