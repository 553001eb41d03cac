"""The victim's file, and the record of the other side: each for its own handlers."""

from uuid import UUID

from django.http import Http404

from linli.service.casework.models import Case
from linli.service.casework.models.violence import (
    OtherSide,
    OtherVisit,
    ProtectionOrder,
    VictimVisit,
    ViolenceFile,
)

KIND = "violence"


def file_of(case: Case) -> ViolenceFile | None:
    """The victim's file, where one was begun."""
    rows = ViolenceFile.objects.filter(community=case.community_id, case=case)
    found = rows.select_related("other__case").first()
    if found is not None:
        found.case = case
    return found


def other_side_of_file(file: ViolenceFile) -> OtherSide | None:
    """The record of the other side a victim's file leads to, with its case; for the acts of the
    victim's own handlers."""
    if file.other_id is None:
        return None
    rows = OtherSide.objects.filter(community=file.community_id, pk=file.other_id)
    return rows.select_related("case__community").first()


def file_needed(case: Case) -> ViolenceFile:
    """The same; `Http404` where there is none."""
    found = file_of(case)
    if found is None:
        raise Http404
    return found


def visits_of(case: Case) -> list[VictimVisit]:
    """The visits to the victim."""
    found = list(VictimVisit.objects.filter(community=case.community_id, case=case))
    for row in found:
        row.case = case
    return found


def orders_of(case: Case) -> list[ProtectionOrder]:
    """The court's orders, the latest first."""
    return list(ProtectionOrder.objects.filter(community=case.community_id, case=case))


def victim_visit_of(case: Case, row: UUID) -> VictimVisit:
    """One of them, of a case one has loaded; `Http404` for any other."""
    found = VictimVisit.objects.filter(community=case.community_id, case=case, pk=row).first()
    if found is None:
        raise Http404
    found.case = case
    return found


def order_of(case: Case, row: UUID) -> ProtectionOrder:
    """One of them, of a case one has loaded; `Http404` for any other."""
    found = ProtectionOrder.objects.filter(community=case.community_id, case=case, pk=row).first()
    if found is None:
        raise Http404
    found.case = case
    return found


def other_side_of(case: Case) -> OtherSide:
    """The record of the other side: nothing in it leads to the victim."""
    rows = OtherSide.objects.filter(community=case.community_id, case=case)
    found = rows.first()
    if found is None:
        raise Http404
    found.case = case
    return found


def other_visits_of(case: Case) -> list[OtherVisit]:
    """The visits to the other side."""
    found = list(OtherVisit.objects.filter(community=case.community_id, case=case))
    for row in found:
        row.case = case
    return found


def other_visit_of(case: Case, row: UUID) -> OtherVisit:
    """One of them, of a case one has loaded; `Http404` for any other."""
    found = OtherVisit.objects.filter(community=case.community_id, case=case, pk=row).first()
    if found is None:
        raise Http404
    found.case = case
    return found
