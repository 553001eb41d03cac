"""The desk: which rounds there are, planning one, and how far each has come."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Crumb
from linli.core.pages.stepping import sent, step
from linli.mechanisms.rounds import actions, queries
from linli.mechanisms.rounds.forms.planning import PlanForm, SomebodyForm
from linli.mechanisms.rounds.models import Carrier, Round
from linli.mechanisms.rounds.queries import planning
from linli.mechanisms.rounds.queries.rounds import kinds_planned_by, may_be_sent
from linli.mechanisms.rounds.views import shapes
from linli.mechanisms.rounds.views.loading import decided, loaded

MOST = 60


@needs("rounds.see")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """The rounds one may open, the newest first."""
    found = list(queries.rounds_of(request.actor, request.community)[:MOST])
    progress = queries.progress_of(request.community, found)
    context = {
        "rounds": [shapes.Listed(each, progress[each.pk]) for each in found],
        "may_plan": bool(kinds_planned_by(request.actor, request.community)),
        "carries": queries.carried_by(request.actor, request.community),
    }
    return answer(request, "rounds/desk/list.html", context)


@needs("rounds.plan")
@require_safe
def choose(request: Visit) -> HttpResponse:
    """What a round can be planned from: each kind with what its room offers."""
    on = timezone.localdate()
    offered = planning.offered(request.actor, request.community, on)
    return answer(request, "rounds/desk/choose.html", {"offered": offered})


@needs("rounds.plan")
def plan(request: Visit, kind: str, source: str) -> HttpResponse:
    """Which staircases, which day, who goes."""
    on = timezone.localdate()
    found = planning.source_of(request.actor, request.community, kind, source, on)
    context = {"title": _("安排走访"), "says": _("安排走访"), "note": found.kind.title}
    context["back"] = reverse("rounds:list", args=[request.community.code])
    if not found.stops:
        return answer(request, "rounds/desk/plan.html", {**context, "nothing": True})
    form = PlanForm(
        sent(request),
        stairs=found.choices,
        accounts=may_be_sent(found.kind, request.community, on),
        initial={"title": found.source.title, "day": on},
    )

    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        actions.plan(
            request.community, kind=kind, day=given["day"], title=given["title"],
            stops=found.stops_on(given["stairs"]), carriers=form.chosen(),
            questions=found.source.questions, owner=found.source.owner,
            by=request.actor, at=timezone.now(),
        )  # fmt: skip
        messages.success(request, _("走访已安排，走访的人收到了通知。"))
        return redirect(context["back"])
    status = 422 if form.is_bound else 200
    return answer(request, "rounds/desk/plan.html", {**context, "form": form}, status=status)


@needs("rounds.see")
@loaded
@require_safe
def show(request: Visit, found: Round) -> HttpResponse:
    """How far a round has come, who is not reached, and what waits for a decision."""
    stairs = shapes.by_stairs(queries.doors_of(found))
    carriers = list(
        Carrier.objects.filter(community=found.community_id, round=found)
        .select_related("account")
        .order_by("since", "pk")
    )
    kind = found.kind_of_it
    context = {
        "round": found,
        "listed": shapes.Listed(found, queries.progress_of(request.community, [found])[found.pk]),
        "stairs": stairs,
        "chart": shapes.chart_of(stairs),
        "unreached": [
            (each, shapes.door_of(each.stop, with_answers=False))
            for each in queries.unreached(found)
        ],
        "carriers": carriers,
        "carries": any(
            each.account_id == request.actor.account and not each.until for each in carriers
        ),
        "may_plan": may("rounds.plan", request.actor, found),
        "owner_url": _owner_url(request, found) if kind.opens and found.owner else "",
    }  # fmt: skip
    return answer(request, "rounds/desk/show.html", context)


@needs("rounds.see")
@loaded
@require_safe
def sheet(request: Visit, found: Round) -> HttpResponse:
    """What is carried on paper: the doors by staircase, last time's answers, boxes to fill."""
    context = {
        "round": found,
        "stairs": shapes.by_stairs(queries.doors_of(found)),
        "tries": range(1, found.kind_of_it.attempts + 1),
        "crumbs": shapes.crumbs(found, Crumb(_("带去的纸"))),
    }
    return answer(request, "rounds/desk/sheet.html", context)


@needs("rounds.plan")
@decided
def name_carrier(request: Visit, found: Round) -> HttpResponse:
    """One more walks it."""
    accounts = may_be_sent(found.kind_of_it, request.community, timezone.localdate())
    form = SomebodyForm(sent(request), accounts=accounts)
    return step(
        request, form,
        lambda given: actions.name_carrier(found, **given, by=request.actor, at=timezone.now()),
        title=_("增加走访人"), done=_("已增加，对方收到了通知。"), back=_show_url(found),
    )  # fmt: skip


@needs("rounds.walk")
@loaded
def hand_over(request: Visit, found: Round, carrier: UUID) -> HttpResponse:
    """Gives one carrier's doors to somebody else."""
    accounts = may_be_sent(found.kind_of_it, request.community, timezone.localdate())
    form = SomebodyForm(sent(request), accounts=[each for each in accounts if each.pk != carrier])
    return step(
        request, form,
        lambda given: actions.hand_over(
            found, to=given["account"], carrier=carrier, by=request.actor, at=timezone.now()
        ),
        title=_("交给别人走"), done=_("已交给对方，对方收到了通知。"), back=_show_url(found),
        note=_("原来的人手机上还没交的，交上来会留在“来晚的”里，由人来定，不会丢。"),
    )  # fmt: skip


@needs("rounds.plan")
@decided
@require_POST
def end(request: Visit, found: Round) -> HttpResponse:
    """The round is over."""
    actions.end(found, by=request.actor, at=timezone.now())
    messages.success(request, _("走访已结束。后来交上来的会留在“来晚的”里。"))
    return redirect(_show_url(found))


def _show_url(round_: Round) -> str:
    return reverse("rounds:show", args=[round_.community.code, round_.pk])


def _owner_url(request: Visit, round_: Round) -> str:
    return reverse(round_.kind_of_it.opens, args=[request.community.code, round_.owner])
