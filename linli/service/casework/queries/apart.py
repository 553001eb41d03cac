"""Who may be put on which of the two sides of violence, and who is offered for it.

On the victim's side it is known that there is another side: whoever is kept for that one is not
offered. On the other side it must not show who handles the victim's case. A list without them would
tell whoever lays it beside another list, and would tell again each time a name goes. So those whom
the other side may ask are named once, on the victim's page, when it is set apart: its own hands
choose among these alone, whatever becomes of the victim's. Nobody of these can ever come to the
victim's case, and none of them goes from the list again.
"""

from typing import Any
from uuid import UUID

from linli.service.casework.models import Case, CaseHand, OtherSide, ViolenceFile

KIND, OTHER = "violence", "violence_other"


def victims_case_of(case: Case) -> UUID | None:
    """The victim's case, where this is the other side's. For the acts alone: no page shows it."""
    if case.kind != OTHER:
        return None
    files = ViolenceFile.objects.filter(community=case.community_id, other__case=case)
    return files.values_list("case_id", flat=True).first()


def other_case_of(case: Case) -> UUID | None:
    """The other side's case, where this is the victim's."""
    if case.kind != KIND:
        return None
    files = ViolenceFile.objects.filter(community=case.community_id, case=case)
    return files.values_list("other__case_id", flat=True).first()


def hands_now(community: Any, case: UUID | None) -> set[UUID]:
    """The accounts that handle a case now."""
    if case is None:
        return set()
    rows = CaseHand.objects.filter(community=community, case=case, until__isnull=True)
    return set(rows.values_list("account_id", flat=True))


def kept_for_other_side(case: Case) -> set[UUID]:
    """Who handles the other side or is kept for it: nobody of these comes to the victim's case."""
    other = other_case_of(case)
    if other is None:
        return set()
    row = OtherSide.objects.filter(community=case.community_id, case=other).select_related("case")
    return hands_now(case.community_id, other) | row.get().reserve


def reserve_of(case: Case) -> set[UUID]:
    """Whom the other side's case may ask; nobody for a record of before there was such a list."""
    row = OtherSide.objects.filter(community=case.community_id, case=case).first()
    if case.kind != OTHER or row is None:
        return set()
    row.case = case
    return row.reserve


def offered(case: Case, fits: Any, *, to_keeper: bool = False) -> Any:
    """Of the accounts that fit the kind (`fits`), those offered for this case. To the keeper of a
    left case where the named ones are too few: all who fit."""
    if case.kind == KIND:
        return fits.exclude(pk__in=kept_for_other_side(case))
    reserve = reserve_of(case)
    if not reserve:
        return fits
    named = fits.filter(pk__in=reserve)
    return fits if to_keeper and named.count() < 2 else named
