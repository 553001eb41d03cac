"""The sheet of a day-care centre: who is here today, for the staff named on the register."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent
from linli.core.places.laid_down import number_laid_down
from linli.service.casework.actions import day_care as actions
from linli.service.casework.forms.day_care import ComesForm
from linli.service.casework.kinds.day_care import KEY
from linli.service.casework.queries import day_care as queries
from linli.service.casework.views.gate import opened


@opened
def show(request: Visit, case: Any) -> HttpResponse:
    """Who came and left today, and how many came on other days; whoever comes is entered here."""
    if case.kind != KEY:
        raise Http404
    today = timezone.localdate()
    lines = queries.lines_of(case, today)
    here = {line.name for line in lines if line.left_at is None}
    known = [name for name in queries.names_before(case, today) if name not in here]
    form = ComesForm(sent(request), known=known)
    if request.method == "POST" and form.is_valid():
        actions.sign_in(case, name=form.cleaned_data["name"], by=request.actor, at=timezone.now())
        return redirect("casework:day_care", request.community.code, case.pk)
    context = {
        "case": case,
        "lines": lines,
        "here": len(here),
        "form": form,
        "today": today,
        "counts": [each for each in queries.counts_of(case) if each[0] != today],
        "kept": number_laid_down(actions.KEPT, request.community, today),
    }
    status = 422 if form.is_bound else 200
    return answer(request, "casework/care/day_care.html", context, status=status)


@opened
@require_POST
def left(request: Visit, case: Any, line_id: UUID) -> HttpResponse:
    """Somebody has left."""
    line = queries.line_of(case, line_id)
    actions.sign_out(case, line=line, by=request.actor, at=timezone.now())
    return redirect("casework:day_care", request.community.code, case.pk)


@opened
@require_POST
def strike(request: Visit, case: Any, line_id: UUID) -> HttpResponse:
    """A line entered by mistake."""
    line = queries.line_of(case, line_id)
    actions.strike(case, line=line, by=request.actor, at=timezone.now())
    return redirect("casework:day_care", request.community.code, case.pk)
