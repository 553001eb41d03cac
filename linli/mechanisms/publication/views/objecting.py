"""Objecting to a notice, and following one's objection with its receipt. No account is needed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import Replayed
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.lib.identity.refusals import Refusal
from linli.lib.identity.sentences import sentence_of
from linli.lib.law import require
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.actions.objecting import ANSWER
from linli.mechanisms.publication.forms import ObjectForm, ReceiptForm
from linli.mechanisms.publication.models import Objection
from linli.mechanisms.publication.queries.objections import (
    objection_by_receipt,
    raised_before,
)
from linli.mechanisms.publication.rules import objected_in_time
from linli.mechanisms.publication.views.shapes import loaded, own_face, unseen


@public
def object_to(request: Visit, notice: UUID) -> HttpResponse:
    """What one thinks is wrong with a notice."""
    posting, template = loaded(request, notice)
    face = own_face(request, notice)
    if template.objections_at or not template.objection_days:
        raise Http404
    require(objected_in_time(template, posting.objections_until, timezone.now()))
    form = ObjectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        sender = request.actor.account
        objected = actions.Objected(given["words"], contact=given["contact"], sender=sender)
        try:
            objection = actions.object_to(
                posting,
                objected=objected,
                by=request.actor,
                at=timezone.now(),
                once=given["once"],
            )
        except Replayed as replayed:
            objection = raised_before(request.community, replayed.subject)
        messages.success(request, _("收到了。请记下回执号，凭它看答复。"))
        return _to(objection)
    context = {"form": form, "face": face, "community": request.community}
    status = 422 if form.is_bound else 200
    return unseen(answer(request, "publication/object.html", context, status=status))


@public
def find_objection(request: Visit) -> HttpResponse:
    """Type the receipt number. Posted, so that it stands in no log."""
    form = ReceiptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        found = objection_by_receipt(form.cleaned_data["receipt"])
        if isinstance(found, Objection):
            return _to(found)
        if isinstance(found, Refusal):
            form.add_error("receipt", sentence_of(found, _))
        else:
            form.add_error("receipt", _("没有找到这个回执号。请核对，或到居委会窗口查询。"))
    status = 422 if form.is_bound else 200
    return unseen(answer(request, "publication/find_objection.html", {"form": form}, status=status))


@public
@require_safe
def own_objection(request: Visit, receipt: str) -> HttpResponse:
    """One's own objection and its answer."""
    objection = _borne(request, receipt)
    clock = next(iter(clocks_of(objection, ANSWER)), None)
    calendar = work_calendar(objection.community_id)
    address = reverse("publication:own_objection", args=[request.community.code, receipt])
    context = {
        "objection": objection,
        "community": request.community,
        "deadline": deadline_of(clock, calendar, timezone.now()) if clock else None,
        "address": request.build_absolute_uri(address),
    }
    return unseen(answer(request, "publication/own_objection.html", context))


@public
@require_POST
def withdraw_objection(request: Visit, receipt: str) -> HttpResponse:
    """Takes it back."""
    objection = _borne(request, receipt)
    by = request.actor.bearing(objection.pk)
    actions.withdraw_objection(objection, by=by, at=timezone.now())
    messages.success(request, _("已撤回。"))
    return _to(objection)


def _borne(request: Visit, receipt: str) -> Objection:
    found = objection_by_receipt(receipt)
    if not isinstance(found, Objection) or found.community_id != request.community.pk:
        raise Http404
    return found


def _to(objection: Objection) -> HttpResponse:
    code = objection.community.code
    return redirect("publication:own_objection", community_code=code, receipt=objection.receipt)
