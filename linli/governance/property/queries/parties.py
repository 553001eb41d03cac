"""The sides of an estate beside the residents' committee, as they can be told something."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from linli.core.access.models import Holding
from linli.core.access.queries import in_term
from linli.governance.property.models import Contract, Estate, OwnersBody

COMMITTEES = ("owners_committee", "management_committee")


@dataclass(frozen=True, slots=True)
class Party:
    """A side by its name, with the accounts that speak for it today."""

    name: str
    accounts: tuple[UUID, ...]


def parties_of(estate: Estate, on: date) -> list[Party]:
    """Who hears what is told to the firm and to the owners' side; a firm that stays until it is
    taken over is one, too. A side nobody has an account for is not among them."""
    found = [*_firms(estate, on), _owners(estate, on)]
    return [party for party in found if party.accounts]


def _firms(estate: Estate, on: date) -> list[Party]:
    contracts = Contract.objects.filter(
        community=estate.community_id, estate=estate, state__in=Contract.SERVING
    )
    firms = dict(contracts.order_by("since").values_list("body_id", "body__name"))
    return [
        Party(name, _holders(estate, on, Q(post="property_manager", body=key)))
        for key, name in firms.items()
    ]


def _owners(estate: Estate, on: date) -> Party:
    """Those who hold the post for a body of this estate, or at its place."""
    bodies = OwnersBody.objects.filter(
        community=estate.community_id, estate=estate, until__isnull=True, kind__in=COMMITTEES
    )
    rows = list(bodies.order_by("kind").values_list("body_id", "name"))
    path = estate.place.path
    there = Q(body__isnull=True) & (Q(place__path=path) | Q(place__path__startswith=f"{path}/"))
    meant = there | Q(body__in=[key for key, _name in rows if key is not None])
    accounts = _holders(estate, on, Q(post="owners_committee") & meant)
    return Party("、".join(name for _key, name in rows) or _("业主委员会"), accounts)


def _holders(estate: Estate, on: date, which: Q) -> tuple[UUID, ...]:
    rows = Holding.objects.filter(
        in_term(on), which, place__community=estate.community_id, account__is_active=True
    )
    return tuple(rows.order_by("account").values_list("account", flat=True).distinct())
