"""The diagnosis at the desk: made, read, and its gaps turned into tasks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.bilingual import for_reader
from linli.stewardship.planning import actions
from linli.stewardship.planning.queries import diagnosis, plans
from linli.stewardship.planning.sources import NeedRef


@needs("planning.diagnose")
@require_safe
def list_all(request: Visit) -> HttpResponse:
    """All diagnoses, the latest first."""
    rows = diagnosis.diagnoses_of(request.community)
    return answer(request, "planning/diagnoses.html", {"rows": rows})


@needs("planning.diagnose")
@require_POST
def make(request: Visit) -> HttpResponse:
    """Makes today's."""
    made = actions.diagnose(request.community, by=request.actor, at=timezone.now())
    messages.success(request, _("诊断做好了，数都来自登记。"))
    return redirect("planning:diagnosis", request.community.code, made.pk)


@needs("planning.see_desk")
@require_safe
def show(request: Visit, diagnosis_id: UUID) -> HttpResponse:
    """One of them, each figure opening to its source, each gap to a task."""
    found = diagnosis.diagnosis_in(request.community, diagnosis_id)
    taking = plans.plans_of(request.community).filter(state__in=("draft", "consulting", "approved"))
    context = {"found": found, "parts": _parts(found), "plan": taking.first()}
    return answer(request, "planning/diagnosis.html", context)


def _parts(found: Any) -> list[dict[str, Any]]:
    return [
        {
            "title": for_reader(part["title"]),
            "says": for_reader(part["says"]),
            "lines": [_line(found, part["key"], line) for line in part["lines"]],
        }
        for part in found.content.get("sections", ())
    ]


def _line(found: Any, part: str, line: dict[str, Any]) -> dict[str, Any]:
    told = {name: for_reader(line[name]) for name in ("title", "says", "unit")}
    ref = NeedRef("diagnosis", f"{found.pk}:{part}.{line['key']}").text
    return {**line, **told, "ref": ref}
