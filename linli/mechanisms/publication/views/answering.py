"""Objections at the desk: the list, one of them, passing on, answering, typing one in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed
from linli.core.clocks.queries import clocks_of, clocks_of_each, deadline_of, work_calendar
from linli.core.pages.answer import answer
from linli.lib.law import require
from linli.mechanisms.publication import actions
from linli.mechanisms.publication.actions.objecting import ANSWER
from linli.mechanisms.publication.face import heading_of
from linli.mechanisms.publication.forms import AnswerForm, PassOnForm, TypeInForm
from linli.mechanisms.publication.models import Objection
from linli.mechanisms.publication.queries import objections as queries
from linli.mechanisms.publication.registry import template_named
from linli.mechanisms.publication.rules import objected_in_time
from linli.mechanisms.publication.views.overview import tabs
from linli.mechanisms.publication.views.shapes import loaded, unseen


@needs("publication.answer_objections")
@require_safe
def objections(request: Visit) -> HttpResponse:
    """Those that wait, by their deadlines, and those lately closed."""
    community, at = request.community, timezone.now()
    waiting = list(queries.waiting_objections(community))
    calendar = work_calendar(community.pk)
    clocks = clocks_of_each(community.pk, [each.pk for each in waiting])
    context = {
        "tabs": tabs(request, "objections"),
        "waiting": [
            (each, deadline_of(clocks[each.pk][0], calendar, at) if clocks[each.pk] else None)
            for each in waiting
        ],
        "closed": queries.closed_objections(community),
    }
    return unseen(answer(request, "publication/desk/objections.html", context))


@needs("publication.answer_objections")
@require_safe
def show_objection(request: Visit, objection_id: UUID) -> HttpResponse:
    """One objection."""
    return _show(request, _load(request, objection_id))


@needs("publication.answer_objections")
@require_POST
def pass_on(request: Visit, objection_id: UUID) -> HttpResponse:
    """Sends it to the office that decides."""
    objection = _load(request, objection_id)
    form = PassOnForm(request.POST)
    if not form.is_valid():
        return _show(request, objection, pass_on_form=form, status=422)
    office = form.cleaned_data["office"]
    actions.pass_objection_on(objection, office=office, by=request.actor, at=timezone.now())
    messages.success(request, _("已记下转交。有了答复，请告诉提出人。"))
    return _back(request, objection_id)


@needs("publication.answer_objections")
@require_POST
def reply(request: Visit, objection_id: UUID) -> HttpResponse:
    """Tells the objector what came of it."""
    objection = _load(request, objection_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, objection, answer_form=form, status=422)
    actions.answer_objection(objection, by=request.actor, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("已答复，提出人凭回执号可以看到。"))
    return _back(request, objection_id)


@needs("publication.answer_objections")
def type_in(request: Visit, notice: UUID) -> HttpResponse:
    """An objection somebody came or called with, written down at the counter."""
    posting, template = loaded(request, notice)
    if template.objections_at or not template.objection_days:
        raise Http404
    require(objected_in_time(template, posting.objections_until, timezone.now()))
    form = TypeInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        objected = actions.Objected(given["words"], given["channel"], given["contact"])
        by, at = request.actor, timezone.now()
        try:
            made = actions.object_to(posting, objected=objected, by=by, at=at, once=given["once"])
        except Replayed as replayed:
            made = queries.raised_before(request.community, replayed.subject)
        told = _("已登记。请把回执号告诉提出人：%(receipt)s")
        messages.success(request, told % {"receipt": made.receipt})
        return _back(request, made.pk)
    context = {"form": form, "posting": posting, "heading": heading_of(posting, template)}
    status = 422 if form.is_bound else 200
    return unseen(answer(request, "publication/desk/type_in.html", context, status=status))


def _show(
    request: Visit,
    objection: Objection,
    *,
    pass_on_form: Any = None,
    answer_form: Any = None,
    status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    clock = next(iter(clocks_of(objection, ANSWER)), None)
    template = template_named(objection.posting.template)
    elsewhere = template is not None and template.decided_elsewhere
    waiting = objection.closed_at is None
    context = {
        "objection": objection,
        "posting": objection.posting,
        "heading": heading_of(objection.posting, template) if template else "",
        "elsewhere": elsewhere,
        "deadline": deadline_of(clock, work_calendar(objection.community_id), at)
        if clock
        else None,
        "pass_on_form": (pass_on_form or PassOnForm()) if objection.state == "open" else None,
        "answer_form": (answer_form or AnswerForm())
        if waiting and (not elsewhere or objection.state == "passed_on")
        else None,
    }
    return unseen(answer(request, "publication/desk/objection.html", context, status=status))


def _load(request: Visit, objection_id: UUID) -> Objection:
    found = queries.desk_objection(request.community, objection_id)
    if found is None:
        raise Http404
    return found


def _back(request: Visit, objection_id: UUID) -> HttpResponse:
    return redirect(
        "publication:objection",
        community_code=request.community.code,
        objection_id=objection_id,
    )
