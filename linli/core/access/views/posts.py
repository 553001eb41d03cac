"""Who holds which post, for whom matters can be sent to: appointed, ended, registered."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access import queries
from linli.core.access.actions import appoint, close_body, end_post, register_body
from linli.core.access.forms import AppointForm, BodyForm, EndBodyForm, EndPostForm
from linli.core.access.gates import Visit, needs
from linli.core.access.views.invitations import print_slip
from linli.core.audit.door import may
from linli.core.pages.answer import answer


@needs("access.see_posts")
def posts(request: Visit) -> HttpResponse:
    """Who holds which post here and for how long, and the bodies that are sent something."""
    on = timezone.localdate()
    context = {
        "held": queries.holdings_in(request.community, on),
        "bodies": queries.bodies_of(request.community, on).select_related("place"),
        "appoints": may("access.appoint", request.actor, request.community),
    }
    return answer(request, "access/posts.html", context)


@needs("access.appoint")
def new_post(request: Visit) -> HttpResponse:
    """Gives a post to who has an account; prints a slip for who has none yet."""
    form = AppointForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        post, body = given["post"], given["body"]
        if given["account"] is None:
            slip = print_slip(request, post=post, body=body)
            return answer(request, "access/slips.html", {"slips": [slip]})
        appoint(
            body.place if body else request.community,
            account=given["account"],
            post=post,
            body=body,
            since=given["since"],
            until=given["until"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已任职，从开始那天起生效。"))
        return redirect("access_posts", community_code=request.community.code)
    status = 422 if form.is_bound else 200
    return answer(request, "access/appoint.html", {"form": form}, status=status)


@needs("access.appoint")
def end(request: Visit, holding_id: UUID) -> HttpResponse:
    """Ends a term with its last day."""
    on = timezone.localdate()
    holding = queries.holdings_in(request.community, on).filter(pk=holding_id).first()
    if holding is None:
        raise Http404
    form = EndPostForm(request.POST or None, initial={"last_day": on}, since=holding.since)
    if request.method == "POST" and form.is_valid():
        end_post(holding, until=form.cleaned_data["until"], by=request.actor, at=timezone.now())
        messages.success(request, _("已登记，到最后一天为止。"))
        return redirect("access_posts", community_code=request.community.code)
    context = {"form": form, "holding": holding}
    return answer(request, "access/end_post.html", context, status=422 if form.is_bound else 200)


@needs("access.appoint")
def new_body(request: Visit) -> HttpResponse:
    """Registers a body, so that matters can be sent to it and somebody can answer for it."""
    form = BodyForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        register_body(request.community, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已登记，现在可以把诉求转给它。"))
        return redirect("access_posts", community_code=request.community.code)
    return answer(request, "access/body.html", {"form": form}, status=422 if form.is_bound else 200)


@needs("access.appoint")
def end_body(request: Visit, body_id: UUID) -> HttpResponse:
    """Closes a body with its last day; what was sent to it stays readable."""
    on = timezone.localdate()
    body = queries.bodies_of(request.community, on).filter(pk=body_id).first()
    if body is None:
        raise Http404
    form = EndBodyForm(request.POST or None, initial={"last_day": on}, since=body.since)
    if request.method == "POST" and form.is_valid():
        close_body(body, until=form.cleaned_data["until"], by=request.actor, at=timezone.now())
        messages.success(request, _("已登记，到最后一天为止可以转给它。"))
        return redirect("access_posts", community_code=request.community.code)
    context = {"form": form, "body": body}
    return answer(request, "access/end_body.html", context, status=422 if form.is_bound else 200)
