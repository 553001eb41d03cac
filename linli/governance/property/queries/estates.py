"""Estates as everybody finds them, and as their own people and the desk read them."""

from datetime import date
from typing import Any
from uuid import UUID

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
    Dispute,
    Estate,
    Founding,
    FundReport,
    IncomeReport,
    OwnersBody,
    ThreeParties,
)
from linli.governance.property.permissions import estates_spoken_for, owns_in
from linli.governance.property.rules.founding import STAGES, Due
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
    return list(rows.select_related("body").order_by("since"))


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


def bodies_now(estate: Estate) -> list[OwnersBody]:
    """The bodies of its owners in their term, with their members."""
    rows = OwnersBody.objects.filter(
        community=estate.community_id, estate=estate, until__isnull=True
    )
    return list(rows.prefetch_related("members").order_by("kind"))


def founding_of(estate: Estate) -> Founding | None:
    """The founding under way, or the latest."""
    rows = Founding.objects.filter(community=estate.community_id, estate=estate)
    found: Founding | None = rows.order_by("-asked_on").first()
    return found


def course_of(founding: Founding) -> list[tuple[Any, Due]]:
    """Every stage with its title and its day."""
    stages = STAGES[founding.way]
    reached = dict(
        founding.reached.filter(community=founding.community_id).values_list("code", "on")
    )
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
    return list(rows.order_by("-until", "-published_at")[:40])


def overdue_periods(estate: Estate, today: date) -> dict[str, list[tuple[date, date, date]]]:
    """The periods nobody has told of: of common income, of the fund."""
    began = max(estate.since, _back(today))
    told = {
        "income": [(row.since, row.until) for row in income_reports(estate)],
        "fund": [(row.since, row.until) for row in fund_reports(estate)],
    }
    days = law.number("told_after", estate.community, today)
    return {
        name: rules.money.periods_due(
            began, spans, today, months=law.number(f"{name}_months", estate.community, today),
            days=days,
        )
        for name, spans in told.items()
    }  # fmt: skip


def _back(today: date) -> date:
    """Nothing older than two years is asked for."""
    return today.replace(year=today.year - 2, day=1)


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
    return rows.select_related("parent").order_by("path")


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


def dispute_for(actor: Actor, community: Any, key: UUID, permission: str) -> Dispute:
    """A dispute, for its handler or for whoever told it."""
    rows = Dispute.objects.filter(community=community, pk=key)
    found: Dispute | None = rows.select_related("estate", "community").first()
    if found is None or not may(permission, actor, found):
        raise Http404
    return found


def disputes_for_desk(actor: Actor, community: Any) -> list[Dispute]:
    """What nobody has taken on yet, and one's own."""
    rows = Dispute.objects.filter(community=community).select_related("estate")
    found = rows.order_by("closed_at", "told_at")[:200]
    return [row for row in found if may("property.handle_dispute", actor, row)]


def disputes_told_by(actor: Actor, community: Any) -> list[Dispute]:
    """What this account has told."""
    if actor.account is None:
        return []
    rows = Dispute.objects.filter(community=community, account=actor.account)
    return list(rows.select_related("estate").order_by("-told_at")[:50])


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
