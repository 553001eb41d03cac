"""The community's notices, for everybody: the list, the notice, and taking one down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.mechanisms.publication import queries
from linli.mechanisms.publication.actions import withdraw
from linli.mechanisms.publication.face import Face
from linli.mechanisms.publication.forms import FindForm, WithdrawForm
from linli.mechanisms.publication.queries.rounds import is_told, own_household
from linli.mechanisms.publication.renditions import as_data, as_lines, gone_data
from linli.mechanisms.publication.views.shapes import address_of, guarded


@public
@require_safe
def list_notices(request: Any) -> HttpResponse:
    """What is up, newest first."""
    form = FindForm(request.GET)
    page = queries.public(
        request.community.pk,
        timezone.now(),
        category=form.cleaned_data["category"] if form.is_valid() else "",
        before=request.GET.get("after", ""),
    )
    context = {
        "form": form,
        "page": page,
        "community": request.community,
        "sees_desk": may("publication.see_desk", request.actor, request.community),
    }
    return answer(
        request,
        "publication/notices.html",
        context,
        fragment="publication/_notices.html",
        json=lambda: as_lines(page, request.community.code),
    )


@public
@require_safe
def show_notice(request: Any, notice: UUID) -> HttpResponse:
    """One notice; once it has come down, only that it was up and until when."""
    at = timezone.now()
    found = queries.public_notice(request.community.pk, notice, at)
    if found is None:
        raise Http404
    if found.face is None:
        context = {"notice": found, "community": request.community}
        return answer(request, "publication/gone.html", context, json=gone_data(found), status=410)
    face = found.face
    context = {
        "face": face,
        "community": request.community,
        "may_object": _may_object(face, at),
        "object_url": _way_to_object(request, face),
        "round": _round(request, notice) if found.round_open else None,
        "sees_desk": may("publication.see_desk", request.actor, request.community),
        "may_withdraw": may("publication.withdraw", request.actor, request.community),
        "withdraw_form": WithdrawForm(),
    }
    response = answer(request, "publication/notice.html", context, json=lambda: as_data(face))
    return guarded(response, face)


@needs("publication.withdraw")
@require_POST
def withdraw_notice(request: Any, notice: UUID) -> HttpResponse:
    """Takes a notice down before its time."""
    form = WithdrawForm(request.POST)
    posting = queries.posting_to_withdraw(request.community.pk, notice)
    if posting is None:
        raise Http404
    if form.is_valid():
        ground = form.cleaned_data["ground"]
        withdraw(posting, by=request.actor, at=timezone.now(), ground=ground)
        messages.success(request, _("已撤下。张贴在公开栏的纸质件也请同时取下。"))
        return redirect("publication:notices", community_code=request.community.code)
    messages.error(request, _("请选择撤下的原因。"))
    return redirect(address_of(request, notice))


def _may_object(face: Face, at: Any) -> bool:
    return face.objections_until is not None and at < face.objections_until


def _way_to_object(request: Any, face: Face) -> str:
    """Where objections are raised: here, or where the practice behind the notice takes them."""
    if face.objections_at:
        return reverse(face.objections_at, args=[request.community.code, face.owner])
    return reverse("publication:object", args=[request.community.code, face.id])


def _round(request: Any, notice: UUID) -> dict[str, Any] | None:
    """Whether whoever reads may say for their household that it knows, and has."""
    if not may("publication.confirm_told", request.actor):
        return None
    community = request.community.pk
    household = own_household(request.actor, community, timezone.localdate())
    posting = queries.posting_to_withdraw(community, notice)
    if household is None or posting is None:
        return None
    return {"told": is_told(posting, household)}
