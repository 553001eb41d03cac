"""Whose a case is: by name, on the case itself. The post only lets somebody have cases at all."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from linli.core.audit.actor import Actor
from linli.service.casework.kinds import all_kinds
from linli.service.casework.models import Case, CaseHand

NOBODY = UUID(int=0)

DESK = (
    "director",
    "deputy_director",
    "committee_member",
    "worker",
    "mediator",
    "child_protection",
    "veterans",
)
"""The posts that may have cases at all. Which of them handles one is by name, on the case."""


def account_here(actor: Actor, community: Any) -> UUID:
    """The account as a handler here: who holds no such post any more handles nothing."""
    here = getattr(community, "pk", community)
    works = any(held.community == here and held.post in DESK for held in actor.posts)
    return actor.account if works and actor.account else NOBODY


def of(actor: Actor, community: Any) -> QuerySet[Case]:
    """The cases of a community this actor handles, open and closed; of kinds for a post alone,
    while it is held. One question, of the same shape for everybody."""
    mine = CaseHand.objects.filter(
        community=community,
        case=OuterRef("pk"),
        account=account_here(actor, community),
        until__isnull=True,
    )
    cases: QuerySet[Case] = Case.objects.filter(Exists(mine), community=community)
    return cases.exclude(kind__in=[*_not_for(actor, community), ""])


def _not_for(actor: Actor, community: Any) -> list[str]:
    """The kinds for a post alone that this actor does not hold here now."""
    here = getattr(community, "pk", community)
    posts = {held.post for held in actor.posts if held.community == here}
    return [kind.key for kind in all_kinds() if kind.post_only and not posts & {*kind.handled_by}]


def hands_of(case: Case) -> QuerySet[CaseHand]:
    rows: QuerySet[CaseHand] = CaseHand.objects.filter(
        community=case.community_id, case=case, until__isnull=True
    )
    return rows


def handles(actor: Actor, case: Case) -> bool:
    """Whether the actor handles this case now."""
    return of(actor, case.community_id).filter(pk=case.pk).exists()


def role_of(actor: Actor, case: Case) -> str:
    """The actor's role on the case; nothing for who has none."""
    row = hands_of(case).filter(account=actor.account or NOBODY).first()
    return row.role if row else ""
