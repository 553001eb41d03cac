"""Party affairs for everybody, and one's own claims and check-in."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, public, signed_in
from linli.core.audit.door import Replayed, may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.partners.party.actions import serving as acts
from linli.partners.party.forms.keeping import OnceForm
from linli.partners.party.forms.serving import CheckInForm, ClaimForm, ServiceForm
from linli.partners.party.lists import doors_for, lists_on
from linli.partners.party.models import CheckIn, PostClaim, Service, ServicePost
from linli.partners.party.queries import calendar, serving
from linli.partners.party.views.carrying import done, page, public_tabs

PORTAL = "portal.html"
TAKE = "party.take_part"


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """What is published and what is overdue; branches, meetings to come, pledges."""
    today, here = timezone.localdate(), request.community
    affairs = calendar.affairs_of(here, today)
    context = {
        "affairs": affairs,
        "branches": calendar.branches_of(here),
        "coming": calendar.meetings_told(here, today),
        "pledges": calendar.pledges_of(here),
        "today": today,
        "desk": may("party.see_desk", request.actor, here),
        "tabs": public_tabs(request, "public"),
    }
    data = [
        {"item": each.item.key, "from": each.time.starts, "until": each.time.ends,
         "due_on": each.due_on, "published_on": each.published_on}
        for each in affairs
    ]  # fmt: skip
    return answer(request, "party/public.html", context, json={"affairs": data})


@public
@require_safe
def together(request: Visit) -> HttpResponse:
    """Posts to claim, the one list of needs, offers and projects, wishes branches met."""
    today, here = timezone.localdate(), request.community
    context = {
        "posts": list(serving.posts_of(here)[:60]),
        "lists": lists_on(here, today),
        "doors": doors_for(request.actor, here),
        "units": serving.units_of(here),
        "councils": [
            each for each in serving.councils_of(here) if each.gathering.state != "prepared"
        ],
        "wishes": serving.wishes_taken(here),
        "today": today,
        "takes_part": may(TAKE, request.actor, here),
        "tabs": public_tabs(request, "together"),
    }
    return answer(request, "party/together.html", context)


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """What one claimed and did, and one's own check-in: nobody else but the secretary sees it."""
    here = request.community
    checkin = serving.own_checkin(request.actor, here)
    claims = serving.claims_of(request.actor, here)
    context = {
        "claims": [(each, serving.looks_at(each)) for each in claims],
        "checkin": checkin,
        "services": serving.services_in(checkin) if checkin else [],
        "looks": serving.looks_at(checkin) if checkin else [],
        "takes_part": may(TAKE, request.actor, here),
        "once": OnceForm(),
    }
    return answer(request, "party/mine.html", context)


@needs(TAKE)
def claim(request: Visit, post_id: UUID) -> HttpResponse:
    """Claims a post."""
    post = serving.one_of(ServicePost, request.community, post_id)
    return done(
        request, ClaimForm(sent(request)), acts.claim_post, post,
        title=_("认领：%(post)s") % {"post": post.title},
        note=_("谁都可以认领，不用说明身份；不想做了随时退出，不问原因。"),
        done=_("认领好了，会有人联系您。"), back=page(request, "mine"), frame=PORTAL,
    )  # fmt: skip


@needs(TAKE)
def check_in(request: Visit) -> HttpResponse:
    """Checks in by oneself."""
    form = CheckInForm(sent(request), community=request.community)
    return done(
        request, form, acts.check_in, request.community, title=_("自己报到"),
        note=_("只有自己能报到，别人不能代办；只有您和书记看得到，一句话就删除。"),
        done=_("报到好了。"), back=page(request, "mine"), frame=PORTAL,
    )  # fmt: skip


@signed_in
def record(request: Visit, row_id: UUID) -> HttpResponse:
    """Writes down what one did."""
    row = serving.row_of_own(request.actor, request.community, row_id)
    listed = lists_on(request.community, timezone.localdate())
    form = ServiceForm(sent(request), lines=(*listed.needs, *listed.projects))
    return done(
        request, form, acts.record_service, row, title=_("记一次服务"),
        note=_("自己记，给自己看；不算积分，不排名。"), done=_("记下了。"),
        back=page(request, "mine"), frame=PORTAL,
    )  # fmt: skip


@signed_in
@require_POST
def stay(request: Visit, row_id: UUID) -> HttpResponse:
    """Says again that one stays."""
    row = serving.row_of_own(request.actor, request.community, row_id)
    return _once(request, acts.stay, row, _("好的，再留一年。"))


@signed_in
@require_POST
def leave(request: Visit, row_id: UUID) -> HttpResponse:
    """Deletes a claim or a check-in with all that stands in it."""
    row = serving.row_of_own(request.actor, request.community, row_id)
    act = acts.leave if isinstance(row, CheckIn) else acts.leave_post
    return _once(request, act, row, _("删除了，什么也没有留下。"))


@signed_in
@require_POST
def strike(request: Visit, service_id: UUID) -> HttpResponse:
    """Takes back what one wrote."""
    row: Service = serving.one_of(Service, request.community, service_id, "claim", "checkin")
    if not may("party.own_row", request.actor, row):
        raise Http404
    return _once(request, acts.strike_service, row, _("删去了。"))


def _once(request: Visit, act: Any, row: CheckIn | PostClaim | Service, said: str) -> HttpResponse:
    form = OnceForm(request.POST)
    if form.is_valid():
        with suppress(Replayed):  # the same button twice; once is enough
            act(row, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, said)
    return redirect(page(request, "mine"))
