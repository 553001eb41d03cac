"""What the person agreed to and what was passed on, for who has loaded the case."""

from typing import Any
from uuid import UUID

from django.http import Http404

from linli.service.casework.models import Agreement, Case, Referral


def agreements_of(case: Case, *, standing: bool = False) -> list[Agreement]:
    """The agreements, oldest first; only those that stand, where wanted."""
    rows = Agreement.objects.filter(community=case.community_id, case=case)
    if standing:
        rows = rows.filter(withdrawn_at__isnull=True)
    return [_with_its_case(row, case) for row in rows.order_by("given_on", "noted_at", "id")]


def referrals_of(case: Case) -> list[Referral]:
    """What was passed on, the latest first."""
    rows = Referral.objects.filter(community=case.community_id, case=case)
    found = rows.select_related("by", "agreement").order_by("-at", "id")
    return [_with_its_case(row, case) for row in found]


def one_of(case: Case, rows: list[Any], key: UUID) -> Any:
    """One of them by its id; `Http404` for another case's."""
    found = next((row for row in rows if row.pk == key), None)
    if found is None:
        raise Http404
    return found


def _with_its_case(row: Any, case: Case) -> Any:
    row.case = case  # its key opens the words
    if isinstance(row, Referral) and row.agreement is not None:
        row.agreement.case = case
    return row
