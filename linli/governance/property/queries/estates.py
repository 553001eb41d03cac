"""Estates as everybody finds them, and as their own people and the desk read them."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Body
from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring, Source
from linli.core.places.models import Place
from linli.governance.property import law, rules
from linli.governance.property.models import (
    Contract,
    Estate,
    Founding,
    FundReport,
    IncomeReport,
    OwnersBody,
    ThreeParties,
)
from linli.governance.property.permissions import estates_spoken_for, owns_in
from linli.governance.property.rules.founding import PLANNED, STAGES, Due
from linli.governance.property.sentences.stages import STAGE_TITLES


def estates_of(community: Any) -> Any:
    """The estates there are, by name."""
    rows = Estate.objects.filter(community=community, until__isnull=True)
    return rows.select_related("place", "community").order_by("name")


def estate_of(community: Any, key: UUID) -> Estate:
    """The estate of that id."""
    found: Estate | None = estates_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def estate_seen(actor: Actor, community: Any, key: UUID, permission: str) -> Estate:
    """The same, where this reader holds the permission over just this estate."""
    found = estate_of(community, key)
    if not may(permission, actor, found):
        raise Http404
    return found


def own_estates(actor: Actor, community: Any) -> list[Estate]:
    """The estates this reader speaks for, owns in or lives in."""
    spoken = set(estates_spoken_for(actor, community))
    return [
        row
        for row in estates_of(community)
        if row.pk in spoken or may("property.see_accounts", actor, row)
    ]


def serving(estate: Estate) -> list[Contract]:
    """The contracts under which somebody serves today, the one that goes before the one that
    comes."""
    rows = Contract.objects.filter(
        community=estate.community_id, estate=estate, state__in=Contract.SERVING
    )
    return list(rows.select_related("body", "estate").order_by("since"))


def relieved(contract: Contract, contracts: Iterable[Contract], today: date) -> bool:
    """Whether somebody else serves in the firm's stead today; `contracts`: those of its estate."""
    return contract.estate.regime in ("self", "custody") or any(
        row.pk != contract.pk and row.state in ("running", "indefinite") and row.since <= today
        for row in contracts
    )


def past_contracts(estate: Estate) -> list[Contract]:
    """Contracts that are over, the latest first."""
    rows = Contract.objects.filter(community=estate.community_id, estate=estate)
    over = rows.exclude(state__in=Contract.SERVING).select_related("body")
    return list(over.order_by("-since")[:20])


def contract_of(community: Any, key: UUID) -> Contract:
    """The contract of that id."""
    rows = Contract.objects.filter(community=community, pk=key)
    found: Contract | None = rows.select_related("estate__place", "body", "community").first()
    if found is None:
        raise Http404
    return found


def founding_of(estate: Estate) -> Founding | None:
    """The founding under way, or the latest."""
    rows = Founding.objects.filter(community=estate.community_id, estate=estate)
    found: Founding | None = rows.order_by(
        F("ended_on").desc(nulls_first=True), "-asked_on"
    ).first()
    return found


def course_of(founding: Founding) -> list[tuple[Any, Due]]:
    """Every stage with its title and its day."""
    stages = STAGES[founding.way]
    reached = dict(
        founding.reached.filter(community=founding.community_id).values_list("code", "on")
    )
    if founding.planned_on is not None:
        reached[PLANNED] = founding.planned_on
    days = law.days_of(stages, founding.community, founding.asked_on)
    return [(STAGE_TITLES[due.code], due) for due in rules.founding.course(stages, reached, days)]


def income_reports(estate: Estate) -> list[IncomeReport]:
    """What was told of common income; a corrected report stands under the one that corrects it."""
    rows = IncomeReport.objects.filter(community=estate.community_id, estate=estate)
    return list(rows.select_related("corrects").prefetch_related("lines").order_by(
        "-until", "-published_at"
    )[:40])  # fmt: skip


def fund_reports(estate: Estate) -> list[FundReport]:
    """What was told of the maintenance fund, the latest first."""
    rows = FundReport.objects.filter(community=estate.community_id, estate=estate)
    return list(rows.select_related("corrected_by").order_by("-until", "-published_at")[:40])


def places_for_estates(community: Any) -> Any:
    """The compounds, of which an estate is usually one."""
    rows = Place.objects.filter(community=community, until__isnull=True, kind="compound")
    return rows.order_by("name")


def places_for_lifts(estate: Estate) -> Any:
    """Buildings and entrances of the estate."""
    rows = Place.objects.filter(
        community=estate.community_id, until__isnull=True, kind__in=("building", "entrance"),
        path__startswith=f"{estate.place.path}/",
    )  # fmt: skip
    return rows.order_by("position")


def providers_of(community: Any, on: date) -> Any:
    """The firms that may be chosen."""
    rows = Body.objects.filter(community=community, kind="property_provider", since__lte=on)
    return rows.order_by("name")


def meetings_of(estate: Estate) -> list[ThreeParties]:
    """The meetings of the three parties, the latest first, with what was agreed."""
    rows = ThreeParties.objects.filter(community=estate.community_id, estate=estate)
    return list(
        rows.select_related("gathering", "estate").prefetch_related("points").order_by(
            "-gathering__starts_at"
        )[:20]
    )  # fmt: skip


def meeting_of(community: Any, **which: Any) -> ThreeParties:
    """The meeting of that id, or of that gathering."""
    rows = ThreeParties.objects.filter(community=community, **which)
    found: ThreeParties | None = rows.select_related("gathering", "estate__place").first()
    if found is None:
        raise Http404
    return found


def may_own(actor: Actor, estate: Estate) -> bool:
    """Whether the reader owns here."""
    return owns_in(actor, estate)


def contracts_ending(community: Any, since: date, until: date, actor: Actor) -> list[Expiring]:
    """Contracts and terms of owners' bodies that end in those days."""
    if not may("property.see_desk", actor, community):
        return []
    contracts = Contract.objects.filter(
        community=community, state="running", ends_on__range=(since, until)
    )
    bodies = OwnersBody.objects.filter(
        community=community, until__isnull=True, term_ends__range=(since, until)
    )
    ends = [(row.estate.name, row.ends_on) for row in contracts.select_related("estate")]
    terms = [(row.estate.name, row.term_ends) for row in bodies.select_related("estate")]
    return [Expiring(name, on) for name, on in (*ends, *terms)]


ENDING = Source("property", _("物业合同和业主组织任期"), contracts_ending)
"""What runs out, for the calendar."""
