"""One matter at the desk: read it, and take the next step."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import labels_of
from linli.core.audit.door import Replayed, may, record_opening
from linli.core.audit.queries import entries_of
from linli.core.pages.answer import answer
from linli.lib.identity.redact import redact
from linli.mechanisms.flow.queries import moves_open
from linli.service.matters import actions, moves
from linli.service.matters.actions.publishing import names_of, posting_of
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Matter
from linli.service.matters.onward import onward_of
from linli.service.matters.queries import (
    clocks_of,
    fields_for,
    forwarded_view,
    matter_for,
    nearby_of,
    photos_of,
    remarks_for,
)
from linli.service.matters.views import previews, shapes


@needs("matters.see_queue")
def show(request: Visit, matter_id: UUID) -> HttpResponse:
    """All there is to know for who handles it; for a body, the fields it was sent."""
    matter = matter_for(request.actor, request.community, matter_id)
    return _show(request, matter)


@needs("matters.see_queue")
def take_move(request: Visit, matter_id: UUID, move: str) -> HttpResponse:
    """A step: its form, and the step itself."""
    matter = matter_for(request.actor, request.community, matter_id)
    offered = moves.FORMS.get(move)
    if offered is None:
        raise Http404
    moves.require_open(matter, move, request.actor, drawn=request.method == "POST")
    form = offered.form(request.POST if request.method == "POST" else None, row=matter)
    if not form.is_valid():
        fields = fields_for(request.actor, matter)
        context = {"matter": matter, "form": form, "offered": offered, "move": move}
        context["title"] = shapes.title_for(matter, fields)
        status = 422 if form.is_bound else 200
        return answer(request, "matters/move.html", context, "matters/_move.html", status=status)
    offered.act(matter, form.cleaned_data, by=request.actor, at=timezone.now())
    messages.success(request, offered.done)
    return _back(matter)


@needs("matters.handle")
def write_note(request: Visit, matter_id: UUID) -> HttpResponse:
    """A note for colleagues; sent twice it stands once. An old bookmark shows the matter."""
    matter = matter_for(request.actor, request.community, matter_id)
    if request.method != "POST":
        return _back(matter)
    form = moves.NoteForm(request.POST)
    if not form.is_valid():
        return _show(request, matter, note_form=form, status=422)
    with suppress(Replayed):
        actions.note(
            matter,
            text=form.cleaned_data["text"],
            by=request.actor,
            at=timezone.now(),
            once=form.cleaned_data["once"],
        )
    messages.success(request, _("记下了。"))
    return _back(matter)


@needs("matters.publish")
def look(request: Visit, matter_id: UUID) -> HttpResponse:
    """The look before anything is public: as it was said, beside what everybody will read."""
    matter = matter_for(request.actor, request.community, matter_id)
    form = moves.LookForm(request.POST or None, initial=_look_at(matter))
    down = moves.TakeDownForm(request.POST)
    if request.method == "POST" and down.is_valid():
        ground = down.cleaned_data["take_down"]
        actions.unpublish(matter, ground=ground, by=request.actor, at=timezone.now())
        messages.success(request, _("已撤下。"))
        return _back(matter)
    if request.method == "POST" and form.is_valid():
        actions.publish(matter, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已公开。"))
        return _back(matter)
    found = redact(f"{matter.text}\n{matter.answer}", known_names=names_of(matter))
    doubtful = dict.fromkeys(found.text[span.start : span.end] for span in found.doubtful)
    context = {
        "matter": matter,
        "form": form,
        "grounds": moves.TakeDownForm.GROUNDS,
        "found": found,
        "doubtful": list(doubtful),
        "posting": posting_of(matter),
        "photos": photos_of(matter),
    }
    status = 422 if form.is_bound else 200
    return answer(request, "matters/look.html", context, status=status)


@needs("matters.handle")
def merge_with(request: Visit, matter_id: UUID) -> HttpResponse:
    """Chooses the matter this one is a part of: the likely ones first, any receipt otherwise."""
    matter = matter_for(request.actor, request.community, matter_id)
    form = moves.MergeForm(request.POST or None, row=matter)
    if request.method == "POST" and form.is_valid():
        into = actions.merge(
            matter,
            into=form.cleaned_data["into"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已并案。"))
        return _back(into)
    likely = shapes.rows(nearby_of(matter, timezone.now()), timezone.now())
    context = {"matter": matter, "form": form, "likely": likely}
    return answer(request, "matters/merge.html", context, status=422 if form.is_bound else 200)


@needs("matters.handle")
def split_up(request: Visit, matter_id: UUID) -> HttpResponse:
    """Divides a matter that asks for several things."""
    matter = matter_for(request.actor, request.community, matter_id)
    parts = moves.part_forms(request.POST or None, matter)
    if request.method == "POST" and parts.is_valid():
        made = actions.split(
            matter, parts=moves.parts_of(parts), by=request.actor, at=timezone.now()
        )
        messages.success(request, _("已分成 %(count)d 件。") % {"count": len(made)})
        return redirect("matters:queue", community_code=request.community.code)
    context = {"matter": matter, "parts": parts}
    return answer(request, "matters/split.html", context, status=422 if parts.is_bound else 200)


@needs("matters.see_contact")
@require_POST
def open_contact(request: Visit, matter_id: UUID) -> HttpResponse:
    """Shows the contact once, with a purpose; that it was opened is written down."""
    matter = matter_for(request.actor, request.community, matter_id)
    form = moves.PurposeForm(request.POST)
    if not form.is_valid():
        return _show(request, matter, purpose_form=form, status=422)
    record_opening(
        "matters.open_contact",
        request.actor,
        matter,
        at=timezone.now(),
        about=matter.sender.person_id if matter.sender else None,
        purpose=form.cleaned_data["purpose"],
    )
    return _show(request, matter, contact_open=True)


def _show(
    request: Visit,
    matter: Matter,
    *,
    contact_open: bool = False,
    purpose_form: Any = None,
    note_form: Any = None,
    status: int = 200,
) -> HttpResponse:
    at = timezone.now()
    ours = may("matters.handle", request.actor, matter)
    sent = forwarded_view(request.actor, matter)
    clocks = clocks_of([matter]).get(matter.pk, {})
    fields = fields_for(request.actor, matter)
    remarks = list(remarks_for(request.actor, matter))
    ways, led_to = onward_of(matter, request.actor) if ours else ([], [])
    steps = list(matter.steps.all())
    titles = labels_of(
        [step.account_id for step in steps] + [remark.account_id for remark in remarks]
    )
    context = {
        "matter": matter,
        "state": shapes.state_of(matter),
        "deadlines": shapes.deadlines(clocks, matter, at),
        "entries": shapes.entries_for_staff(matter, remarks, titles)
        if ours
        else shapes.entries_for_sender(matter, remarks),
        "photos": photos_of(matter) if fields is None or "photos" in fields else [],
        "moves": moves.offered(moves_open(MATTER, matter, request.actor)),
        "fields": fields,
        "sent": sent,
        "ours": ours,
        "title": shapes.title_for(matter, fields),
        "where": shapes.where_of(matter, fields),
        "contact_open": contact_open,
        "purpose_form": purpose_form or moves.PurposeForm(),
        "note_form": note_form or moves.NoteForm(),
        "book": entries_of(matter.pk) if ours else [],
        "parts": list(matter.parts.all()),
        "posting": posting_of(matter),
        "ways": ways,
        "led_to": led_to,
    }
    return answer(request, "matters/show.html", context, status=status)


def _look_at(matter: Matter) -> dict[str, str]:
    names = names_of(matter)
    return {
        "title": matter.public_title or redact(matter.title, known_names=names).text,
        "text": matter.public_text or redact(matter.text, known_names=names).text,
        "place": matter.public_place or previews.public_place(matter.place, matter.where),
        "answer": matter.public_answer or redact(matter.answer, known_names=names).text,
    }


def _back(matter: Matter) -> HttpResponse:
    return redirect("matters:show", community_code=matter.community.code, matter_id=matter.pk)
