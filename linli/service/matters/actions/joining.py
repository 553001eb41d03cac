"""Two matters that are one, and one that is several."""

from collections.abc import Sequence
from dataclasses import dataclass

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.service.matters.actions.forwarding import end_forwarding
from linli.service.matters.actions.publishing import refresh_posting
from linli.service.matters.actions.raising import Raised, raise_matter, say
from linli.service.matters.flows import MATTER
from linli.service.matters.models import Kind, Matter


@action("matters.merge", needs="matters.handle")
def merge(act: Act, matter: Matter, *, into: Matter, seen: int | None = None) -> Matter:
    """The matter goes on as part of `into`; its sender follows that one with the old receipt."""
    joinable = Finding(
        into.community_id == matter.community_id
        and into.pk != matter.pk
        and into.state not in ("merged", "split", "withdrawn"),
        "matters.mergeable",
        numbers={"state": str(into.current.label)},
    )
    require(joinable)
    matter.merged_into = into
    matter.closed_at = act.at
    # Before the state says so: the database asks that a merged matter names the other.
    matter.save(update_fields=["merged_into", "closed_at"])
    take(act, MATTER, matter, "merge", seen=seen)
    end_forwarding(act, matter)
    # Whatever had been merged into this one follows it, so that no receipt leads to a dead end.
    Matter.objects.filter(community=matter.community_id, merged_into=matter).update(
        merged_into=into
    )
    say(act, into, "joined", matter.title, seen_by="staff")
    refresh_posting(act, matter)
    return into


@dataclass(frozen=True)
class Part:
    """One of the matters a matter is divided into."""

    kind: Kind
    title: str
    text: str


@action("matters.split", needs="matters.handle")
def split(
    act: Act, matter: Matter, *, parts: Sequence[Part], seen: int | None = None
) -> list[Matter]:
    """Divides a matter that asks for several things. Each part has its own receipt, clocks and
    answer; the old receipt leads to all of them."""
    several = Finding(len(parts) >= 2, "matters.splittable", numbers={"parts": len(parts)})
    take(act, MATTER, matter, "split", seen=seen, conditions=[several])
    matter.closed_at = act.at
    matter.save(update_fields=["closed_at"])
    made = [
        raise_matter(
            matter.community,
            raised=Raised(
                kind=part.kind,
                title=part.title,
                text=part.text,
                channel=matter.channel,
                place=matter.place,
                where=matter.where,
                contact_name=matter.contact_name,
                contact_phone=matter.contact_phone,
                sender=matter.sender,
                raised_at=matter.raised_at,
                part_of=matter,
            ),
            by=act.by,
            at=act.at,
        )
        for part in parts
    ]
    act.note(parts=len(parts))
    refresh_posting(act, matter)
    return made
