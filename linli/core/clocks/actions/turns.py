"""Each time round of a duty: put on the list when it comes, kept, or overtaken by the next."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.clocks import rules
from linli.core.clocks.actions.handling import take_in_hand
from linli.core.clocks.duties.declared import fingerprint
from linli.core.clocks.duties.periods import Period
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.models import Clock, DutyWatch, Turn
from linli.core.clocks.queries.days import work_calendar
from linli.core.clocks.queries.duties import (
    duties_of,
    duty_of,
    in_the_book,
    open_turns,
    plan_turns,
    turn_of,
)
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, Running, Unit, WorkCalendar, deadline_at, local_day
from linli.lib.law import require

_DAY = timedelta(days=1)
_KIND = Turn._meta.label
_REMEMBERED = timedelta(days=800)
CLOCK = "duty"


@action("clocks.make_turns", needs="clocks.run")
def make_turns(act: Act, community: Place) -> int:
    """Puts on the list what has come round by the day of the act, takes off what no longer
    applies or has been overtaken by the next time, and keeps what the book tells already. Doing
    it again changes nothing. Says how many are new."""
    return refresh(act, community)


def refresh(act: Act, community: Place) -> int:
    """The same as a step of an act that changed a duty."""
    on, calendar = local_day(act.at), work_calendar(community.pk)
    plan = plan_turns(community, on, calendar)
    there = {
        (turn.key, turn.opens): turn
        for turn in Turn.objects.filter(community=community, closes__gt=on - _REMEMBERED)
    }
    clocks = open_turns(community.pk)
    fresh = []
    for duty, period in plan:
        known = there.get((duty.key, period.opens))
        if known is None:
            fresh.append((duty, period))
        elif not known.kept:
            _adjust(known, clocks.get(known.pk), period, calendar)
    _overtake(act, community, [turn for turn in there.values() if turn.pk in clocks], clocks, on)
    made = _make(act, community, fresh, calendar)
    _keep_what_was_done(act, community, made)
    DutyWatch.objects.update_or_create(
        community=community, defaults={"made_on": on, "declared": fingerprint()}
    )
    act.note(made=len(made))
    return len(made)


def _make(
    act: Act, community: Place, fresh: Sequence[tuple[Duty, Period]], calendar: WorkCalendar
) -> list[tuple[Turn, Duty]]:
    made, clocks = [], []
    for duty, period in fresh:
        turn = Turn(
            community=community,
            key=duty.key,
            opens=period.opens,
            due_on=period.due_on,
            closes=period.closes,
        )
        made.append((turn, duty))
        clocks.append(_clock(act, turn, duty, calendar))
    Turn.objects.bulk_create([turn for turn, _ in made])
    Clock.objects.bulk_create(clocks)
    return made


def _clock(act: Act, turn: Turn, duty: Duty, calendar: WorkCalendar) -> Clock:
    eve = turn.opens - _DAY
    length = (turn.due_on - eve).days
    warn_at = rules.schedule(Running(eve, length, Unit.FIXED), calendar).warn_at
    # What is usual is not pressed with messages: the page shows it, and that is enough.
    quiet = duty.kind == "practice" or duty.is_quick
    late_to_warn = warn_at is None or warn_at <= act.at
    return Clock(
        community_id=turn.community_id,
        owner_kind=_KIND,
        owner=turn.pk,
        name=CLOCK,
        unit=Unit.FIXED,
        length=length,
        weekend_rolls=False,
        rule=duty.key,
        started_at=_begin(eve),
        due_at=deadline_at(turn.due_on),
        warn_at=None if quiet or late_to_warn else warn_at,
        holder_post=duty.post,
        quiet=quiet,
        title=duty.title[:120],
        title_en=duty.title_en[:120],
        url_name=duty.opens,
    )


def _adjust(turn: Turn, clock: Clock | None, period: Period, calendar: WorkCalendar) -> None:
    """The community moved the day or took the duty up again, or the duty's own table changed."""
    if clock is None:
        clock = Clock.objects.filter(
            community_id=turn.community_id, owner=turn.pk, state="dropped"
        ).first()
        if clock is None:
            return
        clock.state, clock.settled_at = "running", None
    elif turn.due_on == period.due_on or clock.state != "running":
        return
    turn.due_on = period.due_on
    turn.save(update_fields=["due_on"])
    clock.length = (turn.due_on - turn.opens).days + 1
    clock.due_at = deadline_at(turn.due_on + _DAY * clock.extended_by)
    if clock.warn_at is not None:
        clock.warn_at = rules.schedule(clock.running(), calendar).warn_at
    clock.save(update_fields=["state", "settled_at", "length", "due_at", "warn_at"])


def _overtake(
    act: Act, community: Place, turns: Iterable[Turn], clocks: dict[UUID, Clock], on: date
) -> None:
    """Takes off what the day or week has taken with it, what is due again by now, and what the
    community does without."""
    duties = {each.duty.key: each.duty for each in duties_of(community.pk) if not each.off}
    for turn in turns:
        clock, duty = clocks[turn.pk], duties.get(turn.key)
        if duty is None or not duty.has_turns:
            state = "missed" if clock.overdue(act.at) else "dropped"
        elif turn.closes <= on and (duty.is_quick or _due_again(turn, on)):
            state = "missed"
        else:
            continue
        clock.state, clock.settled_at, clock.warn_at = state, act.at, None
        clock.save(update_fields=["state", "settled_at", "warn_at"])
    # The quiet ones break without an act of their own.
    Clock.objects.filter(
        community=community, owner_kind=_KIND, quiet=True, state="running", due_at__lte=act.at
    ).update(state="missed", warn_at=None)


def _due_again(turn: Turn, on: date) -> bool:
    return on > turn.due_on + (turn.closes - turn.opens)


def _keep_what_was_done(act: Act, community: Place, made: Sequence[tuple[Turn, Duty]]) -> None:
    """The book may tell that it was done before it came on the list."""
    wanted = [(turn, duty) for turn, duty in made if duty.kept_by]
    if not wanted:
        return
    acts = {name for _, duty in wanted for name in duty.kept_by}
    since = _begin(min(turn.opens for turn, _ in wanted) - _DAY)
    for _where, name, at, entry in in_the_book([community.pk], acts, since, act.at):
        for turn, duty in wanted:
            if name in duty.kept_by and turn.opens <= local_day(at) < turn.closes:
                _keep(act, turn, "record", entry=entry, done_at=at)


@action("clocks.keep_by_record", needs="clocks.run")
def keep_by_record(act: Act, turn: Turn, *, entry: UUID, done_at: datetime) -> Turn:
    """The book tells that the duty was done; in time or not is judged by when that was."""
    _keep(act, turn, "record", entry=entry, done_at=done_at)
    return turn


@action("clocks.say_done", needs="clocks.handle")
def say_done(act: Act, clock: Clock, *, note: str = "") -> Turn:
    """Somebody says that a duty was done, and how, where no record can tell."""
    turn, duty = _of(take_in_hand(act, clock))
    require(rules.told_by_word(bool(duty and duty.kept_by)))
    require(rules.told_enough(note, bool(duty and duty.is_quick)))
    require(rules.turn_open(turn.opens, local_day(act.at), settled=False))
    _keep(act, turn, "word", note=note.strip())
    act.note(title=clock.titles)
    return turn


@action("clocks.take_back_done", needs="clocks.handle")
def take_back_done(act: Act, clock: Clock) -> Turn:
    """Takes back what was said by mistake, while the duty's time lasts."""
    turn, _duty = _of(clock)
    on = local_day(act.at)
    require(rules.turn_open(turn.opens, on, settled=turn.kept != "word" or on >= turn.closes))
    turn.kept, turn.note = "", ""
    turn.save(update_fields=["kept", "note"])
    clock.settled_at = None
    clock.state = "missed" if clock.due_at and clock.due_at <= act.at else "running"
    clock.save(update_fields=["settled_at", "state"])
    act.note(title=clock.titles)
    return turn


def _of(clock: Clock) -> tuple[Turn, Duty | None]:
    turn = turn_of(clock)
    if turn is None:
        raise Turn.DoesNotExist("this clock runs for no duty")
    kept = duty_of(clock.community_id, turn.key)
    return turn, kept.duty if kept else None


def _keep(
    act: Act,
    turn: Turn,
    how: str,
    *,
    entry: UUID | None = None,
    note: str = "",
    done_at: datetime | None = None,
) -> None:
    clock: Any = (
        Clock.objects.select_for_update()
        .filter(community_id=turn.community_id, owner=turn.pk, settled_at__isnull=True)
        .first()
    )
    if clock is None:
        return
    turn.kept, turn.entry, turn.note = how, entry, note
    turn.save(update_fields=["kept", "entry", "note"])
    late = clock.due_at is not None and (done_at or act.at) >= clock.due_at
    clock.state, clock.settled_at, clock.warn_at = "missed" if late else "met", act.at, None
    clock.save(update_fields=["state", "settled_at", "warn_at"])
    act.note(title=clock.titles)


def _begin(on: date) -> datetime:
    return datetime.combine(on, datetime.min.time(), SHANGHAI)
