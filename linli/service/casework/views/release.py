"""What takes two: asking for a copy or for reading, another's yes or no, and the copy itself."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from linli.core.access.gates import Visit
from linli.core.access.queries import labels_of
from linli.core.pages.stepping import sent
from linli.service.casework import actions
from linli.service.casework.forms.cases import ReasonForm
from linli.service.casework.kinds.rights import KEY as RIGHTS
from linli.service.casework.models import Case, Release
from linli.service.casework.queries import cases, passing_on
from linli.service.casework.views.cases import told
from linli.service.casework.views.gate import known, opened
from linli.service.casework.views.rights import told_routes
from linli.service.casework.views.steps import take


@opened
def ask_copy(request: Visit, case: Case) -> HttpResponse:
    """Asks for a copy that leaves the house."""

    def ask(given: dict[str, Any]) -> object:
        return actions.ask(
            case,
            what=Release.COPY,
            reason=given["reason"],
            by=request.actor,
            at=timezone.now(),
            once=given["once"],
        )

    return take(
        request,
        case,
        ReasonForm(sent(request)),
        ask,
        title=_("导出一份"),
        done=_("提出了，等另一位经办人同意。"),
        note=_("由另一位经办人同意后，您可以取一次。纸质或电子件离开这里以后由您负责保管。"),
    )


@known
@require_POST
def decide(request: Visit, case: Case, release_id: UUID) -> HttpResponse:
    """Another handler says yes or no. A closed case is decided on without being read."""
    row = passing_on.one_of(case, cases.releases_of(case), release_id)
    granted = request.POST.get("granted") == "yes"
    actions.decide(case, release=row, granted=granted, by=request.actor, at=timezone.now())
    messages.success(request, _("决定了，提出的人会收到消息。"))
    page = "casework:case" if case.is_open else "casework:closed"
    return redirect(page, request.community.code, case.pk)


@opened
@require_POST
def fetch(request: Visit, case: Case, release_id: UUID) -> HttpResponse:
    """The copy, once. It is made as it is fetched and lies nowhere."""
    row = passing_on.one_of(case, cases.releases_of(case), release_id)
    actions.fetch(case, release=row, by=request.actor, at=timezone.now())
    response = HttpResponse(render_to_string("casework/copy.html", _copy_of(case), request))
    response["Content-Disposition"] = 'attachment; filename="record.html"'
    return response


def _copy_of(case: Case) -> dict[str, Any]:
    kind = case.declared
    notes = cases.notes_of(case)
    names = labels_of([note.by_id for note in notes])
    return {
        "case": case,
        "kind": kind,
        "at": timezone.now(),
        "handlers": cases.handlers_of(case),
        "sheets": [
            (
                form.title,
                note.at,
                names.get(note.by_id, "") if note.by_id else "",
                told(form, note.values),
            )
            for note in notes
            if (form := kind.form(note.form)) is not None
        ],
        "routes": told_routes(case) if case.kind == RIGHTS else [],
        "agreements": passing_on.agreements_of(case),
        "referrals": passing_on.referrals_of(case),
    }
