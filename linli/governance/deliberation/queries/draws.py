"""Draws: what is published of them, whom the desk still has to ask, and one's own invitation."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.governance.deliberation.models import Draw, Drawn, Topic
from linli.governance.deliberation.queries.frame import mark_of, order_of, parts_of, read_frame


def draws_of(topic: Topic) -> list[Draw]:
    """Every draw on a topic, the first first: a second one is in plain sight."""
    return list(Draw.objects.filter(community=topic.community_id, topic=topic).order_by("number"))


def last_number(topic: Topic) -> int:
    """The number of the last draw on a topic, 0 where there was none."""
    rows = Draw.objects.filter(community=topic.community_id, topic=topic)
    return rows.aggregate(last=Max("number"))["last"] or 0


def draw_in(community: Any, key: UUID) -> Draw:
    """One draw (Http404)."""
    rows = Draw.objects.filter(community=community, pk=key)
    found = rows.select_related("topic", "topic__community", "community").first()
    if found is None:
        raise Http404
    return found


def asked_in(draw: Draw) -> list[Drawn]:
    """Whom to ask, and what they said; for the desk, until it is forgotten."""
    rows = Drawn.objects.filter(community=draw.community_id, draw=draw, asked_at__isnull=False)
    return list(rows.select_related("person").order_by("stratum", "place"))


@dataclass(frozen=True)
class DrawnAgain:
    """What comes of drawing again: how many stand in the register as of that day, whether it is the
    same register, the same shares, and the same residents; None where who was drawn is forgotten.
    """

    size: int
    same_frame: bool
    same_parts: bool
    same_drawn: bool | None

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return self.same_frame and self.same_parts and self.same_drawn is not False


def drawn_again(draw: Draw) -> DrawnAgain | None:
    """The draw, made again from its seed and the register as of its day; None before it is made."""
    if draw.frame_on is None:
        return None
    strata = read_frame(draw.community, draw.frame_on, draw.by)
    parts = parts_of(strata, draw.wanted)
    told = {each["code"]: (each["size"], each["wanted"]) for each in draw.strata}
    now = {each.code: (len(each.persons), parts[each.code]) for each in strata}
    same = None
    if draw.forgotten_at is None:
        rows = Drawn.objects.filter(community=draw.community_id, draw=draw)
        kept = set(rows.values_list("stratum", "place", "person"))
        again = {
            (each.code, place, person)
            for each in strata
            for place, person in enumerate(order_of(each, draw.seed), 1)
        }
        same = kept <= again
    size = sum(len(each.persons) for each in strata)
    return DrawnAgain(size, mark_of(strata) == draw.frame_hash, now == told, same)


def drawn_in(community: Any, key: UUID) -> Drawn:
    """One of those the lot met (Http404)."""
    rows = Drawn.objects.filter(community=community, pk=key)
    found = rows.select_related("draw", "draw__topic", "draw__topic__community").first()
    if found is None:
        raise Http404
    return found


def own_invitations(actor: Actor, community: Any) -> list[Drawn]:
    """Where the lot met whoever looks."""
    if actor.person is None:
        return []
    rows = Drawn.objects.filter(
        community=community, person=actor.person, asked_at__isnull=False
    ).select_related("draw", "draw__topic", "draw__topic__community")
    return list(rows.order_by("-asked_at"))
