"""A value ends with a last day, agreed by two; it is never taken out."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.local_law import rules
from linli.core.local_law.actions.entering import fresh, note_value
from linli.core.local_law.held import one_change
from linli.core.local_law.models import LocalValue
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("local_law.ask_end", needs="local_law.enter")
def ask_end(act: Act, community: Place | None, *, value: LocalValue, last_day: date) -> LocalValue:
    """Asks that a value hold no longer than to a day, today or later."""
    with one_change():
        value = fresh(value, community)
        require(Finding(value.state == "confirmed", "local_law.in_force"))
        on = local_day(act.at)
        require(rules.may_end_on(value.in_force_from, last_day, on, value.in_force_to))
        value.end_asked, value.end_asked_by_id = last_day, act.by.account
        value.save(update_fields=["end_asked", "end_asked_by"])
        note_value(act, value)
        act.note(last_day=last_day.isoformat())
        return value


@action("local_law.confirm_end", needs="local_law.confirm")
def confirm_end(act: Act, community: Place, *, value: LocalValue) -> LocalValue:
    """The second person agrees: the value holds to that day, and what it judged stays judged."""
    with one_change():
        value = fresh(value, community)
        require(rules.waits("", ended=value.end_asked is not None))
        require(rules.two_people(value.end_asked_by_id, act.by.account))
        assert value.end_asked is not None
        on = local_day(act.at)
        require(rules.may_end_on(value.in_force_from, value.end_asked, on, value.in_force_to))
        value.in_force_to, value.end_asked, value.end_asked_by = value.end_asked, None, None
        value.save(update_fields=["in_force_to", "end_asked", "end_asked_by"])
        note_value(act, value)
        act.note(last_day=value.in_force_to.isoformat())
        return value


@action("local_law.keep_on", needs="local_law.withdraw")
def keep_on(act: Act, community: Place | None, *, value: LocalValue) -> LocalValue:
    """The end somebody asked for is not to be; the value holds on as before."""
    with one_change():
        value = fresh(value, community)
        require(rules.waits("", ended=value.end_asked is not None))
        value.end_asked, value.end_asked_by = None, None
        value.save(update_fields=["end_asked", "end_asked_by"])
        note_value(act, value)
        return value
