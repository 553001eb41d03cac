"""Ways to one's right, for who has loaded the case; consultation days, for everybody."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import Http404
from django.utils.translation import gettext as _

from linli.core.audit.actor import Actor
from linli.service.casework.models import Case, CaseNote, ConsultationDay, ConsultationNumber
from linli.service.casework.models.rights import RightsRoute
from linli.service.casework.queries.cases import notes_of

NOBODY = UUID(int=0)


def routes_of(case: Case) -> list[RightsRoute]:
    """The ways of a case, what ends first before."""
    rows = RightsRoute.objects.filter(community=case.community_id, case=case)
    found = list(rows.select_related("referral"))
    for row in found:
        row.case = case
        if row.referral is not None:
            row.referral.case = case
    return found


def clock_names(case: Case) -> dict[str, Any]:
    """What each clock of its ways is about: told on the case itself, and nowhere else."""
    told = (_("{route}：快到最后一天"), _("{route}：最后一天"), _("{route}：对方答复"))
    return {
        name: words.format(route=row.title)
        for row in routes_of(case)
        for name, words in zip(row.clocks, told, strict=True)
    }


def route_needed(case: Case, route: UUID) -> RightsRoute:
    """One of them; `Http404` for another case's."""
    found = next((row for row in routes_of(case) if row.pk == route), None)
    if found is None:
        raise Http404
    return found


def letter_of(case: Case) -> CaseNote:
    """The letter as it was written last; `Http404` where there is none."""
    found = notes_of(case, "letter")
    if not found:
        raise Http404
    return found[-1]


def coming_days(community: Any, on: date) -> list[tuple[ConsultationDay, int]]:
    """The consultation days from that day on, each with how many numbers are left."""
    rows: Any = ConsultationDay.objects.filter(community=community, on__gte=on)
    found = rows.annotate(gone=Count("taken")).order_by("on", "opens", "id")[:40]
    return [(day, day.numbers - day.gone) for day in found]


def day_needed(community: Any, day: UUID) -> ConsultationDay:
    """One of them; `Http404` for none."""
    found = ConsultationDay.objects.filter(community=community, pk=day).first()
    if found is None:
        raise Http404
    return found


def own_numbers(actor: Actor, community: Any) -> dict[UUID, int]:
    """One's own numbers, by day. Nobody else's."""
    rows = ConsultationNumber.objects.filter(community=community, account=actor.account or NOBODY)
    return dict(rows.values_list("day_id", "number"))
