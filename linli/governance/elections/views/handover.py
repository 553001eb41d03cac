"""The handover list, ticked by both sides; the file of the election, and its archiving."""

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
from linli.core.audit.door import Replayed, may
from linli.core.clocks.queries import clocks_of, deadline_of, work_calendar
from linli.core.files.filing import digest, pack
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.steps import StepForm
from linli.governance.elections import filing
from linli.governance.elections.actions import handing_over as acts
from linli.governance.elections.forms.declaring import (
    CompleteForm,
    GiveForm,
    ItemForm,
)
from linli.governance.elections.models import Election, HandoverItem
from linli.governance.elections.queries.elections import election_at_desk, public_election
from linli.governance.elections.queries.outcomes import handover_of
from linli.governance.elections.rules.handover import handed_over_in_time
from linli.governance.elections.yardsticks import law_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding


@needs("elections.see_handover")
def show(request: Visit, election_id: UUID) -> HttpResponse:
    """What goes over, who ticked what, and how many days are left."""
    election = _election(request, election_id)
    form = ItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        once = given.pop("once")
        with suppress(Replayed):
            acts.list_item(election, by=request.actor, at=timezone.now(), once=once, **given)
        messages.success(request, _("清单添了一项。"))
        return _back(election)
    context = _context(request, election, form)
    return answer(request, "elections/handover.html", context, status=422 if form.is_bound else 200)


@needs("elections.see_handover")
def give(request: Visit, election_id: UUID, item_id: UUID) -> HttpResponse:
    """The outgoing side gives a thing."""
    item = _item(request, election_id, item_id)
    start = {"amount": item.amount, "missing": item.missing, "note": item.note}
    form = GiveForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        acts.give_item(item, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("已移交，等新一届接收。"))
        return _back(item.election)
    context = {"election": item.election, "item": item, "form": form}
    return answer(
        request, "elections/give_item.html", context, status=422 if form.is_bound else 200
    )


@needs("elections.see_handover")
@require_POST
def take(request: Visit, election_id: UUID, item_id: UUID) -> HttpResponse:
    """The incoming side takes it."""
    item = _item(request, election_id, item_id)
    acts.take_item(item, by=request.actor, at=timezone.now())
    messages.success(request, _("已接收。"))
    return _back(item.election)


@needs("elections.run")
@require_POST
def strike(request: Visit, election_id: UUID, item_id: UUID) -> HttpResponse:
    """Takes a thing off the list."""
    item = _item(request, election_id, item_id)
    acts.strike_item(item, by=request.actor, at=timezone.now())
    messages.success(request, _("已去掉。"))
    return _back(item.election)


@needs("elections.run")
def complete(request: Visit, election_id: UUID) -> HttpResponse:
    """Closes the list; the clock stops."""
    election = election_at_desk(request.actor, request.community, election_id)
    form = CompleteForm(request.POST or None, row=election)
    if request.method == "POST" and form.is_valid():
        acts.complete_handover(election, by=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("移交完成。"))
        return _back(election)
    context = {
        "election": election,
        "form": form,
        "left": sum(not item.is_done for item in handover_of(election)),
        "in_time": _in_time(election),
    }
    return answer(
        request, "elections/complete_handover.html", context, status=422 if form.is_bound else 200
    )


@needs("elections.see_desk")
def show_file(request: Visit, election_id: UUID) -> HttpResponse:
    """Every paper of the election with its hash; put into the archive as a whole."""
    election = election_at_desk(request.actor, request.community, election_id)
    documents = filing.file_of(election)
    form = StepForm(request.POST or None, row=election)
    if request.method == "POST" and form.is_valid():
        acts.archive(
            election,
            sha256=digest(documents),
            by=request.actor,
            at=timezone.now(),
            **form.cleaned_data,
        )
        messages.success(request, _("已归档。"))
        return redirect(
            "elections:file", community_code=request.community.code, election_id=election.pk
        )
    context = {
        "election": election,
        "documents": documents,
        "sha256": digest(documents),
        "form": form,
        "can_archive": election.state == "handed_over"
        and may("elections.run", request.actor, election),
    }
    return answer(request, "elections/file.html", context)


@needs("elections.see_desk")
def download(request: Visit, election_id: UUID) -> HttpResponse:
    """The whole file as one ZIP, the index with the hashes first."""
    election = election_at_desk(request.actor, request.community, election_id)
    name = f"election-{request.community.code}-{election.day:%Y%m%d}.zip"
    return file_response(pack(filing.file_of(election)), name, "application/zip")


def _context(request: Visit, election: Election, form: ItemForm) -> dict[str, Any]:
    items, at = handover_of(election), timezone.now()
    clocks = clocks_of(election, "handover")
    sides = acts.side_of(request.actor, election)
    open_now = election.state == "declared"
    return {
        "election": election,
        "items": items,
        "left": sum(not item.is_done for item in items),
        "gives": open_now and acts.GIVES in sides,
        "takes": open_now and acts.TAKES in sides,
        "runs": open_now and may("elections.run", request.actor, election),
        "deadline": deadline_of(clocks[0], work_calendar(election.community_id), at)
        if clocks
        else None,
        "form": form,
        "in_time": _in_time(election) if election.handed_over_on else None,
        "desk": may("elections.see_desk", request.actor, election),
    }


def _in_time(election: Election) -> Finding | None:
    clocks = clocks_of(election, "handover")
    if not clocks:
        return None
    began = local_day(clocks[0].started_at)
    done = election.handed_over_on or timezone.localdate()
    return handed_over_in_time(began, done, law=law_of(election, began))


def _election(request: Visit, election_id: UUID) -> Election:
    election = public_election(request.community, election_id)
    if not may("elections.see_handover", request.actor, election):
        raise Http404
    return election


def _item(request: Visit, election_id: UUID, item_id: UUID) -> HandoverItem:
    election = _election(request, election_id)
    found: HandoverItem | None = (
        HandoverItem.objects.filter(community=request.community, election=election, pk=item_id)
        .select_related("election__community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _back(election: Election) -> HttpResponse:
    return redirect(
        "elections:handover",
        community_code=election.community.code,
        election_id=election.pk,
    )
