"""What time does to clocks and duties: run often, by any number of processes at once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError
from django.db.models import Exists, OuterRef

from linli.core.audit.actor import the_clock
from linli.core.clocks.actions.leaving import release
from linli.core.clocks.actions.ticking import miss, warn
from linli.core.clocks.actions.turns import keep_by_record, make_turns
from linli.core.clocks.duties.declared import fingerprint
from linli.core.clocks.models import BookLook, Clock, DutyWatch, Turn
from linli.core.clocks.queries.duties import acts_that_keep, in_the_book
from linli.core.clocks.queries.sharing import leavers_with_items
from linli.core.places.models import Place
from linli.core.places.queries import served_communities
from linli.lib.calendar import local_day
from linli.lib.law import Refused

OVERLAP = timedelta(minutes=10)
"""An act that took long is written down with the moment it began."""

LOOK_BACK = timedelta(days=31)
"""How far the first look goes; turns look back over their own period when they are made."""


def run(at: datetime) -> dict[str, int]:
    """Notes every clock that has broken by `at`, warns of those about to, puts on the list what
    has come round, keeps what the book tells, and takes over what was left behind. Returns how
    many of each. Safe to run twice, and after any time of standing still: what broke meanwhile
    is noted as broken and not warned of first."""
    open_clocks = Clock.objects.across_communities("time passes everywhere").filter(
        state="running", quiet=False
    )
    broken = open_clocks.filter(due_at__lte=at)
    missed = sum(_done(miss, clock, at) for clock in _each(broken.order_by("due_at")))
    pressing = open_clocks.filter(warn_at__lte=at)
    warned = sum(_done(warn, clock, at) for clock in _each(pressing.order_by("warn_at")))
    return {"missed": missed, "warned": warned, "kept": _keep(at), **_come_round(at)}


def _come_round(at: datetime) -> dict[str, int]:
    """Once a day for each community, and again where the declared duties are others."""
    made = left = 0
    for community in _communities_behind(at):
        try:
            made += make_turns(community, by=the_clock(), at=at)
        except IntegrityError:
            continue  # another process was first; it makes all of them or none
        if leavers_with_items(community.pk, local_day(at)):
            left += release(community, by=the_clock(), at=at)
    return {"made": made, "left": left}


def _communities_behind(at: datetime) -> list[Place]:
    upto = DutyWatch.objects.across_communities("time passes everywhere").filter(
        community=OuterRef("pk"), made_on__gte=local_day(at), declared=fingerprint()
    )
    return list(served_communities().filter(~Exists(upto)))


def _keep(at: datetime) -> int:
    """Looks through what was written down since the last look for acts that keep a duty."""
    keeping = acts_that_keep()
    if not keeping:
        return 0
    look = BookLook.objects.first()
    since = look.until - OVERLAP if look else at - LOOK_BACK
    places = list(served_communities().values_list("pk", flat=True))
    kept = 0
    for community, act, done_at, entry in in_the_book(places, keeping, since, at):
        turns = Turn.objects.filter(
            community_id=community,
            key__in=keeping[act],
            kept="",
            opens__lte=local_day(done_at),
            closes__gt=local_day(done_at),
        )
        for turn in turns:
            keep_by_record(turn, entry=entry, done_at=done_at, by=the_clock(), at=at)
            kept += 1
    look = look or BookLook(until=at)
    look.until = max(look.until, at)
    look.save()
    return kept


def _each(clocks: Any) -> Iterable[Clock]:
    # The ids first: each clock is then read afresh, as it stands when its turn comes.
    for pk in list(clocks.values_list("pk", flat=True)):
        clock = Clock.objects.across_communities("one clock found above").filter(pk=pk).first()
        if clock:
            yield clock


def _done(act: Any, clock: Clock, at: datetime) -> bool:
    try:
        act(clock, by=the_clock(), at=at)
    except Refused:
        return False  # another process, or somebody at the desk, was first
    return True
