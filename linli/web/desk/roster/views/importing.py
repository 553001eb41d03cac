"""A roster brought in: read, looked at with every fault, taken in, given back marked, undone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.people import actions
from linli.core.people.models import Batch, Person
from linli.core.people.roster.columns import FIELDS, WITHOUT_GROUND
from linli.core.people.roster.preview import Options, Preview, preview_roster, unpack
from linli.web.desk.roster import shapes
from linli.web.desk.roster.actions import begin_import
from linli.web.desk.roster.forms import COLUMN_TITLES, UploadForm

SHOWN = 100
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("people.import")
def upload(request: Visit) -> HttpResponse:
    """Choose a table; earlier ones below."""
    form = UploadForm(request.POST or None, request.FILES or None)
    faults: list[dict[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        preview, options = _read(request, form)
        if preview.readable:
            batch = actions.keep_preview(
                request.community,
                by=request.actor,
                at=timezone.now(),
                preview=preview,
                options=options,
            )
            return _to(request, batch)
        faults = preview.refused()
    batches = Batch.objects.filter(community=request.community).defer("content")
    context = {"form": form, "faults": faults, "fields": FIELDS, "never": WITHOUT_GROUND[:12]}
    context["batches"] = batches.order_by("-read_at")[:20]
    status = 422 if faults or form.errors else 200
    return answer(request, "roster/imports.html", context, status=status)


@needs("people.import")
def batch(request: Visit, batch_id: UUID) -> HttpResponse:
    """What the table would do, row by row where something is wrong; or what it did."""
    found = _load(request, batch_id)
    context: dict[str, Any] = {"batch": found, "counts": found.counts}
    if found.state == Batch.PREVIEWED:
        preview = _again(request, found)
        faults = [fault for fault in preview.refused() if fault["code"] != "doubtful"]
        context |= {
            "preview": preview,
            "counts": preview.counts(),
            "faults": faults[:SHOWN],
            "more": max(len(faults) - SHOWN, 0),
            "doubts": _doubts(request, preview)[:SHOWN],
            "columns": [
                (match, COLUMN_TITLES[name]) for name, match in preview.sheet.mapping.items()
            ],
        }
    return answer(request, "roster/batch.html", context)


@needs("people.import")
def marked(request: Visit, batch_id: UUID) -> HttpResponse:
    """The user's own file, with every fault marked in its cell."""
    found = _load(request, batch_id)
    if found.state != Batch.PREVIEWED:
        raise Http404
    response = HttpResponse(_again(request, found).marked(), content_type=WORKBOOK)
    response["Content-Disposition"] = 'attachment; filename="marked.xlsx"'
    response["Cache-Control"] = "no-store"
    return response


@needs("people.import")
@require_POST
def take_in(request: Visit, batch_id: UUID) -> HttpResponse:
    """Begins; the page of the job shows how far it is, and can be left."""
    decisions: dict[int, UUID | str] = {}
    for name, value in request.POST.items():
        row = name.removeprefix("row-")
        if row != name and row.isdigit() and value:
            decisions[int(row)] = "new" if value == "new" else _uuid(str(value))
    job = begin_import(
        _load(request, batch_id), by=request.actor, at=timezone.now(), decisions=decisions
    )
    return redirect("jobs:show", job=job.pk)


@needs("people.import")
@require_POST
def drop(request: Visit, batch_id: UUID) -> HttpResponse:
    """Decides against it; the file is gone."""
    actions.drop_preview(_load(request, batch_id), by=request.actor, at=timezone.now())
    messages.success(request, _("没有导入，文件已删除。"))
    return redirect("roster:imports", request.community.code)


@needs("people.import")
@require_POST
def undo(request: Visit, batch_id: UUID) -> HttpResponse:
    """Takes an import out again."""
    found = _load(request, batch_id)
    actions.undo_roster(found, by=request.actor, at=timezone.now())
    messages.success(request, _("已撤销。"))
    return _to(request, found)


def _read(request: Visit, form: UploadForm) -> tuple[Preview, Options]:
    said = form.cleaned_data
    options = Options(kind=said["kind"], contact=said["contact"], complete=said["complete"])
    table = said["table"]
    return (
        preview_roster(
            request.community,
            table.read(),
            table.name,
            options=options,
            on=timezone.localdate(),
        ),
        options,
    )


def _again(request: Visit, found: Batch) -> Preview:
    content, filename = unpack(found.content)
    return preview_roster(
        request.community,
        content,
        filename,
        options=Options.read(found.options),
        on=timezone.localdate(),
    )


def _doubts(request: Visit, preview: Preview) -> list[dict[str, Any]]:
    """Each doubtful row with those it may be, to be decided one by one."""
    wanted = {pk for doubt in preview.plan.doubts for pk in doubt.candidates}
    persons = Person.objects.filter(community=request.community, pk__in=wanted)
    known = {
        line.person.pk: line for line in shapes.lines(persons, request.actor, timezone.localdate())
    }
    return [
        {
            "row": doubt.row.number,
            "name": doubt.row.name,
            "born": doubt.row.birth_date,
            "candidates": [known[pk] for pk in doubt.candidates],
        }
        for doubt in preview.plan.doubts
    ]


def _load(request: Visit, batch_id: UUID) -> Batch:
    found = (
        Batch.objects.filter(community=request.community, pk=batch_id)
        .select_related("community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _to(request: Visit, found: Batch) -> HttpResponse:
    return redirect("roster:batch", request.community.code, found.pk)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
