"""The desk: appraisal and destruction, and the list that stays."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.governance.archive import actions, law
from linli.governance.archive.filing_plan import part_called
from linli.governance.archive.flows import APPRAISAL
from linli.governance.archive.forms.keeping import CarryOutForm, JudgeForm, ReasonForm
from linli.governance.archive.models import Appraisal, Judgement, Present
from linli.governance.archive.queries import appraisals
from linli.governance.archive.queries.bars import bars_of_each
from linli.governance.archive.rules.appraising import group_complete, not_in_own_cause, watched
from linli.governance.archive.views.shown import framed
from linli.governance.archive.words import HOLDS, TERM_TITLES
from linli.lib.law import Finding
from linli.mechanisms.flow.queries import moves_open, timeline

Step = Callable[..., Any]


@needs("archive.see")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """What is past its term, and every appraisal there was."""
    today = timezone.localdate()
    rows = appraisals.appraisals_of(request.actor, request.community)
    context = framed(
        request,
        "appraisals",
        rows=[(row, appraisals.counts_of(row)) for row in rows[:20]],
        past=appraisals.count_past_term(request.community, today),
        most=appraisals.LONGEST,
        running=any(row.current.open for row in rows),
    )
    return answer(request, "archive/appraisals.html", context)


@needs("archive.keep")
@require_POST
def begin(request: Visit) -> HttpResponse:
    """What is past its term is listed."""
    appraisal = actions.open_appraisal(request.community, by=request.actor, at=timezone.now())
    return _to(request, appraisal)


@needs("archive.see")
@require_safe
def show(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """One appraisal: its lines, who was there, what waits for whom. Carried out, it is the list
    of what was destroyed, to be printed."""
    row = appraisals.appraisal_for(request.actor, request.community, appraisal_id)
    group, watch = (appraisals.present_at(row, role) for role in ("group", "watch"))
    context = framed(
        request,
        "appraisals",
        row=row,
        lines=_lines(request, appraisals.judgements_of(row)),
        counts=appraisals.counts_of(row),
        group=group,
        watch=watch,
        findings=_findings(row, group, watch),
        offers=[
            offer
            for offer in moves_open(APPRAISAL, row, request.actor)
            if offer.open and offer.move.name != "finish"
        ],
        entries=timeline(APPRAISAL, row, public=False),
    )
    return answer(request, "archive/appraisal.html", context)


@needs("archive.keep")
def judge(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """What the group said, line by line."""
    row = appraisals.appraisal_for(request.actor, request.community, appraisal_id)
    lines = appraisals.judgements_of(row)
    today = timezone.localdate()
    start: dict[str, Any] = {"met_on": today, "seen": row.version}
    form = JudgeForm(request.POST if request.method == "POST" else None, initial=start, lines=lines)
    if form.is_valid():
        actions.judge(
            row,
            verdicts=form.verdicts,
            present=form.people,
            met_on=form.cleaned_data["met_on"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已记下，请主任批准。"))
        return _to(request, row)
    bars = bars_of_each(request.community, [line.item for line in lines])
    told = {pk: [HOLDS[word] for word in words] for pk, words in bars.items()}
    judged = [(*each, _title(request, each[0]), told[each[0].item_id]) for each in form.judged]
    context = framed(request, "appraisals", row=row, form=form, judged=judged)
    return answer(request, "archive/judge.html", context, status=422 if form.is_bound else 200)


@needs("archive.direct")
@require_POST
def approve(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """The director approves."""
    row = appraisals.appraisal_for(request.actor, request.community, appraisal_id)
    actions.approve(row, seen=_seen(request), by=request.actor, at=timezone.now())
    messages.success(request, _("已批准，可以约监销人执行。"))
    return _to(request, row)


@needs("archive.direct")
def send_back(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """The list goes back to the group."""
    return _with_reason(request, appraisal_id, actions.send_back, _("退回重新鉴定"))


@needs("archive.keep")
def drop(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """The list is given up."""
    return _with_reason(request, appraisal_id, actions.drop_appraisal, _("取消这次鉴定"))


@needs("archive.keep")
def carry_out(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """Two people watch, and it is done."""
    row = appraisals.appraisal_for(request.actor, request.community, appraisal_id)
    sent = request.POST if request.method == "POST" else None
    form = CarryOutForm(sent, initial={"seen": row.version})
    if form.is_valid():
        actions.carry_out(
            row,
            watching=form.people,
            way=form.cleaned_data["way"],
            seen=form.cleaned_data["seen"],
            by=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("已开始执行，做完会有消息。"))
        return _to(request, row)
    context = framed(request, "appraisals", row=row, form=form)
    return answer(request, "archive/carry_out.html", context, status=422 if form.is_bound else 200)


def _with_reason(request: Visit, key: UUID, act: Step, title: Any) -> HttpResponse:
    row = appraisals.appraisal_for(request.actor, request.community, key)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        act(row, **form.cleaned_data, by=request.actor, at=timezone.now())
        return _to(request, row)
    context = framed(request, "appraisals", form=form, title=title, what=row.number)
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


def _findings(row: Appraisal, group: list[Present], watch: list[Present]) -> list[Finding]:
    """What the rules say of who judged, approved and watched, as far as they did."""
    findings = []
    if group:
        least = law.number("group_least", row.community, row.met_on or row.opened_on)
        findings.append(group_complete([each.capacity for each in group], least))
    if row.approved_by_id:
        findings.append(not_in_own_cause(row.approved_by_id, row.judged_by_id))
    if watch:
        findings.append(watched([each.capacity for each in watch], len(watch)))
    return findings


def _lines(request: Visit, judgements: list[Judgement]) -> list[dict[str, Any]]:
    return [
        {
            "judgement": each,
            "item": each.item,
            "title": _title(request, each),
            "part": part_called(each.item.part).name,
            "extend_to": TERM_TITLES.get(each.extend_to, ""),
            "spared": HOLDS.get(each.spared, ""),
        }
        for each in judgements
    ]


def _title(request: Visit, judgement: Judgement) -> Any:
    """What a line is called; of what is confidential only that it is."""
    item = judgement.item
    if item.access == "confidential" and not may("archive.read", request.actor, item):
        return _("（保密）")
    return item.title


def _seen(request: Visit) -> int | None:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdecimal() and len(seen) < 9 else None


def _to(request: Visit, row: Appraisal) -> HttpResponse:
    return redirect("archive:appraisal", request.community.code, row.pk)
