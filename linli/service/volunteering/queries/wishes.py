"""Wishes: what everybody reads, what is one's own, what waits at the desk."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.pages.shapes import Entry
from linli.mechanisms.flow.queries import timeline
from linli.service.volunteering.flows import OPEN_WISHES, WISH
from linli.service.volunteering.models import Wish
from linli.service.volunteering.models.wishes import SHOWN

NEEDED = ("community", "claim")


def wishes_of(community: Any) -> QuerySet[Wish]:
    """All wishes, for the desk."""
    return Wish.objects.filter(community=community).select_related(*NEEDED)


def shown_wishes(community: Any, state: str = "") -> QuerySet[Wish]:
    """What everybody reads, of one state or of all."""
    states = [state] if state in SHOWN else SHOWN
    return wishes_of(community).filter(state__in=states)


def counts_shown(community: Any) -> dict[str, int]:
    """How many wishes wait for somebody, are promised, came true: wishes, never persons."""
    rows = Wish.objects.filter(community=community, state__in=SHOWN)
    found = dict(rows.values_list("state").annotate(Count("pk")).order_by())
    return {
        "open": found.get("published", 0),
        "claimed": found.get("claimed", 0),
        "met": found.get("met", 0) + found.get("thanked", 0),
    }


def wish_for(actor: Actor, community: Any, key: UUID) -> Wish:
    """One wish: for everybody while it is shown, and always for whose it is, whoever promised to
    meet it, and the desk (Http404)."""
    found = wishes_of(community).filter(pk=key).first()
    if found is None:
        raise Http404
    if found.is_shown or is_own(actor, found) or may("volunteering.look_at_wish", actor, found):
        return found
    raise Http404


def wish_at_desk(actor: Actor, community: Any, key: UUID) -> Wish:
    """One wish at the desk (Http404)."""
    found = wishes_of(community).filter(pk=key).first()
    if found is None or not may("volunteering.look_at_wish", actor, found):
        raise Http404
    return found


def is_own(actor: Actor, wish: Wish) -> bool:
    """Whether it was made with this account."""
    return actor.account is not None and wish.account_id == actor.account


def own_wishes(actor: Actor, community: Any) -> list[Wish]:
    """What somebody wished, the latest first."""
    if actor.account is None:
        return []
    return list(wishes_of(community).filter(account=actor.account).order_by("-id")[:50])


def claimed_by(actor: Actor, community: Any) -> list[Wish]:
    """What somebody promised to meet, or met."""
    if actor.account is None:
        return []
    rows = wishes_of(community).filter(claim__account=actor.account)
    return list(rows.order_by("-id")[:50])


def open_wishes_of(account: UUID | None, community: Any) -> int:
    """How many wishes of an account are not over."""
    if account is None:
        return 0
    rows = Wish.objects.filter(community=community, account=account)
    return rows.filter(state__in=OPEN_WISHES).count()


def wishes_waiting(community: Any) -> int:
    """How many wait to be looked at."""
    return Wish.objects.filter(community=community, state="made").count()


def words_to_look_at(community: Any) -> list[Wish]:
    """Wishes that were met, whose words the desk has not seen."""
    unseen = Q(told_shown=False) & ~Q(told="") | Q(thanks_shown=False) & ~Q(thanks="")
    rows = wishes_of(community).filter(unseen, state__in=("met", "thanked"))
    return list(rows.order_by("state_since")[:50])


def last_wish(community: Any, year: int) -> int:
    """The last number given in a year."""
    rows = Wish.objects.filter(community=community, year=year)
    return rows.aggregate(last=Max("serial"))["last"] or 0


def course_of_wish(wish: Wish, *, public: bool) -> list[Entry]:
    """How it went, step by step."""
    return timeline(WISH, wish, public=public)
