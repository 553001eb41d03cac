"""The roll: its list as posted, its hash, and finding one line at a desk."""

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from linli.core.audit.actor import Actor
from linli.mechanisms.ballot.models import Elector, Electorate, Proxy
from linli.mechanisms.ballot.rules.roll import RollLine, digest

_COLUMNS = ("number", "name", "group", "heads", "area", "struck_at")


class Listed(NamedTuple):
    """How many stand on the roll, unstruck, and the hash of its list."""

    size: int
    sha256: str


def lines_of(electorate: Electorate) -> Iterator[RollLine]:
    """The list as posted, by number, struck lines included."""
    rows = _on(electorate).order_by("number").values_list(*_COLUMNS)
    for number, name, group, heads, area, struck_at in rows.iterator(chunk_size=2000):
        yield RollLine(number, name, group, heads, area, struck_at is not None)


def digest_of(electorate: Electorate) -> Listed:
    """Size and hash as the roll now is."""
    lines = list(lines_of(electorate))
    return Listed(sum(not line.struck for line in lines), digest(lines))


def electors_of(electorate: Electorate) -> "QuerySet[Elector]":
    """Everybody on the roll, unstruck, by number: for its printed list."""
    return _on(electorate).filter(struck_at__isnull=True).order_by("number")


def elector_numbered(electorate: Electorate, number: int) -> Elector | None:
    """One line, by the number on the list; None where there is none or it was struck."""
    return electors_of(electorate).filter(number=number).first()


def find_electors(electorate: Electorate, words: str, *, limit: int = 20) -> list[Elector]:
    """Lines by number or the beginning of a name, for a desk. They say nothing of who has had
    a paper: that is answered only when one is asked for."""
    words = words.strip()
    if not words:
        return []
    wanted = Q(name__startswith=words)
    if words.isascii() and words.isdigit() and len(words) < 9:
        wanted |= Q(number=int(words))
    return list(electors_of(electorate).filter(wanted)[:limit])


def elector_of(electorate: Electorate, actor: Actor) -> Elector | None:
    """The actor's own line on the roll, unstruck."""
    if actor.person is None:
        return None
    return electors_of(electorate).filter(person=actor.person).first()


def live_proxies(electorate: Electorate) -> "QuerySet[Proxy]":
    """The mandates in force, for the posted list, by the principal's number."""
    return (
        Proxy.objects.filter(
            community=electorate.community_id, electorate=electorate, revoked_at__isnull=True
        )
        .select_related("principal", "holder")
        .order_by("principal__number")
    )


def proxy_between(principal: UUID, holder: UUID, community: UUID) -> Proxy | None:
    """The mandate in force by which one votes for the other."""
    found: Proxy | None = Proxy.objects.filter(
        community=community, principal=principal, holder=holder, revoked_at__isnull=True
    ).first()
    return found


def _on(electorate: Electorate) -> "QuerySet[Elector]":
    return Elector.objects.filter(community=electorate.community_id, electorate=electorate)
