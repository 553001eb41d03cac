"""Rounds at the desk: planned, walked, printed, typed in."""

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.lib.calendar import local_day
from linli.safety.hazards.actions import rounds as acts
from linli.safety.hazards.forms.points import PaperForm, PlanForm
from linli.safety.hazards.queries import points as queries
from linli.safety.hazards.views.sending import desk_tabs, here, once, pressed


@needs("hazards.see_desk")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is due, and the plans."""
    on = local_day(timezone.now())
    done, due = queries.rounds_done(request.community, on)
    context = {
        "due": queries.rounds_due(request.community, on),
        "plans": queries.plans_of(request.community),
        "done_n": done,
        "due_n": due,
        "tabs": desk_tabs(request, "rounds"),
    }
    return answer(request, "hazards/desk/rounds.html", context)


@needs("hazards.keep_points")
def plan(request: Visit) -> HttpResponse:
    """Which points, in which rhythm, by whom."""
    initial = {"first": local_day(timezone.now())}
    form = PlanForm(sent(request), points=queries.points_of(request.community), initial=initial)
    return step(
        request,
        form,
        lambda said: once(
            request, acts.plan_rounds, request.community, said, planned=form.planned()
        ),
        title=_("定巡查计划"),
        note=_("每一次都会排进清单；晚一天以内都算按计划完成。"),
        done=_("定好了。"),
        back=here(request, "rounds"),
    )


@needs("hazards.keep_points")
@require_POST
def end(request: Visit, plan_id: UUID) -> HttpResponse:
    """No more rounds by this plan."""
    row = queries.plan_in(request.community, plan_id)
    return pressed(request, acts.end_plan, row, _("停了，以后的不再排。"), here(request, "rounds"))


@needs("hazards.check")
@require_safe
def show(request: Visit, round_id: UUID) -> HttpResponse:
    """A round: its points, what was seen, what is still to be looked at."""
    round_ = queries.round_in(request.community, round_id)
    stops = queries.stops_of(round_)
    context = {
        "round": round_,
        "stops": stops,
        "seen": sum(check is not None for _point, check in stops),
        "late": round_.done_on is None and round_.due_on < local_day(timezone.now()),
    }
    return answer(request, "hazards/desk/round.html", context)


@needs("hazards.check")
@require_safe
def print_list(request: Visit, round_id: UUID) -> HttpResponse:
    """The paper list of a round: points, items, boxes to tick."""
    round_ = queries.round_in(request.community, round_id)
    context = {"round": round_, "stops": queries.stops_of(round_)}
    return answer(request, "hazards/desk/paper.html", context)


@needs("hazards.check")
def type_in(request: Visit, round_id: UUID) -> HttpResponse:
    """A round walked on paper, typed in on one page."""
    round_ = queries.round_in(request.community, round_id)
    form = PaperForm(sent(request), round_=round_, initial={"on": round_.due_on})
    return step(
        request,
        form,
        lambda said: once(
            request, acts.type_in_round, round_, said, on=said["on"], lines=form.lines()
        ),
        title=_("录入纸质巡查单：{name}").format(name=round_.plan.name),
        note=_("没有写的点留空，以后还可以补。有隐患的写是什么。"),
        done=_("录好了。有隐患的，请到“隐患”里定由谁整改。"),
        back=here(request, "round", round_.pk),
    )
