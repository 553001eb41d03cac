"""Consent, referral, handlers, ending: each a form and an act."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit
from linli.core.audit.door import Replayed
from linli.core.pages.stepping import sent
from linli.service.casework import actions
from linli.service.casework.forms.cases import (
    AgreementForm,
    AnswerForm,
    ColleagueForm,
    EndForm,
    ReferralForm,
    RoleForm,
)
from linli.service.casework.models import Case
from linli.service.casework.queries import apart, cases, passing_on
from linli.service.casework.views.gate import draw, opened

DONE = gettext_lazy("记下了。")


def take(
    request: Visit,
    case: Case,
    form: Any,
    act: Callable[[dict[str, Any]], object],
    *,
    title: Any,
    done: Any = DONE,
    note: Any = "",
) -> HttpResponse:
    """Shows the form of a step, or takes it and goes back to the case."""
    if request.method == "POST" and form.is_valid():
        with suppress(Replayed):
            act(form.cleaned_data)
        messages.success(request, done)
        return redirect("casework:case", request.community.code, case.pk)
    context = {"case": case, "form": form, "title": title, "note": note}
    return draw(request, "casework/step.html", context, status=422 if form.is_bound else 200)


def _by(request: Visit, given: dict[str, Any] | None = None) -> dict[str, Any]:
    more = {"once": given["once"]} if given and "once" in given else {}
    return {"by": request.actor, "at": timezone.now(), **more}


def _said(given: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in given.items() if key != "once"}


@opened
def agree(request: Visit, case: Case) -> HttpResponse:
    """The person agreed."""
    return take(
        request,
        case,
        AgreementForm(sent(request)),
        lambda given: actions.agree(case, **_said(given), **_by(request, given)),
        title=_("记一项同意"),
        note=_("先说清做什么、告诉谁、可以随时撤回，再请本人决定。"),
    )


@opened
@require_POST
def withdraw(request: Visit, case: Case, agreement_id: UUID) -> HttpResponse:
    """She has changed her mind."""
    row = passing_on.one_of(case, passing_on.agreements_of(case), agreement_id)
    actions.withdraw(case, agreement=row, **_by(request))
    messages.success(request, _("已撤回；以后不再依这项同意转出。"))
    return redirect("casework:case", request.community.code, case.pk)


@opened
def refer(request: Visit, case: Case) -> HttpResponse:
    """Passes something on."""
    standing = passing_on.agreements_of(case, standing=True)
    form = ReferralForm(sent(request), kind=case.declared, agreements=standing)
    return take(
        request,
        case,
        form,
        lambda given: actions.refer(case, **form.given(), **_by(request, given)),
        title=_("转介"),
        note=_("有本人的同意，或者选一项法律规定的依据并写明理由；两样都没有，不能转。"),
    )


@opened
def answer_referral(request: Visit, case: Case, referral_id: UUID) -> HttpResponse:
    """What the office answered."""
    row = passing_on.one_of(case, passing_on.referrals_of(case), referral_id)
    return take(
        request,
        case,
        AnswerForm(sent(request), initial={"answer": row.answer}),
        lambda given: actions.answer_referral(case, referral=row, **given, **_by(request)),
        title=_("对方的答复"),
    )


def _colleagues(case: Case) -> Any:
    fits = cases.may_handle(case.community, case.declared.handled_by, timezone.now())
    return apart.offered(case, fits)


@opened
def add_handler(request: Visit, case: Case) -> HttpResponse:
    """Lets a colleague take part."""
    present = [row.account_id for row in cases.handlers_of(case)]
    return take(
        request,
        case,
        ColleagueForm(sent(request), colleagues=_colleagues(case).exclude(pk__in=present)),
        lambda given: actions.add_handler(case, account=given["account"], **_by(request, given)),
        title=_("请一位同事参与"),
        note=_("参与的同事能看到全部内容；只请办事必需的人。"),
    )


@opened
def change_role(request: Visit, case: Case) -> HttpResponse:
    """Puts somebody else in the place of the lead or the second."""
    return take(
        request,
        case,
        RoleForm(sent(request), colleagues=_colleagues(case)),
        lambda given: actions.change_role(
            case, role=given["role"], account=given["account"], **_by(request, given)
        ),
        title=_("换人"),
        note=_("接手的人成为经办人，期限一起转过去；换下的人不再看得到。"),
    )


@opened
@require_POST
def remove_handler(request: Visit, case: Case, handler_id: UUID) -> HttpResponse:
    """Takes a colleague off."""
    row = passing_on.one_of(case, cases.handlers_of(case), handler_id)
    actions.remove_handler(case, handler=row, **_by(request))
    messages.success(request, DONE)
    return redirect("casework:case", request.community.code, case.pk)


@opened
def end_case(request: Visit, case: Case) -> HttpResponse:
    """Closes it."""
    form = EndForm(sent(request), kind=case.declared)
    if request.method == "POST" and form.is_valid():
        ending = form.cleaned_data["ending"]
        actions.end_case(case, ending=ending, **_by(request))
        messages.success(request, _("已结案封存。"))
        return redirect("casework:mine", request.community.code)
    context = {
        "case": case,
        "form": form,
        "title": _("结案"),
        "note": _("结案后不能再写；查阅要写明理由、由另一位经办人同意；到期自动销毁。"),
    }
    return draw(request, "casework/step.html", context, status=422 if form.is_bound else 200)
