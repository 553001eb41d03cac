"""The life of a clock, as steps of the act that moves its owner."""

from collections.abc import Iterable, Mapping
from typing import Any

from linli.core.audit.closed import is_closed
from linli.core.audit.door import Act, kind_of
from linli.core.clocks import rules
from linli.core.clocks.models import Clock, ClockExtension, ClockPause, Holder
from linli.core.clocks.queries.days import work_calendar
from linli.core.pages.bilingual import ENGLISH, SOURCE, Title
from linli.lib.calendar import Unit, WorkCalendar
from linli.lib.identity.ids import new_closed_id, new_id
from linli.lib.law import require

NOBODY_IN_PARTICULAR = Holder()


def start(
    act: Act,
    owner: Any,
    name: str,
    *,
    length: int,
    title: Title,
    unit: Unit | str = Unit.WORKING_DAYS,
    holder: Holder = NOBODY_IN_PARTICULAR,
    url_name: str = "",
    url_args: Mapping[str, Any] | None = None,
    rule: str = "",
    weekend_rolls: bool = True,
    private: bool = False,
    quiet: bool = False,
) -> Clock:
    """Starts the clock `name` of `owner`, counted from the day of the act (which is day 0), or in
    hours from its moment. `quiet`: time tells nobody of it, because the room does.

    `title` is shown to whoever sees the clock and holds nothing about a person
    (one text, or one for each language, see `pages.bilingual`); `rule` names
    the parameter the length comes from; `url_name` with `url_args` opens the owner. An owner
    has one open clock of a name: a second raises IntegrityError. The clock of a closed row is
    closed with it, and needs an account that holds it.
    """
    closed = is_closed(owner)
    _require_named(closed, holder)
    clock = Clock(
        id=new_closed_id() if closed else new_id(),
        community_id=owner.community_id,
        owner_kind=kind_of(owner),
        owner=owner.pk,
        name=name,
        unit=Unit(unit),
        length=length,
        weekend_rolls=weekend_rolls,
        rule=rule,
        started_at=act.at,
        holder_account_id=holder.account,
        holder_post=holder.post,
        holder_body_id=holder.body,
        second_account_id=holder.second,
        private=private or closed,
        closed=closed,
        quiet=quiet,
        title=title if isinstance(title, str) else title[SOURCE],
        title_en="" if isinstance(title, str) else title[ENGLISH],
        url_name=url_name,
        url_args={key: str(value) for key, value in (url_args or {}).items()},
    )
    running = rules.Running(rules.local_day(act.at), length, Unit(unit), (), 0, weekend_rolls)
    planned = rules.schedule(running, work_calendar(owner.community_id), act.at)
    clock.due_at, clock.warn_at = planned.due_at, planned.warn_at
    clock.save(force_insert=True)
    return clock


def pause(act: Act, owner: Any, *names: str, reason: str) -> list[Clock]:
    """Stops the owner's running clocks of these names (all, where none is named) and says why.

    A clock already past its last day is late and stays so: a pause after that changes nothing.
    One that stood still before its last day, and of which that is only written down now, was not
    late. Hours run on.
    """
    stopped = []
    for clock in _open_clocks(owner, names):
        if clock.state == "paused" or clock.overdue(act.at) or clock.unit == Unit.HOURS:
            continue
        require(rules.reasoned(reason))
        ClockPause.objects.create(
            community_id=clock.community_id,
            clock=clock,
            paused_at=act.at,
            reason=_kept_reason(clock, reason),
        )
        clock.state, clock.due_at, clock.warn_at = "paused", None, None
        clock.now_waiting()
        clock.save(update_fields=["state", "waiting", "due_at", "warn_at"])
        stopped.append(clock)
    return stopped


def resume(act: Act, owner: Any, *names: str) -> list[Clock]:
    """Lets the owner's paused clocks go on, with the days they had left."""
    calendar = work_calendar(owner.community_id)
    going = []
    for clock in _open_clocks(owner, names):
        if clock.state != "paused":
            continue
        ClockPause.objects.filter(
            community_id=clock.community_id, clock=clock, resumed_at__isnull=True
        ).update(resumed_at=act.at)
        clock.state = "running"
        clock.now_waiting()
        reschedule(clock, calendar)
        clock.save(update_fields=["state", "waiting", "due_at", "warn_at"])
        going.append(clock)
    return going


def extend(act: Act, owner: Any, name: str, *, by: int, reason: str) -> Clock:
    """Prolongs one open clock by so many of its units, for a reason, before it breaks.

    How far the law lets it be prolonged is for the caller to judge.
    """
    clock = _one_open(owner, name)
    require(rules.extendable(clock.due_at, act.at, reason))
    if by < 1:
        raise ValueError("a clock is prolonged by at least 1 unit")
    clock.extended_by += by
    if clock.state == "running":
        reschedule(clock, work_calendar(clock.community_id))
    clock.save(update_fields=["extended_by", "due_at", "warn_at"])
    ClockExtension.objects.create(
        community_id=clock.community_id,
        clock=clock,
        at=act.at,
        by=by,
        reason=_kept_reason(clock, reason),
    )
    act.note(clock=name, extended_by=by)
    return clock


def hand_over(act: Act, owner: Any, holder: Holder, *names: str) -> list[Clock]:
    """Makes somebody else the one who must act on the owner's open clocks."""
    handed = _open_clocks(owner, names)
    for clock in handed:
        _require_named(clock.closed, holder)
        clock.holder_account_id = holder.account
        clock.second_account_id = holder.second
        clock.holder_post = holder.post
        clock.holder_body_id = holder.body
        clock.left_by, clock.left_at = None, None
        clock.save(
            update_fields=[
                "holder_account",
                "second_account",
                "holder_post",
                "holder_body",
                "left_by",
                "left_at",
            ]
        )
    return handed


def wait_for(act: Act, owner: Any, office: str, *names: str) -> list[Clock]:
    """Another office has the thing at present (none: it is back), while the holder stays
    answerable: the page shows the clocks among what waits for others."""
    if is_closed(owner) and office:
        office = "—"  # which office would say what it is about
    waiting = [clock for clock in _open_clocks(owner, names) if clock.waits_for != office[:120]]
    for clock in waiting:
        clock.waits_for = office[:120]
        clock.now_waiting()
        clock.save(update_fields=["waits_for", "waiting"])
    return waiting


def settle(act: Act, owner: Any, *names: str) -> list[Clock]:
    """What the clocks asked for is done. Here, and nowhere else, it is judged whether in time.

    The last day counts with its whole 24 hours; a clock that stood still was in time.
    """
    settled = _open_clocks(owner, names)
    for clock in settled:
        in_time = clock.state != "missed" and rules.in_time(clock.due_at, act.at).holds
        _close(clock, act, "met" if in_time else "missed")
    return settled


def drop(act: Act, owner: Any, *names: str) -> list[Clock]:
    """The clocks no longer apply: the thing was withdrawn, merged, or sent where another
    limit runs. One already missed stays missed."""
    dropped = _open_clocks(owner, names)
    for clock in dropped:
        _close(clock, act, "missed" if clock.overdue(act.at) else "dropped")
    return dropped


def reschedule(clock: Clock, calendar: WorkCalendar) -> bool:
    """Sets anew when the clock warns and breaks; True where it breaks on another day.

    A warning already given is given again only where the last day has moved.
    """
    planned = rules.schedule(clock.running(), calendar, clock.started_at)
    moved = planned.due_at != clock.due_at
    if moved:
        clock.due_at, clock.warn_at = planned.due_at, planned.warn_at
    return moved


def _require_named(closed: bool, holder: Holder) -> None:
    if closed and (holder.account is None or holder.post):
        raise ValueError("the clock of a closed row is held by an account, not by a post")
    if not closed and holder.second is not None:
        raise ValueError("only the clock of a closed row has a second account")


def _kept_reason(clock: Clock, reason: str) -> str:
    """Why it stands still or runs longer; of a closed row its own record says it, sealed."""
    return "—" if clock.closed else reason


def _close(clock: Clock, act: Act, state: str) -> None:
    if clock.due_at is None and state == "missed":
        raise AssertionError("a clock that stands still cannot be missed")
    ClockPause.objects.filter(
        community_id=clock.community_id, clock=clock, resumed_at__isnull=True
    ).update(resumed_at=act.at)
    clock.state, clock.settled_at, clock.warn_at = state, act.at, None
    clock.save(update_fields=["state", "settled_at", "warn_at"])


def _open_clocks(owner: Any, names: Iterable[str]) -> list[Clock]:
    # Locked, so that two acts on one owner (and time itself) take their turns.
    open_clocks = Clock.objects.select_for_update().filter(
        community_id=owner.community_id, owner=owner.pk, settled_at__isnull=True
    )
    wanted = tuple(names)
    if wanted:
        open_clocks = open_clocks.filter(name__in=wanted)
    return list(open_clocks.order_by("id"))


def _one_open(owner: Any, name: str) -> Clock:
    found = _open_clocks(owner, (name,))
    if not found:
        raise Clock.DoesNotExist(f"no open clock {name!r}")
    return found[0]
