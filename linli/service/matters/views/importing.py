"""Bringing a table in: read, looked at with every problem, taken in, given back marked, undone."""

import hashlib
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit, needs
from linli.core.files.rules import LIMITS
from linli.core.files.store import path_of
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.pages.fields import FileDrop
from linli.lib.tables import Problem, Sheet, mark_problems, read_table
from linli.service.matters import actions
from linli.service.matters.importing.columns import FIELDS, TITLES
from linli.service.matters.importing.files import MOST_ROWS, open_batch
from linli.service.matters.importing.preview import look_at_rows, say
from linli.service.matters.importing.reading import Incoming, verdicts
from linli.service.matters.models import ImportBatch

SHOWN, SAMPLE = 50, 8
TABLES = (
    ".csv",
    ".tsv",
    ".xlsx",
    ".xls",
    ".ods",
)


class UploadForm(forms.Form):
    """The table as it is."""

    table = forms.FileField(
        label=_("表格"),
        widget=FileDrop(
            accept=TABLES, kinds=_("CSV、XLSX、XLS、ODS，列的顺序随意"), most=LIMITS["table"]
        ),
    )


@needs("matters.import")
def upload(request: Visit) -> HttpResponse:
    """Choose a table; earlier ones below."""
    form = UploadForm(request.POST or None, request.FILES or None)
    problems: list[str] = []
    if request.method == "POST" and form.is_valid():
        found = _keep(request, form.cleaned_data["table"])
        if isinstance(found, ImportBatch):
            return _to(found)
        problems = found
    earlier = ImportBatch.objects.filter(community=request.community).order_by("-at")[:20]
    fields = [(TITLES[field.name], field.required) for field in FIELDS]
    context = {"form": form, "problems": problems, "earlier": earlier, "fields": fields}
    return answer(
        request, "matters/imports.html", context, status=422 if problems or form.errors else 200
    )


@needs("matters.import")
def show(request: Visit, batch_id: UUID) -> HttpResponse:
    """What the table would do, or did."""
    batch = _batch(request, batch_id)
    sheet = open_batch(batch) if batch.state == "previewed" else None
    problems, sample = _look_into(sheet, batch.counts) if sheet else ([], [])
    context = {
        "batch": batch,
        "sheet": sheet,
        "columns": [(TITLES[name], match) for name, match in sheet.mapping.items()]
        if sheet
        else [],
        "problems": [(problem, say(problem)) for problem in problems],
        "sample": sample,
    }
    return answer(request, "matters/import.html", context)


@needs("matters.import")
@require_POST
def take_in(request: Visit, batch_id: UUID) -> HttpResponse:
    """Begins; the page of the job shows how far it is, and can be left."""
    batch = actions.begin_import(_batch(request, batch_id), by=request.actor, at=timezone.now())
    return redirect("jobs:show", job=batch.job)


@needs("matters.import")
def marked(request: Visit, batch_id: UUID) -> HttpResponse:
    """The user's own file, with every problem marked in its cell."""
    batch = _batch(request, batch_id)
    sheet = open_batch(batch)
    problems = list(sheet.problems)
    for verdict in verdicts(sheet, timezone.now()):
        problems += verdict.problems
    path = path_of(batch.file.stored_name) if batch.file else None
    assert path is not None
    content = mark_problems(path.read_bytes(), batch.file_name, sheet, problems, say)
    name = f"{PurePath(batch.file_name).stem}-{gettext('标注')}.xlsx"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return file_response(content, name, kind)


@needs("matters.import")
@require_POST
def undo(request: Visit, batch_id: UUID) -> HttpResponse:
    """Takes the whole import back."""
    batch = _batch(request, batch_id)
    count = actions.undo_import(batch, by=request.actor, at=timezone.now())
    messages.success(request, gettext("已撤销，收回 %(count)d 件。") % {"count": count})
    return _to(batch)


def _look_into(sheet: Sheet, counts: dict[str, Any]) -> tuple[list[Problem], list[Incoming]]:
    """The first problems and a few good rows; reads no further than it must."""
    problems: list[Problem] = []
    sample: list[Incoming] = []
    refused, wanted = 0, min(SAMPLE, counts["read"] - counts["refused"])
    for verdict in verdicts(sheet, timezone.now()):
        if verdict.incoming is not None:
            sample += [verdict.incoming] if len(sample) < SAMPLE else []
        else:
            refused += 1
            problems += verdict.problems
        told = len(problems) >= SHOWN or refused >= counts["refused"]
        if told and len(sample) >= wanted:
            break
    return problems[:SHOWN], sample


def _keep(request: Visit, table: Any) -> ImportBatch | list[str]:
    """The batch of an upload; or, where it cannot be read at all, why."""
    content = table.read()
    sheet = read_table(content, table.name, fields=FIELDS, limit_rows=MOST_ROWS)
    if not sheet.readable:
        return [say(problem) for problem in sheet.problems]
    counts = look_at_rows(request.community, sheet, timezone.now())
    batch: ImportBatch = actions.keep_table(
        request.community,
        upload=table,
        file_name=table.name,
        sha256=hashlib.sha256(content).hexdigest(),
        mapping={name: match.column.index for name, match in sheet.mapping.items()},
        counts=counts,
        by=request.actor,
        at=timezone.now(),
    )
    return batch


def _batch(request: Visit, batch_id: UUID) -> ImportBatch:
    found = (
        ImportBatch.objects.filter(community=request.community, pk=batch_id)
        .select_related("file", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _to(batch: ImportBatch) -> HttpResponse:
    return redirect("matters:import", community_code=batch.community.code, batch_id=batch.pk)
