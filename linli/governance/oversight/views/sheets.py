"""Two sheets held against each other, and what differs written down with both digests."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.governance.oversight.actions.inspections import Found, raise_shortcoming
from linli.governance.oversight.forms.inspections import (
    BOARD,
    BoardForm,
    FoundForm,
    SheetsForm,
    SidesForm,
)
from linli.governance.oversight.queries import sheets
from linli.governance.oversight.rules.inspections import another_sheet


@needs("oversight.supervise")
def choose(request: Visit) -> HttpResponse:
    """Which notice is looked at."""
    form = SheetsForm(request.GET or None, community=request.community)
    if form.is_valid():
        posting = UUID(form.cleaned_data["posting"])
        return redirect("oversight:compare", request.community.code, posting)
    return answer(request, "oversight/sheets.html", {"form": form})


@needs("oversight.supervise")
def compare(request: Visit, posting_id: UUID) -> HttpResponse:
    """Holds two sheets against each other; what differs can be written down at once."""
    posting, template = sheets.posting_in(request.community, posting_id)
    sides = SidesForm(request.GET or None, posting=posting, template=template)
    context: dict[str, Any] = {
        "posting": posting,
        "title": sheets.title_of(posting, template),
        "sides": sides,
    }
    if sides.is_valid():
        told = _held_together(request, posting, template, sides.cleaned_data)
        if isinstance(told, HttpResponse):
            return told
        context |= told
    return answer(request, "oversight/compare.html", context)


def _held_together(
    request: Visit, posting: Any, template: Any, chosen: dict[str, str]
) -> HttpResponse | dict[str, Any]:
    one = _version(posting, template, chosen["one"])
    board = None
    if chosen["other"] == BOARD:
        said = {f.key: sheets.spell(f, one.fields.get(f.key)) for f in template.fields}
        sent = request.POST if request.method == "POST" else None
        board = BoardForm(sent, template=template, said=said)
        if not board.is_bound or not board.is_valid():
            return {"board": board}
        other = sheets.read_off(posting, template, board.said())
    else:
        other = _other(request, posting, template, chosen["other"])
    if (one.posting, one.version) == (other.posting, other.version):
        return {"board": board, "findings": [another_sheet(True)]}
    differs = sheets.compare(template, one, other)
    form = _found(request, posting, template, other)
    if "write" in request.POST and form.is_valid() and differs:
        return _write_down(request, form, (one, other), differs)
    return {"board": board, "one": one, "other": other, "differs": differs, "form": form}


def _found(request: Visit, posting: Any, template: Any, other: sheets.Sheet) -> FoundForm:
    initial = {
        "looked_at": "board" if other.kind == "board" else "posting",
        "title": _("两份内容不一致：%(title)s") % {"title": sheets.title_of(posting, template)},
        "found_on": timezone.localdate(),
    }
    writes = "write" in request.POST
    return FoundForm(
        request.POST if writes else None, request.FILES if writes else None, initial=initial
    )


def _write_down(
    request: Visit, form: FoundForm, held: tuple[sheets.Sheet, sheets.Sheet], differs: Any
) -> HttpResponse:
    given = dict(form.cleaned_data)
    photo = given.pop("photo")
    found = raise_shortcoming(
        request.community,
        found=Found(**given, sides=[side.kept() for side in held], differs=differs),
        photo=photo,
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("已记下，两份的校验值都留着。接着可以要求改正。"))
    return redirect("oversight:shortcoming", request.community.code, found.pk)


def _version(posting: Any, template: Any, number: str) -> sheets.Sheet:
    found = sheets.versions_in(posting).filter(version=int(number)).first()
    if found is None:
        raise Http404
    return sheets.sheet_of(posting, template, found)


def _other(request: Visit, posting: Any, template: Any, chosen: str) -> sheets.Sheet:
    """An earlier version of the same notice, or the latest of another of its sort."""
    if chosen.isdigit():
        return _version(posting, template, chosen)
    another, its = sheets.posting_in(request.community, UUID(chosen))
    latest = sheets.versions_in(another).last()
    if latest is None or its.name != template.name:
        raise Http404
    return sheets.sheet_of(another, its, latest)
