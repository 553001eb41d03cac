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
from linli.core.pages.downloads import file_response
from linli.core.people import actions
from linli.core.people.models import Batch, Person
from linli.core.people.roster.columns import FIELDS, WITHOUT_GROUND
from linli.core.people.roster.earlier import taken_in_before
from linli.core.people.roster.preview import Options, Preview, preview_roster, unpack
from linli.core.people.roster.problems import say
from linli.web.desk.roster import shapes
from linli.web.desk.roster.actions import begin_import, job_of
from linli.web.desk.roster.forms import UploadForm
from linli.web.desk.roster.reread import RereadForm

SHOWN = 100
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs("people.import")
def upload(request: Visit) -> HttpResponse:
    """Choose a table; earlier ones below."""
    form = UploadForm(request.POST or None, request.FILES or None)
    faults: list[dict[str, Any]] = []
    if request.method == "POST" and form.is_valid():
        preview, options = _read(request, form)
        if preview.readable or _may_be_pointed_at(preview):
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
        context |= {**_told(preview), "doubts": _doubts(request, preview)[:SHOWN]}
        context["before"] = taken_in_before(request.community, preview.content)
        context["reread"] = RereadForm(preview=preview)
    elif found.state == Batch.WRITING:
        context["job"] = job_of(found)
    return answer(request, "roster/batch.html", context)


@needs("people.import")
@require_POST
def reread(request: Visit, batch_id: UUID) -> HttpResponse:
    """Reads the same file in another way: the sheets and the columns a person pointed at."""
    found = _load(request, batch_id)
    if found.state != Batch.PREVIEWED:
        raise Http404
    form = RereadForm(request.POST, preview=_again(request, found))
    if form.is_valid():
        options = form.options(Options.read(found.options))
        preview = _again(request, found, options)
        if preview.readable:
            actions.reread_preview(
                found, by=request.actor, at=timezone.now(), preview=preview, options=options
            )
            return _to(request, found)
        for fault in preview.refused():
            messages.error(request, fault["reason"])
    else:
        messages.error(request, _("没有重新读取：有一列选了两次，或选的工作表不在文件里。"))
    return _to(request, found)


@needs("people.import")
def marked(request: Visit, batch_id: UUID) -> HttpResponse:
    """The user's own file, with every fault marked in its cell."""
    found = _load(request, batch_id)
    if found.state != Batch.PREVIEWED:
        raise Http404
    return file_response(_again(request, found).marked(), "marked.xlsx", WORKBOOK)


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


def _may_be_pointed_at(preview: Preview) -> bool:
    """Whether a person can help by saying which column is which."""
    problems = preview.file_problems
    return bool(problems) and all(
        problem.code in ("missing_column", "duplicate_heading") for problem in problems
    )


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


def _told(preview: Preview) -> dict[str, Any]:
    """What the page says of a file: its sheets, its columns and its faults."""
    faults = [fault for fault in preview.refused() if fault["code"] != "doubtful"]
    of_file = [say(problem) for problem in preview.file_problems]
    counts = preview.counts()
    return {
        "preview": preview,
        "counts": counts,
        "of_file": of_file,
        "faults": faults[len(of_file) :][:SHOWN],
        "more": max(len(faults) - len(of_file) - SHOWN, 0),
        "several": len(preview.sheets) > 1,
        "may_take_in": counts["new"] or counts["changed"] or counts["doubtful"] or counts["gone"],
        "hidden": [left.name for left in preview.tables.left if left.reason == "hidden"],
        "left": [left.name for left in preview.tables.left if left.reason != "hidden"],
    }


def _again(request: Visit, found: Batch, options: Options | None = None) -> Preview:
    content, filename = unpack(found.content)
    return preview_roster(
        request.community,
        content,
        filename,
        options=options or Options.read(found.options),
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
            "at": doubt.row.at,
            "row": doubt.row.number,
            "sheet": doubt.row.sheet if len(preview.sheets) > 1 else "",
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
