"""The desk: what ends before its time, or is taken back; when the first assembly is meant to be."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import contracts, endings, estates
from linli.governance.property.forms.contracts import WithdrawForm
from linli.governance.property.forms.estates import EndForm, LeaveForm, PlanForm
from linli.governance.property.models import Founding
from linli.governance.property.queries import estates as found
from linli.governance.property.queries.bodies import member_of, others_of


@needs("property.keep")
def plan_first_assembly(request: Visit, estate_id: UUID) -> HttpResponse:
    """The day the first assembly is meant for."""
    founding = _founding(request, estate_id)
    form = PlanForm(sent(request), row=founding, initial={"on": founding.planned_on})
    return step(
        request, form,
        lambda said: estates.plan_first_assembly(
            founding, **said, by=request.actor, at=timezone.now()
        ),
        title=_("定首次业主大会的日期"), done=_("记下了。"), back=_at(request, founding.estate_id),
    )  # fmt: skip


@needs("property.keep")
def end_founding(request: Visit, estate_id: UUID) -> HttpResponse:
    """A founding ends without a body."""
    founding = _founding(request, estate_id)
    return step(
        request, EndForm(sent(request), row=founding),
        lambda said: endings.end_founding(founding, **said, by=request.actor, at=timezone.now()),
        title=_("结束这次筹备"), done=_("结束了，可以另外再筹备。"),
        back=_at(request, founding.estate_id),
        note=_("撤回了、没有选出来的，写明原因；走过的步骤留着。"),
    )  # fmt: skip


@needs("property.keep")
def leave_office(request: Visit, member_id: UUID) -> HttpResponse:
    """One member leaves before the term ends."""
    member = member_of(request.community, member_id)
    chair = member.office == "chair"
    form = LeaveForm(sent(request), chair=chair, others=others_of(member))
    return step(
        request, form,
        lambda said: endings.leave_office(
            member, on=said["on"], follows=said.get("follows"), by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("一位成员提前离任"), done=_("记下了。"), note=member.name,
        back=_at(request, member.owners_body.estate_id),
    )  # fmt: skip


@needs("property.keep")
def close_estate(request: Visit, estate_id: UUID) -> HttpResponse:
    """An estate is kept no more."""
    estate = found.estate_of(request.community, estate_id)
    return step(
        request, EndForm(sent(request), row=estate),
        lambda said: endings.close_estate(estate, **said, by=request.actor, at=timezone.now()),
        title=_("不再登记这个小区"), done=_("记下了，这个小区不再列出。"),
        back=reverse("property:desk", args=[request.community.code]),
        note=_("并入别的小区、拆除以后才用。业主组织一同终止，业主名册一年后清除。"),
    )  # fmt: skip


@needs("property.keep")
def withdraw_notice(request: Visit, contract_id: UUID) -> HttpResponse:
    """A written notice is taken back."""
    contract = found.contract_of(request.community, contract_id)
    return step(
        request, WithdrawForm(sent(request), row=contract),
        lambda said: contracts.withdraw_notice(
            contract, **said, by=request.actor, at=timezone.now()
        ),
        title=_("收回书面通知"), done=_("记下了，原来的物业继续服务。"),
        back=reverse("property:contract", args=[request.community.code, contract.pk]),
        note=_("双方都同意才能收回；已经选了新物业的不能收回。交接清单同时取消。"),
    )  # fmt: skip


def _founding(request: Visit, estate_id: UUID) -> Founding:
    estate = found.estate_of(request.community, estate_id)
    founding = found.founding_of(estate)
    if founding is None or founding.ended_on is not None:
        raise Http404
    return founding


def _at(request: Visit, estate_id: Any) -> str:
    return reverse("property:estate_desk", args=[request.community.code, estate_id])
