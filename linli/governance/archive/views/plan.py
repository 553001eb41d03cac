"""The filing plan: what is filed, for how long, open to whom; the place's own lines."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import for_reader
from linli.governance.archive import actions, law
from linli.governance.archive.filing_plan import shipped
from linli.governance.archive.forms.filing import EndForm, LineForm
from linli.governance.archive.queries.plan import Chosen, ended_lines, local_line_in, plan_on
from linli.governance.archive.views.shown import framed
from linli.governance.archive.words import ACCESS_TITLES, ACCESS_TONES, TERM_TITLES
from linli.lib.law import cite


@needs("archive.see")
@require_safe
def show(request: Visit) -> HttpResponse:
    """The plan as it holds today, class by class."""
    today = timezone.localdate()
    source, plan = shipped().source, plan_on(request.community, today)
    context = framed(
        request,
        "plan",
        classes=[(each.part, [_shown(line) for line in each.lines]) for each in plan],
        source=for_reader({"zh-hans": source["title"], "en": source["title_en"]}),
        citations=[cite(key) for key in source["cites"]],
        long=law.years_of("long", request.community, today),
        short=law.years_of("short", request.community, today),
        ended=ended_lines(request.community, today),
    )
    return answer(request, "archive/plan.html", context)


@needs("archive.direct")
def add(request: Visit) -> HttpResponse:
    """A line of the place is added."""
    sent = request.POST if request.method == "POST" else None
    form = LineForm(sent, community=request.community)
    if form.is_valid():
        actions.add_line(request.community, line=form.given, by=request.actor, at=timezone.now())
        messages.success(request, _("已加入归档范围。"))
        return redirect("archive:plan", request.community.code)
    context = framed(request, "plan", form=form, title=_("加一条本地规定"))
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


@needs("archive.direct")
def end(request: Visit, line_id: UUID) -> HttpResponse:
    """A line of the place holds no longer."""
    line = local_line_in(request.community, line_id)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        until = form.cleaned_data["until"]
        actions.end_line(line, until=until, by=request.actor, at=timezone.now())
        messages.success(request, _("已停用。"))
        return redirect("archive:plan", request.community.code)
    context = framed(request, "plan", form=form, title=_("停用一条"), what=line.name)
    return answer(request, "archive/step.html", context, status=422 if form.is_bound else 200)


def _shown(chosen: Chosen) -> dict[str, Any]:
    """A line of the plan in words."""
    return {
        "line": chosen.line,
        "local": chosen.local,
        "term": TERM_TITLES[chosen.line.term],
        "access": ACCESS_TITLES[chosen.line.access],
        "tone": ACCESS_TONES[chosen.line.access],
    }
