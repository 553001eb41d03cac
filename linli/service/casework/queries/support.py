"""The support agreement of a case one has loaded."""

from uuid import UUID

from django.http import Http404

from linli.core.clocks.models import Clock
from linli.service.casework.models.cases import Case
from linli.service.casework.models.support import SupportAgreement, SupportCheck, SupportParty


def agreements_of(case: Case) -> list[SupportAgreement]:
    """All of them, the latest first."""
    rows = SupportAgreement.objects.filter(community=case.community_id, case=case)
    found = list(rows.order_by("-state_since", "id"))
    for row in found:
        row.case = case
    return found


def agreement_of(case: Case) -> SupportAgreement | None:
    """The one that has not ended."""
    return next((row for row in agreements_of(case) if row.state != "ended"), None)


def agreement_needed(case: Case) -> SupportAgreement:
    """The same; `Http404` where there is none."""
    found = agreement_of(case)
    if found is None:
        raise Http404
    return found


def parties_of(agreement: SupportAgreement) -> list[SupportParty]:
    """Who takes over what, in the order they were written down."""
    rows = SupportParty.objects.filter(community=agreement.community_id, agreement=agreement)
    found = list(rows)
    for row in found:
        row.agreement = agreement
    return sorted(found, key=lambda row: (row.name, row.pk))


def party_of(agreement: SupportAgreement, party: UUID) -> SupportParty:
    """One of them."""
    found = next((row for row in parties_of(agreement) if row.pk == party), None)
    if found is None:
        raise Http404
    return found


def checks_of(agreement: SupportAgreement) -> list[SupportCheck]:
    """The looks at how it is kept, the latest first."""
    rows = SupportCheck.objects.filter(community=agreement.community_id, agreement=agreement)
    found = list(rows.select_related("account"))
    for row in found:
        row.agreement = agreement
    return found


def next_look(agreement: SupportAgreement) -> Clock | None:
    """The clock of the next look."""
    clocks = Clock.objects.filter(
        community=agreement.community_id,
        owner=agreement.case_id,
        name=agreement.clock,
        settled_at__isnull=True,
    )
    return clocks.first()
