"""Honours as everybody reads them, and nominations for those who may see them."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring
from linli.culture.activities.models.recognition import (
    HonourCall,
    NeighbourStory,
    Nomination,
    Objection,
    Voice,
)
from linli.culture.activities.rules.recognition import AFTER_NOTICE, AFTER_ROUND

MOST = 100


def calls_open(community: Any, on: date) -> list[HonourCall]:
    """The rounds that take nominations today."""
    rows = HonourCall.objects.filter(
        community=community, closed_on__isnull=True, opens_on__lte=on, closes_on__gte=on
    )
    return list(rows.order_by("closes_on"))


def calls_kept(community: Any) -> list[HonourCall]:
    """Every round, the latest first, with how many nominations are in each state: for the desk."""
    live = Q(nominations__state__in=("named", "agreed", "shown"))
    rows = HonourCall.objects.filter(community=community).annotate(
        live=Count("nominations", filter=live),
        given=Count("nominations", filter=Q(nominations__state="awarded")),
    )
    return list(rows.order_by("-closes_on")[:MOST])


def call_at(community: Any, call_id: UUID) -> HonourCall:
    """One round; otherwise Http404."""
    found: HonourCall | None = HonourCall.objects.filter(community=community, pk=call_id).first()
    if found is None:
        raise Http404
    return found


def honours_shown(community: Any, on: date) -> list[Nomination]:
    """The honours that stand, by the name and in the words the honoured chose. Neither the sealed
    fields nor anybody who was not chosen is read."""
    rows = _public(community).filter(state="awarded", expires_on__gt=on)
    return list(rows.order_by("-awarded_on")[:MOST])


def under_notice(community: Any, on: date) -> list[Nomination]:
    """Those shown for objections, to the last day of them and no longer."""
    rows = _public(community).filter(state="shown", shown_until__gte=on)
    return list(rows.order_by("shown_until")[:MOST])


def nominations_over(on: date) -> QuerySet[Nomination]:
    """What time takes down, everywhere: names nobody answered for, what was shown and never given,
    honours that ran out."""
    over = (
        Q(state="named", call__closes_on__lt=on - AFTER_ROUND)
        | Q(state="shown", shown_until__lt=on - AFTER_NOTICE)
        | Q(state="awarded", expires_on__lte=on)
    )
    rows = Nomination.objects.across_communities("time runs everywhere").filter(over)
    return rows.select_related("call", "community").order_by("at", "pk")


def _public(community: Any) -> QuerySet[Nomination]:
    return (
        Nomination.objects.filter(community=community, shown_since__isnull=False)
        .exclude(consent_way="")
        .select_related("call")
        .defer("name", "deed", "consent_witness")
    )


def shown_at(community: Any, nomination_id: UUID, on: date) -> Nomination:
    """One that is shown for objections; otherwise Http404."""
    rows = _public(community).filter(state="shown", shown_until__gte=on)
    found = rows.filter(pk=nomination_id).first()
    if found is None:
        raise Http404
    return found


def stories_told(community: Any) -> list[NeighbourStory]:
    """The stories that are told, the latest first."""
    rows = NeighbourStory.objects.filter(community=community, shown_since__isnull=False)
    return list(rows.defer("of", "consent_witness").order_by("-shown_since", "pk")[:MOST])


def nominations_kept(actor: Actor, call: HonourCall) -> list[Nomination]:
    """The nominations of a round that are under way or stand, for the desk."""
    if not may("activities.run_recognition", actor, call):
        return []
    rows = Nomination.objects.filter(community=call.community_id, call=call)
    voices: Any = Voice.objects.filter(community=call.community_id).order_by("at")
    said: Any = Objection.objects.filter(community=call.community_id).order_by("at")
    return list(
        rows.exclude(state="ended")
        .prefetch_related(Prefetch("voices", voices), Prefetch("objections", said))
        .order_by("at")
    )


def nomination_for(actor: Actor, community: Any, nomination_id: UUID) -> Nomination:
    """One nomination, for the desk; otherwise Http404."""
    found: Nomination | None = None
    if may("activities.run_recognition", actor, community):
        rows = Nomination.objects.filter(community=community, pk=nomination_id)
        found = rows.select_related("call", "community").first()
    if found is None:
        raise Http404
    return found


def to_look_at(actor: Actor, community: Any) -> list[Nomination]:
    """What a representative is asked to look at: those who agreed, in their words; never their
    own, and none that waits for consent."""
    if actor.account is None or not may("activities.look_at_nominations", actor, community):
        return []
    rows = Nomination.objects.filter(community=community, state="agreed")
    mine = Voice.objects.filter(community=community, account_id=actor.account)
    found = rows.exclude(nominee_id=actor.account).exclude(nominated_by_id=actor.account)
    return list(
        found.select_related("call")
        .prefetch_related(Prefetch("voices", mine, "mine"))
        .order_by("at")
    )


def nomination_to_look_at(actor: Actor, community: Any, nomination_id: UUID) -> Nomination:
    """One of them; otherwise Http404."""
    for each in to_look_at(actor, community):
        if each.pk == nomination_id:
            return each
    raise Http404


def voice_at(actor: Actor, community: Any, voice_id: UUID) -> Voice:
    """A representative's question, for the desk; otherwise Http404."""
    rows = Voice.objects.filter(community=community, pk=voice_id)
    return _for_desk(actor, community, rows.select_related("nomination__call"))


def objection_at(actor: Actor, community: Any, objection_id: UUID) -> Objection:
    """An objection, for the desk; otherwise Http404."""
    rows = Objection.objects.filter(community=community, pk=objection_id)
    return _for_desk(actor, community, rows.select_related("nomination__call"))


def own_objections(actor: Actor, community: Any) -> list[Objection]:
    """What the reader objected to, with the answers."""
    if actor.account is None:
        return []
    rows = Objection.objects.filter(community=community, account_id=actor.account)
    return list(rows.select_related("nomination__call").order_by("-at")[:20])


def story_at(actor: Actor, community: Any, story_id: UUID) -> NeighbourStory:
    """A story, for the desk; otherwise Http404."""
    return _for_desk(
        actor, community, NeighbourStory.objects.filter(community=community, pk=story_id)
    )


def _for_desk(actor: Actor, community: Any, rows: Any) -> Any:
    found = rows.first() if may("activities.run_recognition", actor, community) else None
    if found is None:
        raise Http404
    return found


def honours_ending(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """Honours that run out in those days, for the desk's calendar: by the round, not by whom."""
    if not may("activities.run_recognition", actor, community):
        return
    rows = Nomination.objects.filter(
        community=community, state="awarded", expires_on__range=(since, until)
    ).select_related("call")
    url = reverse("activities:recognition_desk", args=[community.code])
    for each in rows.order_by("expires_on"):
        if each.expires_on is not None:
            yield Expiring(each.call.title, each.expires_on, url)
