"""One clock: what happened to it, and by how much it may still be prolonged."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from linli.core.access.posts import POSTS
from linli.core.access.queries import labels_of
from linli.core.clocks import rules
from linli.core.clocks.duties.shape import Duty
from linli.core.clocks.models import Clock, ClockExtension, ClockHandover, ClockPause, Turn
from linli.core.clocks.terms import terms_of
from linli.core.pages.shapes import Entry
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import WorkCalendar, local_day
from linli.lib.law import Finding, parameter
from linli.lib.law.packs import in_force


def extension_of(
    clock: Clock, turn: Turn | None, duty: Duty | None, on: date, by: int = 1
) -> Finding:
    """Whether the rule behind the clock allows so many units more. A usual duty may be done
    later within its own time, one by law may not; of every other clock, its room has declared
    how far."""
    if turn is not None:
        free = duty is not None and duty.may_be_switched_off and not duty.is_quick
        most = max((turn.closes - turn.due_on).days - 1, 0) if free else 0
        cites = duty.cites if duty is not None and not free else ()
        return rules.within_extension(clock.extended_by, by, most, cites=cites)
    terms = terms_of(clock)
    if isinstance(terms.extendable, str):
        found = in_force(terms.extendable, on, jurisdictions_of(clock.community))
        most, rule = int(found.value) if found else 0, terms.extendable
    else:
        most, rule = terms.extendable, clock.rule
    return rules.within_extension(clock.extended_by, by, most, cites=terms.cites, rule=rule)


def moved_over_weekend(clock: Clock, calendar: WorkCalendar) -> Finding | None:
    """That the last day lay on a plain weekend and moved on, with the ground of it; None where no
    weekend moved it. The Civil Code speaks of statutory holidays; what a plain weekend does, the
    place says, and until somebody has checked it the ground bears its mark."""
    if clock.due_at is None or clock.unit != "days" or not clock.weekend_rolls:
        return None
    plain = replace(clock.running(), weekend_rolls=False).due_on(calendar)
    if plain is None or plain == clock.last_day:
        return None
    of = jurisdictions_of(clock.community)
    row = parameter("calendar.weekend_rolls", local_day(clock.started_at), of)
    return Finding(
        True, "clocks.moved_over_weekend", row.grounds, {"plain": plain, "last_day": clock.last_day}
    )


def history_of(clock: Clock) -> list[Entry]:
    """Its beginning, pauses, extensions and hand-overs, each with its reason, in order."""
    rows = {"community_id": clock.community_id, "clock": clock}
    told = [Entry(clock.started_at, _("开始计时"))]
    for pause in ClockPause.objects.filter(**rows):
        told.append(Entry(pause.paused_at, _("暂停计时"), note=pause.reason))
        if pause.resumed_at and clock.settled_at != pause.resumed_at:
            told.append(Entry(pause.resumed_at, _("继续计时")))
    told += [
        Entry(each.at, _("延长 %(days)d 天") % {"days": each.by}, note=each.reason)
        for each in ClockExtension.objects.filter(**rows)
    ]
    handed = list(ClockHandover.objects.filter(**rows))
    labels = labels_of(key for each in handed for key in (each.from_account_id, each.to_account_id))
    for each in handed:
        words = {
            "one": _named(each.from_account_id, each.from_post, labels),
            "other": _named(each.to_account_id, each.to_post, labels),
        }
        told.append(Entry(each.at, _("由%(one)s移交给%(other)s") % words, note=each.reason))
    if clock.left_at:
        told.append(Entry(clock.left_at, _("原经办人已离岗，等待移交")))
    if clock.settled_at:
        told.append(Entry(clock.settled_at, str(clock.get_state_display())))
    return sorted(told, key=lambda entry: entry.at)


def _named(account: UUID | None, post: str, labels: dict[UUID, str]) -> str:
    if account:
        return labels.get(account, "")
    return str(POSTS[post].title) if post in POSTS else _("待定")
