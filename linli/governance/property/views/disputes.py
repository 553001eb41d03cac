"""Disputes with the firm or the developer: as whoever told one reads it, and as the desk sends it
on its way."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.property.actions import disputes
from linli.governance.property.forms.asking import (
    DisputeForm,
    PassOnForm,
    ReferForm,
    ReleaseForm,
    ResultForm,
)
from linli.governance.property.models import Dispute
from linli.governance.property.origins import may_reach_mediators
from linli.governance.property.queries import disputes as told
from linli.governance.property.queries.estates import estates_of, own_estates
from linli.lib.calendar import local_day


@signed_in
def tell_dispute(request: Visit) -> HttpResponse:
    """A resident tells of a dispute."""
    own = own_estates(request.actor, request.community)
    form = DisputeForm(
        sent(request), estates=estates_of(request.community), own=own[0] if len(own) == 1 else None,
        initial={"kind": request.GET.get("kind", "")},
    )  # fmt: skip
    return step(
        request, form,
        lambda said: disputes.tell_dispute(
            said["estate"], kind=said["kind"], words=said["words"], by=request.actor,
            at=timezone.now(), once=said["once"],
        ),
        title=_("说说物业纠纷"), done=_("收到了。转到哪里、最晚哪天答复，会在这里告诉您。"),
        frame="portal.html", back=_at(request, "rights"),
    )  # fmt: skip


@signed_in
@require_safe
def show_own_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """What one told: the way it went and the answer. Nobody of the desk reads it here."""
    row = one_dispute(request, dispute_id, "property.own_dispute")
    return answer(request, "property/own_dispute.html", {"dispute": row, "late": _late(row)})


@needs("property.see_desk")
@require_safe
def show_disputes(request: Visit) -> HttpResponse:
    """Disputes nobody has taken on, and one's own; those answered apart."""
    context = {
        "rows": told.open_at_desk(request.actor, request.community),
        "closed": told.closed_at_desk(request.actor, request.community),
        "me": request.actor.account,
    }
    return answer(request, "property/disputes.html", context)


@needs("property.see_desk")
@require_POST
def take_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Takes it on."""
    row = one_dispute(request, dispute_id, "property.take_dispute")
    disputes.take_dispute(row, by=request.actor, at=timezone.now())
    return redirect("property:dispute", request.community.code, row.pk)


@needs("property.see_desk")
@require_safe
def show_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """What was told; each look is an entry. Nobody but the handler reads it."""
    row = one_dispute(request, dispute_id, "property.handle_dispute")
    at = timezone.now()
    disputes.open_dispute(row, by=request.actor, at=at)
    context = {
        "dispute": row,
        "late": _late(row),
        "mediators": may_reach_mediators(request.actor, request.community),
        "teller": told.teller_of(row, local_day(at)),
    }
    return answer(request, "property/dispute.html", context)


@needs("property.see_desk")
def refer_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Sends it on its way."""
    row = one_dispute(request, dispute_id, "property.handle_dispute")
    return step(
        request, ReferForm(sent(request), row=row),
        lambda said: disputes.refer_dispute(row, **said, by=request.actor, at=timezone.now()),
        title=_("转出去"), done=_("转出去了，期限告诉了本人。"), back=_at(request, "dispute", row.pk),
        note=_("答复的期限从第一次转出算起，再转别处不变；停水停电的从说的那天算。"),
    )  # fmt: skip


@needs("property.see_desk")
def answer_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """What came of it."""
    row = one_dispute(request, dispute_id, "property.handle_dispute")
    return step(
        request, ResultForm(sent(request), row=row),
        lambda said: disputes.answer_dispute(row, **said, by=request.actor, at=timezone.now()),
        title=_("写结果"), done=_("告诉本人了。"), back=_at(request, "dispute", row.pk),
    )  # fmt: skip


@needs("property.see_desk")
def pass_on_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """Somebody else handles it from now on."""
    row = one_dispute(request, dispute_id, "property.handle_dispute")
    others = told.keepers(request.community, local_day(timezone.now()))
    form = PassOnForm(sent(request), row=row, keepers=others.exclude(pk=request.actor.account))
    return step(
        request, form,
        lambda said: disputes.pass_on_dispute(row, **said, by=request.actor, at=timezone.now()),
        title=_("交给别人办"), done=_("交出去了，告诉了本人。"), back=_at(request, "disputes"),
    )  # fmt: skip


@needs("property.see_desk")
def release_dispute(request: Visit, dispute_id: UUID) -> HttpResponse:
    """It is given back for somebody to take on."""
    row = one_dispute(request, dispute_id, "property.handle_dispute")
    return step(
        request, ReleaseForm(sent(request), row=row),
        lambda said: disputes.release_dispute(row, **said, by=request.actor, at=timezone.now()),
        title=_("放回，等人接手"), done=_("放回了，告诉了本人。"), back=_at(request, "disputes"),
        note=_("放回以后谁接手，就只有谁看得到；期限不变。"),
    )  # fmt: skip


def one_dispute(request: Visit, key: UUID, permission: str) -> Dispute:
    """A dispute, for who may; 404 else."""
    if request.actor.account is None:
        raise Http404
    return told.dispute_for(request.actor, request.community, key, permission)


def _late(row: Dispute) -> bool:
    """Whether the day of the answer is over and there is none."""
    today = local_day(timezone.now())
    return row.closed_at is None and row.answer_by is not None and row.answer_by < today


def _at(request: Visit, name: str, *args: Any) -> str:
    return reverse(f"property:{name}", args=[request.community.code, *args])
