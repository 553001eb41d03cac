"""Reading a gathering: who is here, who is expected, who speaks next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.lib.identity.pinyin import normal_query
from linli.lib.law import Finding
from linli.lib.law.keeping import take_out_if_any
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.models import AgendaItem, Attendance, Expected, Gathering, Speech

MOST_FOUND = 12


@dataclass(frozen=True, slots=True)
class Here:
    """How many are here in one capacity, and how many were expected."""

    capacity: str
    title: Any
    present: int
    expected: int
    counts: bool


@dataclass(frozen=True, slots=True)
class Hall:
    """Who is here at this moment, in counts, and what the domain's rule says of the quorum."""

    here: list[Here]
    present: int
    counted: int
    voting: int
    quorum: Finding | None


def gathering_kept_by(actor: Actor, community: Any, gathering_id: UUID) -> Gathering:
    """The gathering, for those who keep its door and record; else there is none (Http404)."""
    found = gathering_in(community, gathering_id)
    if not may("gathering.keep", actor, found):
        raise Http404
    return found


def gathering_in(community: Any, gathering_id: UUID) -> Gathering:
    """The gathering of that id in the community (Http404 where there is none)."""
    found = (
        Gathering.objects.filter(community=community, pk=gathering_id)
        .select_related("community", "in_hand")
        .first()
    )
    if found is None:
        raise Http404
    return found


def public_gathering(community: Any, gathering_id: UUID) -> Gathering:
    """A gathering everybody may know of: noticed, and of a sort that is held in public."""
    found = gathering_in(community, gathering_id)
    if found.state == rules.PREPARED or not found.sort.in_public:
        raise Http404
    return found


def present_by_capacity(gathering: Gathering) -> dict[str, int]:
    """How many are here now in each capacity."""
    rows = Attendance.objects.filter(
        community=gathering.community_id, gathering=gathering, left_at__isnull=True
    )
    return dict(rows.order_by().values_list("capacity").annotate(Count("pk")))


def came_by_capacity(gathering: Gathering) -> dict[str, int]:
    """How many came in each capacity, whether or not they stayed to the end."""
    rows = Attendance.objects.filter(community=gathering.community_id, gathering=gathering)
    return dict(rows.order_by().values_list("capacity").annotate(Count("pk")))


def expected_by_capacity(gathering: Gathering) -> dict[str, int]:
    """How many are expected in each capacity."""
    rows = Expected.objects.filter(community=gathering.community_id, gathering=gathering)
    return dict(rows.order_by().values_list("capacity").annotate(Count("pk")))


def hall_of(gathering: Gathering) -> Hall:
    """The live view: counts, and the quorum. Once it is closed, as it was when it opened."""
    sort = gathering.sort
    expected = expected_by_capacity(gathering)
    over = gathering.state in (rules.CLOSED, rules.MINUTED)
    present = gathering.present_at_opening if over else present_by_capacity(gathering)
    here = [
        Here(
            each.code,
            each.title,
            present.get(each.code, 0),
            expected.get(each.code, 0),
            each.counts,
        )
        for each in sort.capacities
        if present.get(each.code) or expected.get(each.code) or (each.counts and not expected)
    ]
    quorum = take_out_if_any(gathering.quorum) if over else None
    if quorum is None and sort.quorum is not None and not over:
        quorum = sort.quorum(gathering, present)
    return Hall(here, sum(present.values()), sort.counted(present), sort.voting(present), quorum)


def find_expected(gathering: Gathering, typed: str) -> list[Expected]:
    """Those expected who may be meant by what was typed: part of a name, its sound, or the code
    of an invitation; each with `is_here`."""
    words = normal_query(" ".join(typed.split()))
    if not words:
        return []
    matched = Q(name_keys__startswith=words) | Q(name_keys__contains=f" {words}")
    if not words.isascii():
        matched = Q(name_keys__contains=words)
    code = typed.strip().upper()
    found = expected_of(gathering).filter(matched | Q(slip=code))
    return list(found.order_by("name", "capacity", "pk")[:MOST_FOUND])


def expected_of(gathering: Gathering) -> QuerySet[Expected]:
    """Everybody expected, with `is_here`, by list order."""
    here = Attendance.objects.filter(
        community=gathering.community_id,
        gathering=gathering,
        expected=OuterRef("pk"),
        left_at__isnull=True,
    )
    return (
        Expected.objects.filter(community=gathering.community_id, gathering=gathering)
        .annotate(is_here=Exists(here))
        .order_by("capacity", "group", "name", "pk")
    )


def expected_one(gathering: Gathering, key: Any) -> Expected | None:
    """One of those expected, by id."""
    try:
        return expected_of(gathering).filter(pk=UUID(str(key))).first()
    except ValueError:
        return None


def expected_called(gathering: Gathering, slip: str) -> Expected | None:
    """Whose invitation has this code."""
    return expected_of(gathering).filter(slip=slip).first()


def attendance_in(gathering: Gathering, key: Any) -> Attendance:
    """One signing in of this gathering (Http404)."""
    rows = Attendance.objects.filter(community=gathering.community_id, gathering=gathering)
    try:
        found = rows.filter(pk=UUID(str(key))).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def present_in(gathering: Gathering, most: int = 30) -> list[Attendance]:
    """Who is here, the latest first."""
    rows = Attendance.objects.filter(
        community=gathering.community_id, gathering=gathering, left_at__isnull=True
    )
    return list(rows.order_by("-at", "-pk")[:most])


def item_in(gathering: Gathering, key: Any) -> AgendaItem:
    """One item of the agenda (Http404)."""
    try:
        found = gathering.items.filter(pk=UUID(str(key))).first()
    except ValueError:
        found = None
    if found is None:
        raise Http404
    return found


def speech_in(gathering: Gathering, key: UUID) -> Speech:
    """One speech of this gathering (Http404)."""
    found = gathering.speeches.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def agenda_of(gathering: Gathering) -> list[AgendaItem]:
    """The agenda in order, each item with its decision, its speeches and what it came to."""
    items = list(gathering.items.select_related("decision").prefetch_related("speeches"))
    for item in items:
        vars(item)["outcome"] = getattr(item, "decision", None)
    return items


def undecided(gathering: Gathering) -> tuple[str, ...]:
    """The titles of items that ask for a decision and have none yet."""
    open_ = gathering.items.filter(decides=True, put_off="", decision__isnull=True)
    return tuple(open_.order_by("order").values_list("title", flat=True))


def unspoken(gathering: Gathering) -> int:
    """How many are on the list of speakers of whom nothing was written down."""
    return gathering.speeches.filter(spoke_at__isnull=True).count()


def coming(community: Any, at: datetime, kinds: Iterable[str] | None = None) -> QuerySet[Gathering]:
    """Noticed gatherings that are still to come or under way, the next first."""
    rows = Gathering.objects.filter(community=community, state__in=[rules.CALLED, rules.OPEN])
    if kinds is not None:
        rows = rows.filter(kind__in=list(kinds))
    return rows.order_by("starts_at")
