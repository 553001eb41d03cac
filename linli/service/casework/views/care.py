"""An elder's plan, at the desk: what was agreed, who comes, the card, the end."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit
from linli.core.audit.door import record_opening
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import number_laid_down
from linli.service.casework.actions import care as actions
from linli.service.casework.actions.cases import told_person
from linli.service.casework.forms import care as forms
from linli.service.casework.models import CarePlan
from linli.service.casework.queries import arranged, care as queries
from linli.service.casework.queries.cases import handlers_of, may_handle
from linli.service.casework.rules import care as rules
from linli.service.casework.views.gate import opened


@opened
def show(request: Visit, case: Any) -> HttpResponse:
    """The plan with its visits; where there is none yet, what the elder agrees to."""
    if case.kind != queries.KIND:
        raise Http404
    plan = queries.plan_of(case)
    if plan is None:
        return _begin(request, case)
    context = {
        "case": case,
        "plan": plan,
        "wishes": wishes_of(plan),
        "visits": queries.visits_of(plan),
        "roster": queries.roster_of(plan),
        "shock": _after_shock(plan),
        "services": arranged.services_of(plan),
        "contacts": arranged.contacts_of(plan),
        "need": arranged.need_of(plan),
    }
    return answer(request, "casework/care/plan.html", context)


@opened
def change(request: Visit, case: Any) -> HttpResponse:
    """What the elder wants otherwise."""
    plan = queries.plan_needed(case)
    form = forms.PlanForm(sent(request), plan=plan)
    return step(
        request,
        form,
        lambda given: actions.change_care(
            case, plan=plan, agreed=form.agreed(), by=request.actor, at=timezone.now()
        ),
        title=_("改计划"),
        done=_("照老人的意思改好了。"),
        back=_plan_page(request, case),
    )


@opened
def name_visitor(request: Visit, case: Any) -> HttpResponse:
    """Somebody more who comes."""
    plan = queries.plan_needed(case)
    form = forms.VisitorForm(sent(request), colleagues=colleagues(request, case))
    return step(
        request,
        form,
        lambda given: actions.name_visitor(
            case,
            plan=plan,
            account=UUID(given["account"]) if given["account"] else None,
            name=given["name"],
            phone=given["phone"],
            by=request.actor,
            at=timezone.now(),
        ),
        title=_("加一位来探访的人"),
        done=_("加上了。"),
        back=_plan_page(request, case),
        note=_("同事只看得到要去谁家、老人要什么；志愿者由您转告，结果由您记。"),
    )


@opened
@require_POST
def thank(request: Visit, case: Any, visitor_id: UUID) -> HttpResponse:
    """A visitor no longer comes."""
    visitor = queries.visitor_of(case, visitor_id)
    actions.thank_visitor(case, visitor=visitor, by=request.actor, at=timezone.now())
    return redirect(_plan_page(request, case))


@opened
def plan_visit(request: Visit, case: Any) -> HttpResponse:
    """One visit more."""
    plan = queries.plan_needed(case)
    roster = queries.roster_of(plan)
    names = [(str(one.pk), one.label) for one in roster]
    form = forms.VisitForm(sent(request), roster=names)
    by_id = {str(one.pk): one for one in roster}
    return step(
        request,
        form,
        lambda given: actions.plan_visit(
            case,
            plan=plan,
            planned_on=given["planned_on"],
            visitor=by_id.get(given["visitor"]),
            by=request.actor,
            at=timezone.now(),
        ),
        title=_("约一次探访"),
        done=_("约好了。"),
        back=_plan_page(request, case),
    )


@opened
def shock(request: Visit, case: Any) -> HttpResponse:
    """Something happened: somebody comes soon."""
    plan = queries.plan_needed(case)
    return step(
        request,
        forms.ShockForm(sent(request)),
        lambda given: actions.note_shock(
            case, plan=plan, shock_at=given["shock_at"], by=request.actor, at=timezone.now()
        ),
        title=_("遇到变故，尽快上门"),
        done=_("今天的探访约好了，经办人都收到了消息。"),
        back=_plan_page(request, case),
    )


@opened
def end(request: Visit, case: Any) -> HttpResponse:
    """The elder ends the plan: at once."""
    plan = queries.plan_needed(case)
    return step(
        request,
        forms.NothingForm(sent(request)),
        lambda given: actions.end_care(case, plan=plan, by=request.actor, at=timezone.now()),
        title=_("老人不要了，结束"),
        done=_("照老人的意思结束了，从现在起没有人再来。"),
        back=_plan_page(request, case),
        note=_(
            "约好的都取消，联系人和钥匙的信息马上清除；安排的服务我们不再管，老人和提供方说好的由老人自己决定。"
            "不用说明理由。"
        ),
    )


@opened
def offline(request: Visit, case: Any) -> HttpResponse:
    """Whether a visitor's telephone may carry the visit without a network."""
    plan = queries.plan_needed(case)
    return step(
        request,
        forms.OfflineForm(sent(request), initial={"offline": plan.offline}),
        lambda given: actions.choose_offline(
            case, plan=plan, offline=given["offline"], by=request.actor, at=timezone.now()
        ),
        title=_("离线携带"),
        done=_("记下了。"),
        back=_plan_page(request, case),
    )


@opened
@require_safe
def card(request: Visit, case: Any) -> HttpResponse:
    """The emergency card, where the elder wants one; each print is in the book."""
    plan = queries.card_needed(case)
    record_opening(
        "casework.print_card", request.actor, case, at=timezone.now(), about=told_person(case)
    )
    context = {
        "case": case,
        "plan": plan,
        "name": plan.card_name or queries.name_of(case),
        "contacts": [one for one in arranged.contacts_of(plan) if one.on_card],
        "office": queries.office_phone(request.community),
    }
    return answer(request, "casework/care/card.html", context)


def colleagues(request: Visit, case: Any) -> list[tuple[str, str]]:
    """The colleagues who may be asked: those whose posts fit the kind."""
    fits = may_handle(request.community, case.declared.handled_by, timezone.now())
    return [(str(account.pk), account.label) for account in fits]


def group_of(case: Any) -> list[tuple[str, str]]:
    """The handlers of the case, to choose one of them."""
    return [(str(row.account_id), row.account.label) for row in handlers_of(case)]


def wishes_of(plan: CarePlan) -> list[tuple[Any, str]]:
    """What the elder wants, by the six headings."""
    return [(forms.NEEDS[key], words) for key, words in plan.wishes.items()]


def _begin(request: Visit, case: Any) -> HttpResponse:
    today = timezone.localdate()
    form = forms.PlanForm(sent(request), initial={"agreed_on": today, "first_on": today})
    return step(
        request,
        form,
        lambda given: actions.begin_care(
            case,
            agreed=form.agreed(),
            consented=given["consented"],
            first_on=given["first_on"],
            by=request.actor,
            at=timezone.now(),
        ),
        title=_("和老人定探访计划"),
        done=_("定好了，第一次探访也约了。"),
        back=_plan_page(request, case),
        note=_("老人说了算：要不要、多久一次、找谁，随时可以改，随时可以不要。"),
    )


def _after_shock(plan: CarePlan) -> Any:
    """How it stands with the hours after a shock, while it is of the last days."""
    if plan.shock_at is None or plan.ended_on is not None:
        return None
    hours = number_laid_down("care.after_shock", plan.community, timezone.localdate(plan.shock_at))
    came = queries.came_after(plan, plan.shock_at)
    return rules.in_time_after(plan.shock_at, came or timezone.now(), hours=hours)


def _plan_page(request: Visit, case: Any) -> str:
    return reverse("casework:care_plan", args=[request.community.code, case.pk])
