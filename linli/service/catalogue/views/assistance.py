"""Notices about help at the desk: from the office's paper to the board, through two hands."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.places.queries import jurisdictions_of
from linli.lib.law import Refused, parameter
from linli.mechanisms.publication.actions import state_of
from linli.mechanisms.publication.forms import SendBackForm
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries.desk import findings_before
from linli.mechanisms.publication.views.previews import previewed
from linli.service.catalogue.actions import assistance as actions
from linli.service.catalogue.applications.paths import days_of_notice
from linli.service.catalogue.forms import AssistanceForm
from linli.service.catalogue.models.assistance import AssistanceNotice
from linli.service.catalogue.postings import ASSISTANCE_NOTICE
from linli.service.catalogue.queries import assistance as queries


@needs("catalogue.draft_assistance")
@require_safe
def notices(request: Visit) -> HttpResponse:
    """What waits, what is up, and the register of what was."""
    at = timezone.now()
    rows = list(queries.assistance_notices(request.community))
    context = {
        "waiting": [row for row in rows if row.posting and row.posting.state == "draft"],
        "posted": [
            (row, row.posting.is_up(at))
            for row in rows
            if row.posting and row.posting.state != "draft"
        ],
        "laid_down": _laid_down(request),
    }
    return _private(answer(request, "catalogue/assistance/notices.html", context))


@needs("catalogue.draft_assistance")
def write(request: Visit) -> HttpResponse:
    """From the office's paper, line by line."""
    form = AssistanceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        by, at = request.actor, timezone.now()
        try:
            made = actions.draft_assistance_notice(
                request.community, asked=form.asked(), by=by, at=at
            )
        except Refused as refused:
            return _write_page(request, form, refused=refused)
        return _to(request, made.posting_id)
    return _write_page(request, form)


@needs("catalogue.draft_assistance")
def rewrite(request: Visit, notice: UUID) -> HttpResponse:
    """The draft written anew."""
    row = _draft(request, notice)
    form = AssistanceForm(request.POST or None, initial=AssistanceForm.from_notice(row))
    if request.method == "POST" and form.is_valid():
        by, at = request.actor, timezone.now()
        try:
            actions.redraft_assistance_notice(row, asked=form.asked(), by=by, at=at)
        except Refused as refused:
            return _write_page(request, form, row, refused)
        return _to(request, notice)
    return _write_page(request, form, row)


@needs("catalogue.draft_assistance")
@require_safe
def show(request: Visit, notice: UUID) -> HttpResponse:
    """The draft in every form it will have; once it is up, the notice's own page."""
    row = queries.assistance_notice(request.community, notice)
    if row is None or row.posting is None:
        raise Http404
    posting = row.posting
    if posting.state != "draft":
        code = request.community.code
        return redirect("publication:manage", community_code=code, notice=notice)
    at = timezone.now()
    context = {
        "row": row,
        "posting": posting,
        "seen": state_of(posting),
        "own": posting.prepared_by_id == request.actor.account,
        "findings": findings_before(posting, ASSISTANCE_NOTICE, request.actor, at),
        "send_back_form": SendBackForm(),
        "laid_down": _laid_down(request, row.scheme),
        **previewed(request, posting, ASSISTANCE_NOTICE, page="catalogue:assistance_notice"),
    }
    return _private(answer(request, "catalogue/assistance/draft.html", context))


@needs("catalogue.release_assistance")
@require_POST
def release(request: Visit, notice: UUID) -> HttpResponse:
    """Posts it."""
    row = _draft(request, notice)
    seen = request.POST.get("seen", "")
    actions.release_assistance_notice(row, by=request.actor, at=timezone.now(), seen=seen)
    messages.success(request, _("已公布。请打印张贴版，贴到公告栏并记下来；到期自动撤下。"))
    return redirect("publication:manage", community_code=request.community.code, notice=notice)


@needs("catalogue.release_assistance")
@require_POST
def send_back(request: Visit, notice: UUID) -> HttpResponse:
    """Gives it back with what is to be put right."""
    row = _draft(request, notice)
    reason = request.POST.get("reason", "")
    actions.send_back_assistance_notice(row, by=request.actor, at=timezone.now(), reason=reason)
    messages.success(request, _("已退回给起草的人。"))
    return _to_all(request)


@needs("catalogue.draft_assistance")
@require_POST
def discard(request: Visit, notice: UUID) -> HttpResponse:
    """Throws the draft away."""
    row = _draft(request, notice)
    actions.discard_assistance_notice(row, by=request.actor, at=timezone.now())
    messages.success(request, _("草稿已删除。"))
    return _to_all(request)


def _laid_down(request: Visit, scheme: str = "") -> dict[str, Any]:
    """How long and how names are written here, and whether somebody has checked that; of one sort
    of help, or of all with the one that differs."""
    on, laws = timezone.localdate(), jurisdictions_of(request.community)
    days = parameter(days_of_notice(scheme), on, laws)
    mask = parameter("assistance.mask_names", on, laws)
    temporary = None if scheme else parameter(days_of_notice("temporary_relief"), on, laws)
    return {"days": days, "temporary": temporary, "mask": mask}


def _draft(request: Visit, notice: UUID) -> AssistanceNotice:
    row = queries.assistance_notice(request.community, notice)
    if row is None or row.posting is None or row.posting.state != "draft":
        raise Http404
    return row


def _write_page(
    request: Visit,
    form: AssistanceForm,
    row: AssistanceNotice | None = None,
    refused: Refused | None = None,
) -> HttpResponse:
    posting: Posting | None = row.posting if row else None
    context = {
        "form": form,
        "posting": posting,
        "laid_down": _laid_down(request),
        "finding": refused.finding if refused else None,
    }
    status = 409 if refused else 422 if form.is_bound else 200
    return _private(answer(request, "catalogue/assistance/write.html", context, status=status))


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _to(request: Visit, notice: UUID | None) -> HttpResponse:
    code = request.community.code
    return redirect("catalogue:assistance_notice", community_code=code, notice=notice)


def _to_all(request: Visit) -> HttpResponse:
    return redirect("catalogue:assistance_notices", community_code=request.community.code)
