"""Small grants and organisations on record: for whom somebody may apply and which they founded is
told to the funds, what was asked for and granted to the organisation's page. Names, sums, keys and
addresses."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.partners.organisations.flows_social import ON_RECORD
from linli.partners.organisations.grants_told import Granted, tell_grants
from linli.partners.organisations.models import SocialOrganisation
from linli.stewardship.funds.groups import Group, tell_groups
from linli.stewardship.funds.models import Bid
from linli.stewardship.funds.queries.grants import came_back, rest_of

SUPPORTED = ("funded", "finished", "stopped")


def spoken_for(community: Any, actor: Actor) -> Iterator[Group]:
    """The organisations on record somebody founded; for the desk, at the window, all of them."""
    rows = SocialOrganisation.objects.filter(community=community, state__in=ON_RECORD)
    if not may("organisations.keep_social", actor, community):
        if actor.account is None:
            return
        rows = rows.filter(handed_in_by=actor.account)
    for row in rows.order_by("name"):
        yield _group(row, community)


def called(community: Any, key: UUID) -> Group | None:
    """An organisation everybody may read of: on record, or ended since."""
    rows = SocialOrganisation.objects.filter(community=community, pk=key)
    row = rows.filter(state__in=(*ON_RECORD, "ended")).first()
    return _group(row, community) if row is not None else None


def founded(community: Any, actor: Actor, key: UUID) -> bool:
    """Whether somebody brought the organisation about, from their own account."""
    rows = SocialOrganisation.objects.filter(community=community, pk=key)
    return actor.account is not None and rows.filter(handed_in_by=actor.account).exists()


def granted_to(community: Any, key: UUID) -> Iterator[Granted]:
    """What an organisation asked for, the latest first."""
    rows = Bid.objects.filter(community=community, registered=key).select_related("call")
    for row in rows.order_by("-handed_in_at"):
        yield Granted(
            row.title,
            row.call.title,
            row.fen,
            reverse("funds:bid", args=[community.code, row.pk]),
            str(row.state_label),
            row.current.tone,
            granted=row.state in SUPPORTED,
            running=row.state == "funded" or (row.state == "stopped" and _owes(row)),
        )


def calls(community: Any) -> str:
    """Where small grants are called for."""
    return reverse("funds:calls", args=[community.code])


def _owes(row: Bid) -> bool:
    return rest_of(row) > 0 and came_back(row) is None


def _group(row: Any, community: Any) -> Group:
    page = reverse("organisations:social", args=[community.code, row.pk])
    return Group(row.pk, row.name, page)


tell_groups(spoken_for, called, founded)
tell_grants(granted_to, calls)
