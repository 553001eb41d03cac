"""A community's own indicators at the desk: the list, composing, trying, taking into use."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.evaluation.actions import ask
from linli.evaluation.own import actions
from linli.evaluation.own.catalogue import kept_of
from linli.evaluation.own.forms import AdoptForm, OwnForm, SeenForm, begin_own
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.own.queries import drafts_of, is_long, latest_of, own_in, versions_of
from linli.evaluation.own.telling import facts_of, tell_trial
from linli.evaluation.own.trial import try_out
from linli.evaluation.own.verdict import verdict_of
from linli.lib.law import Refused


@needs("evaluation.compose_own")
@require_safe
def list_own(request: Visit) -> HttpResponse:
    """What is in use, what is being composed, what was retired."""
    latest = {row.code: row for row in kept_of(request.community)}
    context = {
        "in_use": [row for row in latest.values() if row.until is None],
        "retired": [row for row in latest.values() if row.until is not None],
        "drafts": drafts_of(request.community),
    }
    return answer(request, "evaluation/own/list.html", context)


@needs("evaluation.compose_own")
def compose(request: Visit) -> HttpResponse:
    """A new draft."""
    form = OwnForm(sent(request), initial={"of": "person", "every": "month"})
    return _write(request, form)


@needs("evaluation.compose_own")
def edit(request: Visit, own_id: UUID) -> HttpResponse:
    """Changes a draft."""
    row = own_in(request.community, own_id)
    if not row.is_draft:
        return _to(row)
    return _write(request, OwnForm(sent(request), initial=begin_own(row)), row)


@needs("evaluation.compose_own")
def change(request: Visit, own_id: UUID) -> HttpResponse:
    """The draft of a next version, begun with what holds."""
    row = own_in(request.community, own_id)
    waiting = drafts_of(request.community).filter(code=row.code).first() if row.code else None
    if row.is_draft or waiting is not None:
        return _to(waiting or row)
    return _write(request, OwnForm(sent(request), initial=begin_own(row)), code=row.code)


@needs("evaluation.compose_own")
@require_safe
def show(request: Visit, own_id: UUID) -> HttpResponse:
    """A draft with its trial and what it still lacks, or a version with its history."""
    return _page(request, own_in(request.community, own_id))


@needs("evaluation.compose_own")
@require_POST
def try_it(request: Visit, own_id: UUID) -> HttpResponse:
    """Tries a draft on last year's facts: at once, or by a job where there are many."""
    row, seen, at = own_in(request.community, own_id), _seen(request), timezone.now()
    if is_long(request.community):
        row = actions.try_own(row, seen=seen, by=request.actor, at=at)
        if row.job is not None and may("jobs.see", request.actor, row.job):
            return redirect("jobs:show", row.job.pk)
        messages.info(request, _("正在试算，几分钟后刷新就能看到。"))
        return _to(row)
    if row.is_draft:
        trial = try_out(row, timezone.localdate(at))
        actions.keep_own_trial(row, trial=trial, seen=seen, by=request.actor, at=at)
    return _to(row)


@needs("evaluation.adopt_own")
@require_POST
def adopt(request: Visit, own_id: UUID) -> HttpResponse:
    """Takes it into use and has the figures reckoned, or says why not."""
    row, at = own_in(request.community, own_id), timezone.now()
    form = _adopt_form(row, request.POST)
    if not form.is_valid():
        return _page(request, row, form=form)
    try:
        row = actions.adopt_own(row, **form.cleaned_data, by=request.actor, at=at)
    except Refused as refused:
        return _page(request, row, form=form, refused=refused)
    assert row.valid_from is not None
    if row.valid_from <= timezone.localdate(at):
        year = row.valid_from.year
        ask(request.community, year=year, only=row.code, by=request.actor, at=at)
    messages.success(
        request, _("{code} 启用了；几分钟后算好，居民就看得到。").format(code=row.code)
    )
    return _to(row)


@needs("evaluation.compose_own")
@require_POST
def discard(request: Visit, own_id: UUID) -> HttpResponse:
    """Deletes a draft."""
    row = own_in(request.community, own_id)
    actions.discard_own(row, seen=_seen(request), by=request.actor, at=timezone.now())
    messages.success(request, _("草稿删除了。"))
    return redirect("evaluation:own_indicators", request.community.code)


@needs("evaluation.adopt_own")
@require_POST
def retire(request: Visit, own_id: UUID) -> HttpResponse:
    """Takes it out of use; what was reckoned stays."""
    row = own_in(request.community, own_id)
    actions.retire_own(row, seen=_seen(request), by=request.actor, at=timezone.now())
    messages.success(request, _("{code} 停用了；算过的数都还在。").format(code=row.code))
    return _to(row)


def _write(
    request: Visit, form: OwnForm, row: OwnIndicator | None = None, code: str = ""
) -> HttpResponse:
    refused = None
    if form.is_bound and form.is_valid():
        by: dict[str, Any] = {"by": request.actor, "at": timezone.now()}
        try:
            if row is None:
                made = actions.draft_own(request.community, given=form.given(), code=code, **by)
            else:
                actions.redraft_own(row, given=form.given(), seen=_seen(request), **by)
                made = row
            messages.success(request, _("草稿存好了。下一步：试算。"))
            return _to(made)
        except Refused as caught:
            refused = caught
    context = {"form": form, "row": row, "code": code, "finding": _finding(refused)}
    status = 409 if refused else 422 if form.is_bound else 200
    return answer(request, "evaluation/own/write.html", context, status=status)


def _page(
    request: Visit, row: OwnIndicator, form: Any = None, refused: Refused | None = None
) -> HttpResponse:
    on, director = timezone.localdate(), may("evaluation.adopt_own", request.actor, row.community)
    versions = versions_of(row)
    context = {
        "row": row,
        "facts": list(facts_of(row)),
        "trial": tell_trial(row),
        "verdict": verdict_of(row, on) if row.is_draft else (),
        "versions": versions,
        "is_latest": bool(versions) and versions[0].pk == row.pk,
        "form": form or _adopt_form(row),
        "seen": SeenForm(initial={"seen": row.revision}),
        "may_adopt": director,
        "finding": _finding(refused),
    }
    status = 409 if refused else 422 if form is not None else 200
    return answer(request, "evaluation/own/show.html", context, status=status)


def _adopt_form(row: OwnIndicator, data: Any = None) -> AdoptForm:
    last = latest_of(row.community, row.code)
    before = last.valid_from if last else None
    return AdoptForm(timezone.localdate(), before, data, initial={"seen": row.revision})


def _seen(request: Visit) -> int:
    form = SeenForm(request.POST)
    return form.cleaned_data["seen"] if form.is_valid() else -1


def _finding(refused: Refused | None) -> Any:
    return refused.finding if refused else None


def _to(row: OwnIndicator) -> HttpResponse:
    return redirect("evaluation:own_indicator", row.community.code, row.pk)
