"""A round at the desk: planned, led from phase to phase, its ideas in one queue."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.shapes import Tab
from linli.core.pages.stepping import sent, step
from linli.governance.budgeting import actions
from linli.governance.budgeting.forms import rounds as forms
from linli.governance.budgeting.models import ASPECTS, Round
from linli.governance.budgeting.queries import ideas, projects, results, rounds
from linli.governance.budgeting.stages import stages_of
from linli.governance.budgeting.views.finding import find_and
from linli.governance.budgeting.views.leading import MOVES, conditions_of
from linli.mechanisms.ballot.queries.counts import stations_of
from linli.mechanisms.ballot.queries.polls import participation
from linli.mechanisms.flow.queries import moves_open, timeline

TABS = {
    "waiting": ("sent",),
    "listed": ("listed",),
    "answered": ("passed", "refused", "merged", "hidden", "withdrawn"),
}
CHANGES = {"drafted": "budgeting:change", "ideas": "budgeting:days", "vetting": "budgeting:days"}


@needs("budgeting.see_desk")
@require_safe
def list_rounds(request: Visit) -> HttpResponse:
    """All rounds, the latest first."""
    context = {
        "rounds": list(rounds.rounds_of(request.community)[:50]),
        "may_plan": may("budgeting.plan", request.actor, request.community),
    }
    return answer(request, "budgeting/desk/rounds.html", context)


@needs("budgeting.see_desk")
@require_safe
def show(request: Visit, round_id: UUID) -> HttpResponse:
    """Where a round stands, what comes next and what still stands in its way."""
    round_ = rounds.round_in(request.community, round_id)
    actor = request.actor
    offers = moves_open(round_.flow, round_, actor)
    tabs, listed = _queue(request, round_)
    context = {
        "round": round_,
        "stages": stages_of(round_),
        "offers": [(o.move.name, MOVES[o.move.name]) for o in offers if o.open],
        "conditions": conditions_of(round_, timezone.now()),
        "change": CHANGES.get(round_.state) if may("budgeting.run", actor, round_) else None,
        "names": may("budgeting.run", actor, round_)
        and round_.state in ("drafted", "ideas", "vetting"),
        **_vetting(round_),
        "next_by": _next_by_director(round_, actor),
        "tabs": tabs,
        "ideas": listed,
        "types_in": round_.state == "ideas" and may("budgeting.tend", actor, round_),
        "projects": _projects(round_),
        "poll": round_.poll,
        "stations": list(stations_of(round_.poll)) if round_.poll else [],
        "participation": participation(round_.poll) if round_.poll else None,
        "entries": timeline(round_.flow, round_, public=False),
    }
    return answer(request, "budgeting/desk/round.html", context)


@needs("budgeting.plan")
def plan(request: Visit) -> HttpResponse:
    """Prepares a round."""
    on, home = timezone.localdate(), reverse("budgeting:desk_list", args=[request.community.code])
    promised = rounds.promises_of(request.community, on)
    return step(
        request,
        forms.RoundForm(
            sent(request),
            community=request.community,
            on=on,
            initial={"ideas_each": promised.ideas_each},
        ),
        lambda given: actions.plan_round(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("筹备一轮"),
        note=_(
            "先说清楚有多少钱、从哪里来、可以做什么，以及每一步到哪一天。开始征集以前都可以改。"
        ),
        done=_("已筹备。接下来由居委会主任指定审查的人，再开始征集。"),
        leads_to=lambda made: _here(made) if made else home,
        back=home,
        says=_("保存"),
    )


@needs("budgeting.plan")
def change(request: Visit, round_id: UUID) -> HttpResponse:
    """Changes a round that is still being prepared."""
    round_ = rounds.round_in(request.community, round_id)
    initial = _as_it_is(round_, forms.RoundForm) | {"fen": round_.fen / 100}
    return _step(
        request,
        round_,
        forms.RoundForm(
            sent(request), community=request.community, on=timezone.localdate(), initial=initial
        ),
        lambda given: actions.change_round(round_, by=request.actor, at=timezone.now(), **given),
        title=_("修改"),
        done=_("已修改。"),
        says=_("保存"),
    )


@needs("budgeting.run")
def days(request: Visit, round_id: UUID) -> HttpResponse:
    """Moves the days to come."""
    round_ = rounds.round_in(request.community, round_id)
    initial = _as_it_is(round_, forms.DaysForm)
    return _step(
        request,
        round_,
        forms.DaysForm(
            sent(request),
            community=request.community,
            on=timezone.localdate(),
            now=round_.paid_from,
            initial=initial,
        ),
        lambda given: actions.move_days(round_, by=request.actor, at=timezone.now(), **given),
        title=_("改期"),
        note=_("投票规则公布以前可以改审查和投票的日子；公布以后就定了。"),
        done=_("已改期。"),
        says=_("保存"),
    )


@needs("budgeting.run")
def name_vetters(request: Visit, round_id: UUID) -> HttpResponse:
    """Names who vets what."""
    round_ = rounds.round_in(request.community, round_id)
    now = {aspect: each.account for aspect, each in rounds.vetters_of(round_).items()}
    return _step(
        request,
        round_,
        forms.VettersForm(
            sent(request), community=request.community, on=timezone.localdate(), initial=now
        ),
        lambda given: actions.name_vetters(
            round_, named=given, by=request.actor, at=timezone.now()
        ),
        title=_("指定审查的人"),
        note=_(
            "每个点子都审四项，各由一位在岗的人署名审查。姓名和岗位公布，理由人人看得到。最好不要四项都由一个人审。"
        ),
        done=_("已指定。"),
        says=_("保存"),
    )


@needs("budgeting.see_desk")
def move(request: Visit, round_id: UUID, name: str) -> HttpResponse:
    """A step of the round, with everything that must hold first."""
    round_ = rounds.round_in(request.community, round_id)
    chosen = MOVES.get(name)
    if chosen is None or not may("budgeting.run", request.actor, round_):
        raise Http404
    form: Any = chosen.form(sent(request), **chosen.start(round_))
    return _step(
        request,
        round_,
        form,
        lambda given: chosen.act(
            round_, by=request.actor, at=timezone.now(), **(getattr(form, "given", None) or given)
        ),
        title=chosen.title,
        note=chosen.note,
        done=chosen.done,
        findings=conditions_of(round_, timezone.now(), name),
    )


@needs("budgeting.tend")
def enrol(request: Visit, round_id: UUID) -> HttpResponse:
    """Finds somebody of the register who is not on the roll, and puts them on it."""
    round_ = rounds.round_in(request.community, round_id)
    if round_.state != "voting":
        raise Http404
    done = find_and(
        request,
        form=forms.EnrolForm(sent(request)),
        carry_out=lambda person, given: actions.enrol_voter(
            round_, person=person, by=request.actor, at=timezone.now(), **given
        ),
        poll=round_.poll,
        title=_("补登名册"),
        note=_("带证件来、名册上没有的居民。名册里没有出生日期的，也在这里补登。"),
        done=_("已补登，可以领票或用手机投票。"),
        back=_here(round_),
    )
    return done or redirect("budgeting:desk", request.community.code, round_.pk)


def _queue(request: Visit, round_: Round) -> tuple[list[Tab], list[Any]]:
    titles = {"waiting": _("等着看"), "listed": _("等着审"), "answered": _("有结果的")}
    counts = ideas.counts_by_state(round_)
    wanted = request.GET.get("show", "")
    first = "waiting" if counts.get("sent") else "listed" if counts.get("listed") else "answered"
    show_ = wanted if wanted in TABS else first
    address = _here(round_)
    tabs = [
        Tab(titles[name], f"{address}?show={name}", name == show_,
            sum(counts.get(state, 0) for state in held))
        for name, held in TABS.items()
    ]  # fmt: skip
    return tabs, list(ideas.ideas_of(round_).filter(state__in=TABS[show_]))


def _vetting(round_: Round) -> dict[str, Any]:
    """Who vets what, and whether one person vets it all."""
    named = rounds.vetters_of(round_)
    alone = len(named) == len(ASPECTS) and len({each.account_id for each in named.values()}) == 1
    return {
        "vetters": [(title, named.get(aspect)) for aspect, title in ASPECTS],
        "vetted_by_one": alone and round_.state in ("drafted", "ideas", "vetting"),
    }


def _next_by_director(round_: Round, actor: Any) -> list[Any]:
    """What the director does next, for those who may not."""
    if may("budgeting.run", actor, round_):
        return []
    unnamed = round_.state == "drafted" and len(rounds.vetters_of(round_)) < len(ASPECTS)
    moves = [move.name for move in round_.flow.moves_from(round_.state)]
    led = [MOVES[name].title for name in moves if name in MOVES and MOVES[name].main]
    return [_("指定审查的人"), *led] if unnamed else led


def _projects(round_: Round) -> list[Any]:
    if round_.state in ("decided", "ended"):
        return list(projects.won_in(round_))
    return results.projects_of(round_)


def _step(request: Visit, round_: Round, form: Any, carry_out: Any, **told: Any) -> HttpResponse:
    return step(request, form, carry_out, back=_here(round_), **told)


def _here(round_: Round) -> str:
    return reverse("budgeting:desk", args=[round_.community.code, round_.pk])


def _as_it_is(round_: Any, form: Any) -> dict[str, Any]:
    """What a form begins with; whether bound money fits is said anew each time."""
    return {name: getattr(round_, name) for name in form.base_fields if name != "fits"}
