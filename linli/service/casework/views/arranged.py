"""Services on an elder's plan, whom else to call, and what care is needed: at the desk."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.pages.steps import StepForm
from linli.mechanisms.flow.queries import timeline
from linli.service.casework.actions import arranged as actions, care_need
from linli.service.casework.flows import SERVICE
from linli.service.casework.forms import arranged as forms
from linli.service.casework.forms.care import NothingForm
from linli.service.casework.queries import arranged as queries
from linli.service.casework.queries.care import plan_needed
from linli.service.casework.views.gate import opened

MOVES = ("run", "pause", "end", "refuse")


@opened
def wish(request: Visit, case: Any) -> HttpResponse:
    """A service the elder would like."""
    plan = plan_needed(case)
    return _step(
        request,
        case,
        forms.WishForm(sent(request)),
        lambda case, **given: actions.wish_service(case, plan=plan, **given),
        title=_("记下老人想要的服务"),
        note=_("先记老人想要什么；约好了再写谁来、几点、多少钱。"),
    )


@opened
@require_safe
def show(request: Visit, case: Any, service_id: UUID) -> HttpResponse:
    """One service: what was arranged, and how it stands."""
    row = queries.service_of(plan_needed(case), service_id)
    moves = [move for move in SERVICE.moves_from(row.state) if move.name in MOVES]
    context = {
        "case": case,
        "row": row,
        "moves": moves,
        "over": row.plan.ended_on is not None or not case.is_open,
        "entries": timeline(SERVICE, row, public=False),
    }
    return answer(request, "casework/care/service.html", context)


@opened
def arrange(request: Visit, case: Any, service_id: UUID) -> HttpResponse:
    """What was arranged, or is arranged otherwise."""
    row = queries.service_of(plan_needed(case), service_id)
    today = timezone.localdate()
    first = {} if row.agreed_on else {"agreed_on": today, "since": today}
    form = forms.ArrangeForm(sent(request), row=row, initial=first)
    return _step(
        request,
        case,
        form,
        lambda case, **given: actions.arrange_service(
            case,
            service=row,
            terms=form.terms(),
            seen=given["seen"],
            by=given["by"],
            at=given["at"],
        ),
        title=_("约好服务") if row.state == "wished" else _("改约定"),
        back=_page(request, case, row),
        note=_("居委会只帮着约，不从中收钱；老人随时可以不要。"),
    )


@opened
def move(request: Visit, case: Any, service_id: UUID, name: str) -> HttpResponse:
    """It begins, rests, ends; or the elder does not want it."""
    row = queries.service_of(plan_needed(case), service_id)
    if name not in MOVES:
        raise Http404
    return _step(
        request,
        case,
        StepForm(sent(request), row=row),
        lambda case, **given: actions.move_service(case, service=row, move=name, **given),
        title=SERVICE.move(name).title,
        back=_page(request, case, row),
    )


@opened
def name_contact(request: Visit, case: Any) -> HttpResponse:
    """Somebody more to be called."""
    plan = plan_needed(case)
    form = forms.ContactForm(sent(request))
    return _step(
        request,
        case,
        form,
        lambda case, by, at, on_card, **given: actions.name_contact(
            case, plan=plan, given=given, on_card=on_card, by=by, at=at
        ),
        title=_("再加一位联系人"),
        note=_("没人应门时按先后打；平时来探访的人看不到。只写老人自己说的人。"),
    )


@opened
@require_POST
def drop_contact(request: Visit, case: Any, contact_id: UUID) -> HttpResponse:
    """Somebody is no longer to be called."""
    contact = queries.contact_of(plan_needed(case), contact_id)
    actions.drop_contact(case, contact=contact, by=request.actor, at=timezone.now())
    return redirect(_plan_page(request, case))


@opened
def need(request: Visit, case: Any) -> HttpResponse:
    """Somebody is to come and hear what care is needed."""
    plan = plan_needed(case)
    return _step(
        request,
        case,
        forms.NeedForm(sent(request)),
        lambda case, **given: care_need.ask_need(case, plan=plan, **given),
        title=_("特困人员：看看要怎样照料"),
        note=_(
            "吃饭、穿衣、上下床、上厕所、走动、洗澡这六样由县级民政部门派人评估，我们不评也不记。"
        ),
    )


@opened
def assessment(request: Visit, case: Any) -> HttpResponse:
    """The department's assessor came; the office told a grade."""
    row = queries.need_needed(plan_needed(case))
    return _step(
        request,
        case,
        forms.AssessmentForm(sent(request), need=row),
        lambda case, **given: care_need.write_assessment(case, need=row, **given),
        title=_("民政部门来评估"),
        note=_("对结果有不同意见的，可以请民政部门复核；居委会帮着转达。"),
    )


@opened
def end_need(request: Visit, case: Any) -> HttpResponse:
    """Nobody is to come for that any more."""
    row = queries.need_needed(plan_needed(case))
    return _step(
        request,
        case,
        NothingForm(sent(request)),
        lambda case, **given: care_need.end_need(case, need=row, **given),
        title=_("不用再来看要怎样照料"),
        note=_("约好的取消，记下的话和告知的结果马上清除。"),
    )


def _plan_page(request: Visit, case: Any) -> str:
    return reverse("casework:care_plan", args=[request.community.code, case.pk])


def _page(request: Visit, case: Any, row: Any) -> str:
    return reverse("casework:service", args=[request.community.code, case.pk, row.pk])


def _step(
    request: Visit, case: Any, form: Any, act: Any, *, title: Any, back: str = "", note: Any = ""
) -> HttpResponse:
    return step(
        request,
        form,
        lambda given: act(case, **given, by=request.actor, at=timezone.now()),
        title=title,
        done=_("记下了。"),
        back=back or _plan_page(request, case),
        note=note,
    )
