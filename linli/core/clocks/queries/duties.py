"""The duties of a community: as declared, with what it changed, and how each time round went."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from linli.core.audit.models import Entry
from linli.core.clocks.cycles import ends_of
from linli.core.clocks.duties.declared import declared, duty_called
from linli.core.clocks.duties.periods import Period, due_days, next_period, period_of
from linli.core.clocks.duties.shape import Due, Duty
from linli.core.clocks.models import Clock, DutyChange, Turn
from linli.core.places.models import Place
from linli.lib.calendar import WorkCalendar

AHEAD = timedelta(days=40)
"""How long beforehand the next time round of a monthly or rarer duty is put on the list."""

OWN = "own"


@dataclass(frozen=True, slots=True)
class KeptDuty:
    """A duty as this community keeps it, and what it changed of it."""

    duty: Duty
    change: DutyChange | None = None

    @property
    def off(self) -> bool:
        """Whether it does without."""
        return self.change is not None and self.change.off


def duties_of(community: UUID) -> list[KeptDuty]:
    """Every duty, switched off or not, in the order of declaration, its own ones last."""
    changes = {
        change.key: change
        for change in DutyChange.objects.filter(community_id=community).order_by("at", "id")
    }
    found = [
        KeptDuty(changed(duty, changes.get(duty.key)), changes.get(duty.key)) for duty in declared()
    ]
    return [*found, *(KeptDuty(own_duty(row), row) for row in changes.values() if row.own)]


def duty_of(community: UUID, key: str) -> KeptDuty | None:
    """One duty as this community keeps it."""
    change = DutyChange.objects.filter(community_id=community, key=key).first()
    if change is not None and change.own:
        return KeptDuty(own_duty(change), change)
    duty = duty_called(key)
    return KeptDuty(changed(duty, change), change) if duty else None


def changed(duty: Duty, change: DutyChange | None) -> Duty:
    """The duty on the day the community moved it to."""
    if change is None or duty.due is None:
        return duty
    moved = {
        name: value
        for name in ("day", "month", "weekday")
        if (value := getattr(change, name)) and name in _movable(duty)
    }
    return replace(duty, due=replace(duty.due, **moved)) if moved else duty


def own_duty(row: DutyChange) -> Duty:
    """A duty the community added."""
    return Duty(
        key=row.key,
        title=row.title,
        title_en=row.title_en or row.title,
        every=row.every,
        kind="practice",
        post=row.post,
        status="practice",
        due=Due(day=row.day, month=row.month, weekday=row.weekday),
        origin=OWN,
    )


def _movable(duty: Duty) -> tuple[str, ...]:
    return {
        "week": ("weekday",),
        "month": ("day",),
        "quarter": ("day",),
        "half_year": ("day",),
        "year": ("month", "day"),
    }.get(duty.every, ())


def plan_turns(community: Place, on: date, calendar: WorkCalendar) -> list[tuple[Duty, Period]]:
    """What should be on the list on a day: each duty's present time round and, of monthly and
    rarer ones, the next where it is near. Of a duty that is new here, nothing that is past due.
    """
    kept = [each.duty for each in duties_of(community.pk) if not each.off and each.duty.has_turns]
    ends = ends_of(community, on, {duty.cycle for duty in kept if duty.cycle})
    known = set(
        Turn.objects.filter(community=community, key__in=[duty.key for duty in kept])
        .order_by("key")
        .values_list("key", flat=True)
        .distinct()
    )
    found = []
    for duty in kept:
        period = period_of(duty, on, calendar, ends)
        if period is None or period.opens > on:
            continue
        if period.due_on >= on or duty.key in known:
            found.append((duty, period))
        coming = None if duty.is_quick else next_period(duty, period, calendar)
        if coming and coming.due_on <= on + AHEAD:
            found.append((duty, coming))
    return found


def open_turns(community: UUID) -> dict[UUID, Clock]:
    """The clocks of the turns still to be done, by the turn."""
    clocks = Clock.objects.filter(
        community_id=community, owner_kind=Turn._meta.label, settled_at__isnull=True
    )
    return {clock.owner: clock for clock in clocks}


def turns_of(community: UUID, key: str, limit: int = 24) -> list[Turn]:
    """How the latest times round went, the latest first."""
    return list(
        Turn.objects.filter(community_id=community, key=key).order_by("-opens", "-id")[:limit]
    )


def turn_of(clock: Clock) -> Turn | None:
    """The turn a clock runs for; None for every other clock."""
    if clock.owner_kind != Turn._meta.label:
        return None
    found: Turn | None = Turn.objects.filter(
        community_id=clock.community_id, pk=clock.owner
    ).first()
    return found


def acts_that_keep() -> dict[str, tuple[str, ...]]:
    """Which acts keep which duties, by their key."""
    found: dict[str, tuple[str, ...]] = {}
    for duty in declared():
        for act in duty.kept_by:
            found[act] = (*found.get(act, ()), duty.key)
    return found


def in_the_book(
    communities: Iterable[UUID], acts: Iterable[str], since: datetime, until: datetime
) -> list[tuple[UUID, str, datetime, UUID]]:
    """Entries of some acts in a time: community, act, moment, id; the earliest first."""
    names, places = list(acts), list(communities)
    if not names or not places:
        return []
    found: Any = (
        Entry.objects.filter(community__in=places, action__in=names, at__gt=since, at__lte=until)
        .order_by("at", "id")
        .values_list("community", "action", "at", "id")
    )
    return list(found)


def occurrences(
    community: Place, first: date, last: date, calendar: WorkCalendar, *, quick: bool = False
) -> list[tuple[date, Duty]]:
    """Every day from `first` to `last` on which a duty of the community falls due, in order;
    daily and weekly ones only where asked for."""
    kept = [each.duty for each in duties_of(community.pk) if not each.off]
    ends = ends_of(community, first, {duty.cycle for duty in kept if duty.cycle})
    found = [
        (on, duty)
        for duty in kept
        if quick or not duty.is_quick
        for on in due_days(duty, first, last, calendar, ends)
    ]
    return sorted(found, key=lambda each: (each[0], each[1].kind != "statutory", each[1].key))
