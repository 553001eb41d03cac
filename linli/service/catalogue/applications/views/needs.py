"""At the desk: wishes residents have let the workers see, and a worker's own notes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.access.views.proving import proved
from linli.core.pages.answer import answer
from linli.core.people.choosing import FindForm
from linli.service.catalogue.applications import actions, forms, queries
from linli.service.catalogue.applications.views.desk import FOLDER, tabs_of


@needs("catalogue.see_shared_wishes")
@proved
@require_safe
def shared_wishes(request: Visit) -> HttpResponse:
    """Who would like to be offered what, as they said themselves and let us see."""
    rows = list(queries.shared_wishes(request.community)[:200])
    context = {"rows": rows, "tabs": tabs_of(request, "wishes")}
    return _private(answer(request, f"{FOLDER}/shared_wishes.html", context))


@needs("catalogue.note_privately")
@proved
@require_safe
def notes(request: Visit) -> HttpResponse:
    """One's own notes, each with the day it is gone."""
    rows = queries.own_notes(request.actor, request.community, timezone.localdate())
    context = {"rows": list(rows), "tabs": tabs_of(request, "notes")}
    return _private(answer(request, f"{FOLDER}/notes.html", context))


@needs("catalogue.note_privately")
def new_note(request: Visit) -> HttpResponse:
    """Notes that one named person may be entitled and has not applied."""
    words = request.POST.get("q", "")
    form = forms.NoteForm(request.POST if "scheme" in request.POST else None, initial={"q": words})
    persons: Any = form.fields["person"]
    found = persons.offer(request.community, words, timezone.localdate())
    if form.is_bound and form.is_valid():
        given = {key: form.cleaned_data[key] for key in ("person", "scheme", "ground", "next_step")}
        actions.note_privately(request.community, **given, by=request.actor, at=timezone.now())
        messages.success(request, _("记下了，只有您看得到。"))
        return redirect("catalogue:application_notes", community_code=request.community.code)
    context = {"form": form, "find": FindForm({"q": words} if words else None), "found": found}
    status = 422 if form.is_bound else 200
    return _private(answer(request, f"{FOLDER}/new_note.html", context, status=status))


@needs("catalogue.note_privately")
@proved
@require_POST
def drop_note(request: Visit, note: UUID) -> HttpResponse:
    """Done, or let go."""
    mine = queries.own_notes(request.actor, request.community, timezone.localdate())
    row = mine.filter(pk=note).first()
    if row is None:
        raise Http404
    actions.drop_own_note(row, by=request.actor, at=timezone.now())
    messages.success(request, _("删除了。"))
    return redirect("catalogue:application_notes", community_code=request.community.code)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response
