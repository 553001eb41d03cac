"""The person's own view: that there is a case, who handles it, what was passed on, who opened it.
Only on her own account; whoever acts for her does not come here, and kinds whose knowledge would
endanger are not here at all."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, signed_in
from linli.lib.law import cite
from linli.service.casework.kinds.rights import KEY
from linli.service.casework.models import Case
from linli.service.casework.queries import cases, passing_on
from linli.service.casework.views.cases import told
from linli.service.casework.views.gate import draw, unkept
from linli.service.casework.views.rights import told_routes

_NOBODY = UUID(int=0)


@signed_in
@require_safe
def mine(request: Visit) -> HttpResponse:
    """My cases."""
    rows: Any = cases.cases_about(request.actor.person or _NOBODY, request.community)
    context = {"rows": [(row, row.declared, row.now) for row in rows]}
    return unkept(draw(request, "casework/my_cases.html", context))


@signed_in
@require_safe
def show(request: Visit, case_id: UUID) -> HttpResponse:
    """One of mine."""
    case: Any = cases.own_case(request.actor.person or _NOBODY, request.community, case_id)
    context = {
        "case": case,
        "kind": case.declared,
        "handlers": case.now,
        "agreements": passing_on.agreements_of(case),
        "referrals": [
            (row, [cite(key) for key in row.article.split(",") if key])
            for row in passing_on.referrals_of(case)
        ],
        "sheets": _copy(case) if case.declared.reads_copy else [],
        "routes": told_routes(case) if case.kind == KEY else [],
        "letter": case.kind == KEY and "letter" in cases.written_forms(case),
        "looks": [
            (look, dict(case.declared.purposes).get(look.purpose, ""))
            for look in cases.looks_of(case)
        ],
    }
    return unkept(draw(request, "casework/my_case.html", context))


def _copy(case: Case) -> list[tuple[Any, Any, list[tuple[Any, Any]]]]:
    """What was written, as she may read it: the sheet, when, and the words."""
    written = []
    for note in reversed(cases.notes_of(case)):
        form = case.declared.form(note.form)
        if form is not None:
            written.append((form.title, note.at, told(form, note.values)))
    return written
