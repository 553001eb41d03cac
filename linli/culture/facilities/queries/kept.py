"""One's own wishes, and what a slip stands for."""

from typing import Any

from django.http import Http404

from linli.core.audit.actor import Actor
from linli.culture.facilities.models import Loan, Offer, SeasonTurn, SeasonWish
from linli.lib.identity.receipt import parse_receipt


def own_wishes(actor: Actor, community: Any) -> list[SeasonWish]:
    """One's own wishes that stand, the latest season first, with the slots they have."""
    if actor.account is None:
        return []
    rows = SeasonWish.objects.filter(
        community=community, account=actor.account, withdrawn_at__isnull=True
    )
    return list(rows.select_related("season").order_by("-season__since", "number")[:20])


def turns_of(wish: SeasonWish) -> list[SeasonTurn]:
    """The slots a wish has or is offered."""
    rows = SeasonTurn.objects.filter(
        community=wish.community_id, wish=wish, state__in=SeasonTurn.STANDING
    )
    return list(rows.select_related("slot__facility"))


def wish_in(community: Any, key: Any) -> SeasonWish:
    """A wish; Http404 where there is none."""
    found = SeasonWish.objects.filter(community=community, pk=key).select_related("season").first()
    if found is None:
        raise Http404
    return found


def behind_slip(community: Any, code: str) -> SeasonWish | Loan | Offer:
    """What the code of a slip stands for; Http404 where it stands for nothing here."""
    slip = parse_receipt(code)
    if not isinstance(slip, str):
        raise Http404
    for model in (SeasonWish, Loan, Offer):
        rows: Any = model.objects.filter(community=community, slip=slip)
        found = rows.first()
        if found is not None:
            row: SeasonWish | Loan | Offer = found
            return row
    raise Http404
