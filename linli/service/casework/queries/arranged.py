"""Services, contacts and the care that is needed, of a plan one has loaded."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404

from linli.service.casework.models.arranged import CareContact, CareNeed, CareService
from linli.service.casework.models.care import CarePlan


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to be called, in the elder's order; `row` for those beside the first."""

    name: str
    tie: str
    phone: str
    on_card: bool
    row: CareContact | None = None

    @property
    def called(self) -> str:
        """Name and number, as they are called."""
        return f"{self.name} {self.phone}".strip()


def contacts_of(plan: CarePlan) -> list[Contact]:
    """Whom to call where nobody opens, first to last: as the elder ordered them."""
    found = []
    if plan.has_contact:
        found.append(
            Contact(plan.contact_name, plan.contact_tie, plan.contact_phone, plan.contact_on_card)
        )
    for row in CareContact.objects.filter(community=plan.community_id, plan=plan):
        row.plan = plan
        found.append(Contact(row.name, row.tie, row.phone, row.on_card, row))
    return found


def contact_of(plan: CarePlan, contact: UUID) -> CareContact:
    """One of those beside the first."""
    return _one(CareContact, plan, contact)


def services_of(plan: CarePlan) -> list[CareService]:
    """The services of a plan, those that are under way first."""
    rows = CareService.objects.filter(community=plan.community_id, plan=plan)
    found = list(rows.order_by("-state_since", "id")[:60])
    for row in found:
        row.plan = plan
    return sorted(found, key=lambda row: not row.current.open)


def service_of(plan: CarePlan, service: UUID) -> CareService:
    """One of them."""
    return _one(CareService, plan, service)


def need_of(plan: CarePlan) -> CareNeed | None:
    """What care is needed, as it was told, where anybody asked."""
    row = CareNeed.objects.filter(community=plan.community_id, plan=plan).first()
    if row is not None:
        row.plan = plan
    return row


def need_needed(plan: CarePlan) -> CareNeed:
    """The same, while it runs; `Http404` otherwise."""
    row = need_of(plan)
    if row is None or row.ended_on is not None:
        raise Http404
    return row


def _one(model: Any, plan: CarePlan, row: UUID) -> Any:
    found = model.objects.filter(community=plan.community_id, plan=plan, pk=row).first()
    if found is None:
        raise Http404
    found.plan = plan
    return found
