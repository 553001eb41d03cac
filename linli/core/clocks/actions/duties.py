"""What a community changes of its duties: one left out, a day moved, one of its own."""

from datetime import date
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.clocks import rules
from linli.core.clocks.actions.turns import refresh
from linli.core.clocks.duties.declared import duty_called
from linli.core.clocks.duties.periods import period_of
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.models import DutyChange
from linli.core.clocks.queries.days import work_calendar
from linli.core.clocks.queries.duties import changed, duty_of, own_duty
from linli.core.places.models import Place
from linli.lib.calendar import WorkCalendar, local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import require


@action("clocks.switch_off_duty", needs="clocks.change_duties")
def switch_off_duty(act: Act, community: Place, *, key: str, reason: str) -> DutyChange:
    """The community does without a usual duty, and says why. One by law it cannot."""
    duty = _known(community, key)
    require(rules.may_switch_off(not duty.may_be_switched_off, duty.cites))
    return _change(act, community, key, reason, off=True)


@action("clocks.switch_on_duty", needs="clocks.change_duties")
def switch_on_duty(act: Act, community: Place, *, key: str, reason: str) -> DutyChange:
    """It is kept again."""
    return _change(act, community, key, reason, off=False)


@action("clocks.move_duty", needs="clocks.change_duties")
def move_duty(
    act: Act,
    community: Place,
    *,
    key: str,
    reason: str,
    day: int = 0,
    month: int = 0,
    weekday: int = 0,
) -> DutyChange:
    """Another day than the declared one; by law only earlier. Noughts: as declared."""
    duty = duty_called(key) or _known(community, key)
    moved = DutyChange(key=key, day=day, month=month, weekday=weekday)
    on, calendar = local_day(act.at), work_calendar(community.pk)
    require(
        rules.may_move(
            not duty.may_be_switched_off,
            _day_of(duty, on, calendar),
            _day_of(changed(duty, moved), on, calendar),
            duty.cites,
        )
    )
    return _change(act, community, key, reason, day=day, month=month, weekday=weekday)


@action("clocks.add_duty", needs="clocks.change_duties")
def add_duty(
    act: Act,
    community: Place,
    *,
    title: str,
    every: str,
    post: str,
    reason: str,
    title_en: str = "",
    day: int = 0,
    month: int = 0,
    weekday: int = 0,
) -> DutyChange:
    """A duty of the community's own."""
    given = {"title": title, "title_en": title_en, "every": every, "post": post}
    when = {"day": day, "month": month, "weekday": weekday}
    return _change(act, community, f"own.{new_id().hex}", reason, own=True, **given, **when)


def _change(act: Act, community: Place, key: str, reason: str, **values: Any) -> DutyChange:
    require(rules.given_reason(reason))
    row, _new = DutyChange.objects.update_or_create(
        community=community, key=key, defaults={**values, "reason": reason.strip(), "at": act.at}
    )
    duty = own_duty(row) if row.own else _known(community, key)
    act.note(title=duty.titles)
    refresh(act, community)
    return row


def _known(community: Place, key: str) -> Duty:
    kept = duty_of(community.pk, key)
    if kept is None:
        raise DutyChange.DoesNotExist(key)
    return kept.duty


def _day_of(duty: Duty, on: date, calendar: WorkCalendar) -> date:
    period = period_of(duty, on, calendar)
    return period.due_on if period else on
