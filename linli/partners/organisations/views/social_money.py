"""The steps of a grant: agreement, instalments, report, evaluation, settling."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.audit.door import may
from linli.core.pages.stepping import sent, step
from linli.partners.organisations.actions import social_grants as acts, social_paying as paying
from linli.partners.organisations.flows_social import APPLICATION
from linli.partners.organisations.forms.social import PlainForm, PlainStep, ReasonStep
from linli.partners.organisations.forms.social_grants import (
    AgreementStep,
    CancelStep,
    EvaluateStep,
    PaidForm,
    SettleStep,
    UseStep,
)
from linli.partners.organisations.queries import social_grants as grants

STEPS: dict[str, tuple[Any, Any, str, Any]] = {
    "take_back": (
        PlainStep,
        acts.take_back_application,
        "arrow-back-up",
        _("截止前可以改好再递交。"),
    ),
    "agree": (
        AgreementStep,
        paying.sign_agreement,
        "pencil",
        _("照签好的纸质协议填写；各期合起来正好是资助的金额。"),
    ),
    "report": (
        UseStep,
        paying.report_use,
        "clipboard-list",
        _("做了什么、用了多少；没有用完的要退回。"),
    ),
    "send_back": (
        ReasonStep,
        paying.send_back_use,
        "arrow-back-up",
        _("写清楚要补充什么。"),
    ),
    "stop": (
        CancelStep,
        paying.stop_social_grant,
        "ban",
        _("后面的各期不再付；已经付的要报告、结清。原因大家都看得到。"),
    ),
    "evaluate": (
        EvaluateStep,
        paying.evaluate_project,
        "checklist",
        _("评估的是项目，不是人；大家都看得到。"),
    ),
    "close": (
        SettleStep,
        paying.settle_grant,
        "check",
        _("没有用完的退回以后结清；正好用完的写 0。"),
    ),
}


@signed_in
def take_move(request: Visit, row_id: UUID, move: str) -> HttpResponse:
    """A step of a grant."""
    row = grants.application_for(request.actor, request.community, row_id)
    if move not in STEPS:
        raise Http404
    made, act, _icon, note = STEPS[move]
    form = made(sent(request), row=row)
    chosen = APPLICATION.move(move)
    return step(
        request,
        form,
        lambda said: act(row, **getattr(form, "given", said), by=request.actor, at=timezone.now()),
        title=chosen.title,
        note=note,
        done=chosen.told,
        back=_project(request, row.pk),
        frame="desk.html"
        if may("organisations.see_social_desk", request.actor, row)
        else "portal.html",
    )


@needs("organisations.run_social_grants")
def ask(request: Visit, part_id: UUID) -> HttpResponse:
    """Asks for an instalment to be paid."""
    part = grants.instalment_for(request.community, part_id)
    return step(
        request,
        PlainForm(sent(request)),
        lambda said: paying.ask_instalment(part, by=request.actor, at=timezone.now()),
        title=_("请付这一期"),
        note=part.condition,
        done=_("记下了，等付款。"),
        back=_project(request, part.application_id),
    )


@needs("organisations.run_social_grants")
def pay(request: Visit, part_id: UUID) -> HttpResponse:
    """Writes down that an instalment was paid."""
    part = grants.instalment_for(request.community, part_id)
    return step(
        request,
        PaidForm(sent(request), part=part),
        lambda said: paying.note_instalment_paid(part, **said, by=request.actor, at=timezone.now()),
        title=_("记下已付"),
        note=_("钱从经费里付；这里照凭证记下哪天付的、凭证号是多少。"),
        done=_("记下了。"),
        back=_project(request, part.application_id),
    )


def _project(request: Visit, row_id: UUID) -> str:
    return reverse("organisations:grant_project", args=[request.community.code, row_id])
