"""Standing in for one another, and one's own calendar program."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.access.queries import account_of
from linli.core.audit.door import may
from linli.core.clocks import actions
from linli.core.clocks.feed import feed_for
from linli.core.clocks.forms import StandInForm
from linli.core.clocks.queries.sharing import (
    desk_accounts,
    feed_called,
    feed_of,
    stand_ins_from,
)
from linli.core.pages.answer import answer


@needs("clocks.see")
@require_http_methods(["GET", "HEAD", "POST"])
def stand_ins(request: Visit) -> HttpResponse:
    """Who stands in for whom, now and later; a form to name somebody."""
    on = timezone.localdate()
    directs = may("clocks.share_out", request.actor, request.community)
    colleagues = desk_accounts(request.community, on)
    own = None if directs else request.actor.account
    form = StandInForm(
        request.POST or None,
        colleagues=colleagues,
        own=own,
        initial={"since": on, "until": on, "absent": request.actor.account},
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        given.setdefault("absent", account_of(request.actor.account))
        actions.name_stand_in(request.community, by=request.actor, at=timezone.now(), **given)
        messages.success(request, _("已经记下，代班的同事会收到消息。"))
        return redirect("clocks:stand_ins", request.community.code)
    rows = [
        (named, may("clocks.end_stand_in", request.actor, named), named.since <= on)
        for named in stand_ins_from(request.community, on)
    ]
    context = {"rows": rows, "form": form}
    return answer(request, "clocks/stand_ins.html", context, status=422 if form.is_bound else 200)


@needs("clocks.see")
@require_POST
def end(request: Visit, named: UUID) -> HttpResponse:
    """They are back."""
    row = stand_ins_from(request.community, timezone.localdate()).filter(pk=named).first()
    if row is None:
        raise Http404
    actions.end_stand_in(row, by=request.actor, at=timezone.now())
    messages.success(request, _("代班已结束。"))
    return redirect("clocks:stand_ins", request.community.code)


@needs("clocks.keep_feed")
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: Visit) -> HttpResponse:
    """The link for one's own calendar program: made, made anew, revoked. It is shown once."""
    address, account = "", request.actor.account
    assert account is not None
    if request.method == "POST" and "revoke" in request.POST:
        feed = feed_of(request.community, account)
        if feed is not None and feed.is_open:
            actions.revoke_feed(feed, by=request.actor, at=timezone.now())
        messages.success(request, _("链接已作废，日历软件里的订阅不再更新。"))
        return redirect("clocks:feed", request.community.code)
    if request.method == "POST":
        _feed, token = actions.make_feed(request.community, by=request.actor, at=timezone.now())
        path = reverse("clocks:ics", args=[request.community.code, token])
        address = request.build_absolute_uri(path)
    context = {"feed": feed_of(request.community, account), "address": address}
    response = answer(request, "clocks/feed.html", context)
    if address:
        response["Cache-Control"] = "no-store"
    return response


@public
@require_safe
def ics(request: Any, token: str) -> HttpResponse:
    """What a calendar program reads: kinds of work and links, nobody's name. The link is the
    proof; where it was revoked, or its owner has no desk here any more, there is nothing."""
    feed = feed_called(token)
    if feed is None or feed.community_id != getattr(request.community, "pk", None):
        raise Http404
    body = feed_for(feed, timezone.now(), request.build_absolute_uri("/"))
    if body is None:
        raise Http404
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "private, max-age=900"
    response["X-Robots-Tag"] = "noindex"
    return response
