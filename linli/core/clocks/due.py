"""What time does to clocks: run often, by any number of processes at once."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from linli.core.audit.actor import the_clock
from linli.core.clocks.actions.ticking import miss, warn
from linli.core.clocks.models import Clock
from linli.lib.law import Refused


def run(at: datetime) -> dict[str, int]:
    """Notes every clock that has broken by `at` and warns of those about to. Returns how many
    of each. Safe to run twice, and after any time of standing still: what broke meanwhile is
    noted as broken and not warned of first."""
    open_clocks = Clock.objects.across_communities("time passes everywhere").filter(state="running")
    broken = open_clocks.filter(due_at__lte=at)
    missed = sum(_done(miss, clock, at) for clock in _each(broken.order_by("due_at")))
    pressing = open_clocks.filter(warn_at__lte=at)
    warned = sum(_done(warn, clock, at) for clock in _each(pressing.order_by("warn_at")))
    return {"missed": missed, "warned": warned}


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
