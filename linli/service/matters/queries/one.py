"""One matter, for one reader."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.models import Clock
from linli.core.files.models import StoredFile
from linli.core.files.queries import files_of
from linli.core.places.models import Place
from linli.lib.identity.receipt import parse_receipt
from linli.lib.identity.refusals import Refusal
from linli.service.matters.models import Forwarding, Matter, Remark

NEEDED = ("kind", "place", "assignee", "body", "community", "merged_into")


def matter_for(actor: Actor, community: Place, matter_id: UUID) -> Matter:
    """The matter, where `actor` may see it; otherwise there is none (Http404)."""
    matter = (
        Matter.objects.filter(community=community, pk=matter_id).select_related(*NEEDED).first()
    )
    if matter is None or not may("matters.see", actor, matter):
        raise Http404
    return matter


def by_receipt(text: str) -> Matter | Refusal | None:
    """The matter whose receipt this is: whoever bears it is the sender. A refusal where the text
    cannot be a receipt, so that a slip of the pen is told from a number nobody was given."""
    receipt = parse_receipt(text)
    if isinstance(receipt, Refusal):
        return receipt
    return (
        Matter.objects.across_communities("the receipt alone says which")
        .filter(receipt=receipt)
        .select_related(*NEEDED)
        .first()
    )


def remarks_for(actor: Actor, matter: Matter) -> QuerySet[Remark]:
    """What of its life this reader may see, oldest first."""
    remarks = Remark.objects.filter(community=matter.community_id, matter=matter).order_by(
        "at", "id"
    )
    remarks = remarks.select_related("account", "body")
    if may("matters.handle", actor, matter):
        return remarks
    if is_its_sender(actor, matter):
        return remarks.filter(seen_by="sender")
    # A body: its own answers, and what was asked and supplied since it has the matter, where it
    # was sent the words of the matter at all.
    sent = forwarded_view(actor, matter)
    theirs = Q(body_id=matter.body_id, body__isnull=False)
    if sent is not None and "text" in sent.fields:
        theirs |= Q(said__in=("question", "supplement"), seen_by="sender", at__gte=sent.sent_at)
    return remarks.filter(theirs)


def is_its_sender(actor: Actor, matter: Matter) -> bool:
    """Whether this reader raised it: by account, or by showing the receipt."""
    by_account = matter.sender_id is not None and matter.sender_id == actor.account
    return by_account or matter.pk in actor.bears


def fields_for(actor: Actor, matter: Matter) -> frozenset[str] | None:
    """Which fields this reader may see: None for all of them (the committee, the sender); for a
    body those it was sent, and nothing where it was sent nothing."""
    if may("matters.handle", actor, matter) or is_its_sender(actor, matter):
        return None
    sent = forwarded_view(actor, matter)
    return frozenset(sent.fields) if sent else frozenset()


def fields_sent(actor: Actor, matters: Sequence[Matter]) -> dict[UUID, frozenset[str]]:
    """What a body was sent of each of `matters`, in one query for a whole list."""
    if not matters:
        return {}
    rows = Forwarding.objects.filter(
        community=matters[0].community_id,
        matter__in=[matter.pk for matter in matters],
        body_id__in=[held.body for held in actor.posts_over(matters[0]) if held.body],
    )
    return {row.matter_id: frozenset(row.fields) for row in rows.order_by("sent_at")}


def forwarded_view(actor: Actor, matter: Matter) -> Forwarding | None:
    """The forwarding through which this reader sees the matter; None for the committee itself."""
    if may("matters.handle", actor, matter) or matter.body_id is None:
        return None
    return (
        Forwarding.objects.filter(
            community=matter.community_id, matter=matter, body_id=matter.body_id
        )
        .order_by("-sent_at")
        .first()
    )


def photos_of(matter: Matter) -> list[StoredFile]:
    """The photos that came with the matter, oldest first."""
    return list(files_of(matter, "photo"))


def clocks_of(matters: Iterable[Matter]) -> dict[UUID, dict[str, Clock]]:
    """The newest promise and limit of each of `matters`, in one query for a whole list."""
    rows: dict[UUID, dict[str, Clock]] = {}
    listed = list(matters)
    if not listed:
        return rows
    clocks = (
        Clock.objects.filter(
            community=listed[0].community_id, owner__in=[matter.pk for matter in listed]
        )
        .prefetch_related("pauses")
        .order_by("started_at", "id")
    )
    for clock in clocks:
        rows.setdefault(clock.owner, {})[clock.name] = clock
    return rows


def merged_into(matter: Matter) -> Matter | None:
    """The matter this one goes on in, through however many mergers; None where it is its own."""
    whole, seen = matter, {matter.pk}
    while whole.merged_into is not None and whole.merged_into_id not in seen:
        seen.add(whole.merged_into.pk)
        whole = whole.merged_into
    return None if whole is matter else whole
