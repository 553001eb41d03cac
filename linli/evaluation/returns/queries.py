"""Reading what went and what came."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404

from linli.core.places.models import Place
from linli.core.places.queries.tree import ancestors_of
from linli.evaluation.periods import Period
from linli.evaluation.returns.models import Explanation, Flag, KnownKey, Return, SentReturn

TAKEN = ("accepted", "questions")
_ACROSS = "an office reads what its communities sent it"


def offices_of(community: Place) -> list[Place]:
    """To whom it can send: the divisions above it, the nearest first; not the country."""
    return [place for place in reversed(ancestors_of(community)) if place.kind != "country"]


def sent_by(community: Any) -> list[SentReturn]:
    """What went up, the latest first; without the files themselves."""
    rows = SentReturn.objects.filter(community=community).defer("body")
    return list(rows.select_related("office").order_by("-made_at"))


def sent_in(community: Any, sent_id: UUID) -> SentReturn:
    """One of them. Raises Http404."""
    row = SentReturn.objects.filter(community=community, pk=sent_id).first()
    if row is None:
        raise Http404
    return row


def explanations_of(sent: Any) -> dict[tuple[str, str, str], str]:
    """What the community has said to each question about that period, by the question's key."""
    rows = Explanation.objects.filter(
        community=sent.community_id,
        office=sent.office_id,
        period_kind=sent.period_kind,
        starts=sent.starts,
    )
    return {(row.kind, row.indicator, row.of_period): row.text for row in rows}


def received_by(office: Place) -> list[Return]:
    """What came to an office, the latest first; without the files themselves."""
    rows = Return.objects.across_communities(_ACROSS).filter(office=office).defer("body")
    open_flags = Count("flags", filter=Q(flags__explanation=""))
    counted = rows.annotate(asked=Count("flags"), unexplained=open_flags)
    return list(counted.select_related("community").order_by("-received_at"))


def return_in(office: Place, return_id: UUID) -> Return:
    """One of them. Raises Http404."""
    rows = Return.objects.across_communities(_ACROSS).filter(office=office, pk=return_id)
    row = rows.select_related("community", "office").first()
    if row is None:
        raise Http404
    return row


def flags_of(row: Return) -> list[Flag]:
    """What is asked about it, what cannot be accepted as it is first."""
    from linli.evaluation.returns.rules import KINDS

    flags = Flag.objects.filter(community=row.community_id, of=row)
    return sorted(flags, key=lambda each: (KINDS.index(each.kind), each.indicator, each.period))


def taken_of(community: Any, office: Any) -> list[Return]:
    """The accepted returns of one community to one office, the latest period and edition first."""
    rows = Return.objects.filter(community=community, office=office, state__in=TAKEN)
    return list(rows.defer("body").order_by("-starts", "-edition"))


def standing_returns(communities: Iterable[Any], period: Period) -> list[Return]:
    """The accepted returns of these communities for what lies inside `period` or around it,
    whichever office took them: the one that told how things stood last comes last, so that its
    lines are those that count, and of the others only what it does not tell."""
    rows = Return.objects.across_communities(_ACROSS).filter(
        community__in=list(communities),
        state__in=TAKEN,
        starts__lte=period.ends,
        ends__gte=period.starts,
    )
    return list(rows.defer("body").order_by("through", "answered_at", "edition", "pk"))


def keys_of(office: Place, side: str) -> list[KnownKey]:
    """The keys an office believes, or is asked to believe."""
    rows = KnownKey.objects.across_communities(_ACROSS).filter(office=office, side=side)
    return list(
        rows.filter(ended_at__isnull=True).select_related("community").order_by("registered_at")
    )


def believed_key(community: Any, office: Any, side: str) -> KnownKey | None:
    """The key by which files between the two are believed; None where none is."""
    return KnownKey.objects.filter(
        community=community,
        office=office,
        side=side,
        ended_at__isnull=True,
        confirmed_at__isnull=False,
    ).first()
