"""What time does to reminders: told, moved on, destroyed; and how a call went."""

from datetime import date, timedelta

from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.reminders import rules
from linli.service.catalogue.reminders.actions.setting import destroy, held
from linli.service.catalogue.reminders.models import Reminder, ServiceCard, ServiceCount
from linli.service.catalogue.reminders.queries import moved_away


@action("catalogue.tell_reminder", needs="catalogue.move_reminders")
def tell_reminder(act: Act, row: Reminder) -> Reminder:
    """Its time has come, or its last days have: the person hears that there is something to read.
    Of which kind is read after signing in."""
    row = held(row)
    require(Finding(is_to_be_told(row, local_day(act.at)), "catalogue.reminder_turn"))
    if not row.told:
        count_one(row.community, act, f"reminded.{row.kind}")
    row.told += 1
    row.told_on = local_day(act.at)
    row.save(update_fields=["told", "told_on"])
    act.about = row.person_id
    act.tell("catalogue.reminder_due", person=row.person_id)
    return row


@action("catalogue.record_reminder_call", needs="catalogue.record_reminder_call")
def record_call(act: Act, row: Reminder, *, reached: bool) -> Reminder:
    """A worker rang: told, or nobody answered and it is tried again."""
    row = held(row)
    if reached and row.called != "reached":
        count_one(row.community, act, f"called.{row.kind}")
    row.called = "reached" if reached else "no_answer"
    row.called_on = local_day(act.at)
    row.tries += 1
    row.save(update_fields=["called", "called_on", "tries"])
    act.about = row.person_id
    return row


@action("catalogue.move_on_reminder", needs="catalogue.move_reminders")
def move_on(act: Act, row: Reminder) -> Place | Reminder:
    """Nobody said whether it was done, and its time is over: what comes round by itself stands at
    its next turn, the rest is destroyed."""
    row, on = held(row), local_day(act.at)
    kept = number_laid_down("reminders.kept_after", row.community, on)
    require(Finding(rules.is_past(row.turn, on, kept), "catalogue.reminder_turn"))
    act.about = row.person_id
    following = rules.turn_unsaid(row.of.rhythm(row.community, on), row.turn)
    if following is None:
        return destroy(act, row)
    row.stand_at(following)
    row.save()
    return row


@action("catalogue.forget_those_who_left", needs="catalogue.move_reminders")
def forget_those_who_left(act: Act, community: Place) -> Place:
    """Whoever has moved away, or died, is reminded of nothing: their rows are destroyed."""
    on, gone = local_day(act.at), 0
    for model in (Reminder, ServiceCard):
        rows = moved_away(model.objects.filter(community=community), on)
        keys = list(rows.values_list("pk", flat=True))
        gone += model.objects.filter(community=community, pk__in=keys).delete()[0]
    act.keep_closed()
    act.note(rows=gone)
    return community


def is_to_be_told(row: Reminder, on: date) -> bool:
    """Whether its person is to hear of it today: it is not stopped, and was not told meanwhile."""
    again, kept = (
        number_laid_down(f"reminders.{name}", row.community, on)
        for name in ("again_before", "kept_after")
    )
    turn = row.turn
    return not row.paused and rules.comes_now(turn, row.told, row.told_on, on, again, kept)


def past_since(community: Place, on: date) -> date:
    """What was due before that day is over."""
    return on - timedelta(days=number_laid_down("reminders.kept_after", community, on))


def count_one(community: Place, act: Act, what: str) -> None:
    """One more in this month, of nobody."""
    first, _last = rules.month_of(local_day(act.at))
    row, _made = ServiceCount.objects.get_or_create(community=community, month=first, what=what)
    ServiceCount.objects.filter(community=community, pk=row.pk).update(count=F("count") + 1)
