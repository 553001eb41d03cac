"""The community's notices, for everybody: the list, the notice, its board sheet, its text."""

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
from linli.mechanisms.publication.renditions import as_data, as_lines, as_text, gone_data


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
    context = {"form": form, "page": page, "community": request.community}
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
    found = _found(request, notice)
    if found.face is None:
        context = {"notice": found, "community": request.community}
        return answer(request, "publication/gone.html", context, json=gone_data(found), status=410)
    face = found.face
    context = {
        "face": face,
        "community": request.community,
        "may_withdraw": may("publication.withdraw", request.actor, request.community),
        "withdraw_form": WithdrawForm(),
    }
    response = answer(request, "publication/notice.html", context, json=lambda: as_data(face))
    return _guarded(response, face)


@public
@require_safe
def print_sheet(request: Any, notice: UUID) -> HttpResponse:
    """The notice as it hangs on the board, on A4 or A3 paper."""
    face = _face(request, notice)
    size = "A3" if request.GET.get("size") == "A3" else "A4"
    context = {
        "face": face,
        "size": size,
        "community": request.community,
        "url": _address(request, notice),
    }
    return _guarded(answer(request, "publication/sheet.html", context), face)


@public
@require_safe
def paste_text(request: Any, notice: UUID) -> HttpResponse:
    """The notice as a message to paste into a group."""
    face = _face(request, notice)
    text = as_text(face, _address(request, notice))
    return _guarded(HttpResponse(text, content_type="text/plain; charset=utf-8"), face)


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
    return redirect(_address(request, notice))


def _found(request: Any, notice: UUID) -> queries.Notice:
    found = queries.public_notice(request.community.pk, notice, timezone.now())
    if found is None:
        raise Http404
    return found


def _face(request: Any, notice: UUID) -> Face:
    face = _found(request, notice).face
    if face is None:
        raise Http404
    return face


def _address(request: Any, notice: UUID) -> str:
    here = reverse("publication:notice", args=[request.community.code, notice])
    address: str = request.build_absolute_uri(here)
    return address


def _guarded(response: HttpResponse, face: Face) -> HttpResponse:
    if face.hidden_from_search:
        response["X-Robots-Tag"] = "noindex, noarchive"
    if face.comes_down_at is not None:
        # What comes down must not live on in a cache.
        response["Cache-Control"] = "no-store"
    return response
