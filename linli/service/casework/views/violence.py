"""Violence at home: the victim's page, and the other side's, which shows nothing of it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.service.casework.actions import apart as actions_apart, violence as actions
from linli.service.casework.forms import violence as forms
from linli.service.casework.models.violence import SAFETY_PLAN
from linli.service.casework.queries import apart, violence as queries
from linli.service.casework.queries.cases import handlers_of
from linli.service.casework.queries.children import numbers
from linli.service.casework.rules import violence as rules
from linli.service.casework.views.care import colleagues
from linli.service.casework.views.gate import opened

CALLED = ("police", "womens_federation", "shelter", "court")


@opened
def show(request: Visit, case: Any) -> HttpResponse:
    """The victim's page; before it is begun: of whom the police must be told."""
    file = queries.file_of(case)
    if case.kind != queries.KIND:
        raise Http404
    if file is None:
        return _begin(request, case)
    on, titles = timezone.localdate(), dict(SAFETY_PLAN)
    orders = [
        (order, rules.order_holds(order.made_on, order.last_day, order.lifted_on, on))
        for order in queries.orders_of(case)
    ]
    context = {
        "case": case,
        "file": file,
        "safety": [(titles[key], words) for key, words in file.safety.items()],
        "visits": queries.visits_of(case),
        "orders": orders,
        "numbers": numbers(request.community, *CALLED),
    }
    return answer(request, "casework/violence/show.html", context)


@opened
def safe(request: Visit, case: Any) -> HttpResponse:
    """Where and how the victim is reached; the safety plan."""
    file = queries.file_needed(case)
    form = forms.SafeForm(sent(request), file=file)
    return _step(
        request,
        case,
        form,
        lambda case, **given: actions.keep_safe(
            case,
            file=file,
            safe_address=given["safe_address"],
            safe_phone=given["safe_phone"],
            lines=form.lines(),
            by=given["by"],
            at=given["at"],
        ),
        title=_("怎么联系、安全计划"),
        note=_("只有本个案的经办人看得到；打印、导出和另一方的记录里都没有。"),
    )


@opened
def letter(request: Visit, case: Any) -> HttpResponse:
    """The police's written warning as it came."""
    file = queries.file_needed(case)
    return _step(
        request,
        case,
        forms.LetterForm(sent(request)),
        lambda case, **given: actions.receive_letter(case, file=file, **given),
        title=_("登记告诫书"),
    )


@opened
def set_apart(request: Visit, case: Any) -> HttpResponse:
    """The other side gets a record of its own, in other hands."""
    file = queries.file_needed(case)
    here = {str(row.account_id) for row in handlers_of(case)}
    others = [pair for pair in colleagues(request, case) if pair[0] not in here]
    return _step(
        request,
        case,
        forms.OtherSideForm(sent(request), colleagues=others),
        lambda case, initials, account, second, may_ask, **given: actions.set_other_side_apart(
            case,
            file=file,
            initials=initials,
            lead=UUID(account),
            second=UUID(second),
            may_ask=[UUID(key) for key in may_ask],
            **given,
        ),
        title=_("另一方分开记"),
        note=_(
            "另一方有自己的个案，由别的同事查访；那里只有告诫书、首字母和查访，没有受害人的任何内容。"
        ),
    )


@opened
def name_for_other_side(request: Visit, case: Any) -> HttpResponse:
    """Whom the other side's case may ask, besides those named already."""
    file = queries.file_needed(case)
    kept, here = apart.kept_for_other_side(case), apart.hands_now(case.community_id, case.pk)
    everybody = colleagues(request, case)
    named = [label for key, label in everybody if UUID(key) in kept]
    more = [pair for pair in everybody if UUID(pair[0]) not in kept | here]
    return _step(
        request,
        case,
        forms.NamedForm(sent(request), colleagues=more),
        lambda case, accounts, **given: actions_apart.name_for_other_side(
            case, file=file, accounts=[UUID(key) for key in accounts], **given
        ),
        title=_("那边可以请谁"),
        note=_("那边只能从名单里请人，看不到谁在照顾受害人。现在名单里有：{names}").format(
            names=_("、").join(named)
        ),
    )


@opened
def two_visits(request: Visit, case: Any) -> HttpResponse:
    """Both visits, on different days, by different people."""
    file = queries.file_needed(case)
    return _step(
        request,
        case,
        forms.TwoVisitsForm(sent(request)),
        lambda case, **given: actions.plan_two_visits(case, file=file, **given),
        title=_("约两次查访"),
    )


@opened
def visited(request: Visit, case: Any, visit_id: UUID) -> HttpResponse:
    """How the victim was found."""
    visit = queries.victim_visit_of(case, visit_id)
    return _step(
        request,
        case,
        forms.VisitedForm(sent(request)),
        lambda case, **given: actions.record_victim_visit(case, visit=visit, **given),
        title=_("记下查访"),
    )


@opened
def apply(request: Visit, case: Any) -> HttpResponse:
    """The committee applies for the order where the victim cannot."""
    file = queries.file_needed(case)
    return _step(
        request,
        case,
        forms.ApplyForm(sent(request)),
        lambda case, **given: actions.apply_for_order(case, file=file, **given),
        title=_("代为申请保护令"),
    )


@opened
def order(request: Visit, case: Any) -> HttpResponse:
    """An order has come."""
    queries.file_needed(case)
    return _step(
        request,
        case,
        forms.OrderForm(sent(request)),
        actions.receive_order,
        title=_("登记保护令"),
        note=_("居委会收到后协助执行；发现违反的，马上打 110。"),
    )


@opened
def lift(request: Visit, case: Any, order_id: UUID) -> HttpResponse:
    """An order no longer holds."""
    row = queries.order_of(case, order_id)
    return _step(
        request,
        case,
        forms.LiftForm(sent(request)),
        lambda case, **given: actions.lift_order(case, order=row, **given),
        title=_("撤销或变更了"),
    )


@opened
@require_safe
def other_side(request: Visit, case: Any) -> HttpResponse:
    """The other side, for who visits there."""
    context = {
        "case": case,
        "row": queries.other_side_of(case),
        "visits": queries.other_visits_of(case),
    }
    return answer(request, "casework/violence/other.html", context)


@opened
def other_visited(request: Visit, case: Any, visit_id: UUID) -> HttpResponse:
    """What was said there."""
    visit = queries.other_visit_of(case, visit_id)
    return _step(
        request,
        case,
        forms.VisitedForm(sent(request)),
        lambda case, **given: actions.record_other_visit(case, visit=visit, **given),
        title=_("记下查访"),
        page="casework:other_side",
    )


def _begin(request: Visit, case: Any) -> HttpResponse:
    return _step(
        request,
        case,
        forms.BeginForm(sent(request)),
        actions.begin_violence,
        title=_("先看要不要报警"),
        note=_("受害人没有完全民事行为能力的，法律要求及时报案（第十四条）。"),
    )


def _step(
    request: Visit,
    case: Any,
    form: Any,
    act: Any,
    *,
    title: Any,
    note: Any = "",
    page: str = "casework:violence",
) -> HttpResponse:
    return step(
        request,
        form,
        lambda given: act(case, by=request.actor, at=timezone.now(), **given),
        title=title,
        done=_("记下了。"),
        back=reverse(page, args=[request.community.code, case.pk]),
        note=note,
    )
