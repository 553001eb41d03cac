"""The committee's terms and the rounds of looking for quarrels."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from linli.core.access.organs import HeldOffice
from linli.safety.mediation.models import Screening, Term


def terms_of(community: Any) -> QuerySet[Term]:
    """The terms of the mediation committee, the latest first."""
    rows = Term.objects.filter(community=community)
    return rows.select_related("chair").order_by("-chosen_on")


def term_now(community: Any, on: date) -> Term | None:
    """The term of that day."""
    return terms_of(community).filter(chosen_on__lte=on, until__gt=on).first()


def term_end(community: Any, on: date) -> date | None:
    """When the present term is over, for the duties that are counted back from it."""
    term = term_now(community, on)
    return term.until if term else None


def term_of(community: Any, term: UUID) -> Term:
    """One term; Http404 where it is none."""
    found = terms_of(community).filter(pk=term).first()
    if found is None:
        raise Http404
    return found


def screenings_of(community: Any) -> QuerySet[Screening]:
    """The latest rounds."""
    rows = Screening.objects.filter(community=community)
    return rows.select_related("place", "account").order_by("-on", "-id")[:60]


def screening_of(community: Any, screening: UUID) -> Screening:
    """One round; Http404 where it is none."""
    rows = Screening.objects.filter(community=community, pk=screening)
    found = rows.select_related("place").first()
    if found is None:
        raise Http404
    return found


def organs_told(community: Any, on: date) -> list[HeldOffice]:
    """Who takes the chair of the mediation committee, as the register of bodies may know it
    (`core/access/organs`)."""
    terms = Term.objects.filter(community=community, chosen_on__lte=on).select_related("chair")
    return [
        HeldOffice(
            kind="mediation_committee",
            office=_("人民调解委员会主任"),
            name=term.chair.label,
            since=term.chosen_on,
            person=term.chair.person_id,
            until=term.until,
            expected=term.until,
        )
        for term in terms.order_by("chosen_on")
    ]
