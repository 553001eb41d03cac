"""The desk: packages are made, taken, and checked."""

import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import Replayed, record_opening
from linli.core.files import store
from linli.core.files.queries import files_of
from linli.core.pages.answer import answer
from linli.core.pages.paper import can_draw
from linli.governance.archive import actions, law
from linli.governance.archive.forms.keeping import PackageForm, VerifyForm
from linli.governance.archive.package.verifying import Verdict, verify
from linli.governance.archive.queries.copies import package_for, packages_of
from linli.governance.archive.queries.holdings import years_of
from linli.governance.archive.views.shown import framed
from linli.governance.archive.words import FAULTS
from linli.lib.law import Finding, Refused

UNPACKED = 1024 * 1024 * 1024
"""How large a package may be unpacked to be checked on the page, in bytes; the command has no
limit."""


@needs("archive.export")
def packages(request: Visit) -> HttpResponse:
    """What was taken out, and a new one."""
    today = timezone.localdate()
    years = years_of(request.community, today)
    sent = request.POST if request.method == "POST" else None
    form = PackageForm(sent, years=years, initial={"year": today.year - 1})
    if form.is_valid():
        with suppress(Replayed):
            made = actions.ask_package(
                request.community,
                year=form.cleaned_data["year"],
                by=request.actor,
                at=timezone.now(),
                once=form.cleaned_data["once"],
            )
            assert made.job_id is not None
            return redirect("jobs:show", made.job_id)
        return redirect("archive:packages", request.community.code)
    context = framed(
        request,
        "packages",
        form=form,
        rows=packages_of(request.actor, request.community),
        draws=can_draw(),
        days=law.number("export_kept", request.community, today),
    )
    return answer(request, "archive/packages.html", context, status=422 if form.is_bound else 200)


@needs("archive.export")
@require_safe
def fetch(request: Visit, package_id: UUID) -> HttpResponseBase:
    """The package itself; that it was taken is kept."""
    package = package_for(request.actor, request.community, package_id)
    file = files_of(package).first()
    path = store.path_of(file.stored_name) if file else None
    if file is None or path is None:
        raise Refused(Finding(False, "archive.paper_there"))
    record_opening(
        "archive.fetch_package",
        request.actor,
        package,
        at=timezone.now(),
        about=None,
        purpose=str(package.year),
    )
    response = FileResponse(
        path.open("rb"), as_attachment=True, filename=file.name, content_type="application/zip"
    )
    response["Cache-Control"] = "no-store"
    return response


@needs("archive.see")
def check(request: Visit) -> HttpResponse:
    """A package is checked, wherever it comes from; nothing of it is kept."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = VerifyForm(*sent)
    verdict = _verify(form.cleaned_data["package"]) if form.is_valid() else None
    context = framed(
        request,
        "packages",
        form=form,
        verdict=verdict,
        faults=[(FAULTS[fault.what], fault.name) for fault in verdict.faults] if verdict else [],
    )
    status = 422 if form.is_bound and verdict is None else 200
    return answer(request, "archive/verify.html", context, status=status)


def _verify(upload: Any) -> Verdict:
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        for chunk in upload.chunks():
            file.write(chunk)
        file.flush()
        found = verify(Path(file.name), most_bytes=UNPACKED)
    return Verdict(
        upload.name,
        found.items,
        found.files,
        found.bytes,
        found.year,
        found.community,
        found.faults,
    )
