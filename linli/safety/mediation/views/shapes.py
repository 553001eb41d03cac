"""What several pages of mediations share: how a case is opened, never kept by a browser, and the
tabs of the desk."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, pgettext

from linli.core.access.gates import Visit
from linli.core.audit.door import may
from linli.core.pages.shapes import Tab
from linli.safety.mediation.actions import note_look
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.queries.cases import case_for


def opened_case(request: Visit, case_id: UUID) -> Mediation:
    """One of the reader's own, by whatever page: a step names the sides, a paper holds everything.
    That it was opened is written down, once a day, for those it is about."""
    case = case_for(request.actor, request.community, case_id)
    note_look(case, "mediation.open_case", by=request.actor, at=timezone.now())
    return case


def private(response: HttpResponse) -> HttpResponse:
    """Nothing of it stays in a browser or between."""
    response["Cache-Control"] = "no-store"
    return response


def address(request: Visit, name: str, **parts: Any) -> str:
    """The address of one of these pages here."""
    here = {"community_code": request.community.code, **parts}
    return reverse(f"mediation:{name}", kwargs=here)


def of_case(request: Visit, case: Mediation) -> str:
    """The desk's page of a case."""
    return address(request, "case", case_id=case.pk)


def tabs(request: Visit, current: str, waiting: int = 0) -> list[Tab]:
    """The parts of the mediators' desk."""
    found = []
    if may("mediation.see_desk", request.actor, request.community):
        cases = address(request, "cases")
        found += [
            Tab(_("我的调解"), cases, current == "open"),
            Tab(_("新来的"), f"{cases}?show=new", current == "new", waiting or None),
            Tab(_("终结了的"), f"{cases}?show=ended", current == "ended"),
            Tab(_("排查"), address(request, "screenings"), current == "screenings"),
        ]
    if may("mediation.see_counts", request.actor, request.community):
        found.append(
            Tab(
                pgettext("how many mediations", "件数"),
                address(request, "counts"),
                current == "counts",
            )
        )
    if may("mediation.keep_committee", request.actor, request.community):
        found.append(Tab(_("调解委员会"), address(request, "committee"), current == "committee"))
    return found
