"""What time does here: it puts on the list what is to be disclosed now that a period is over,
closes inquiries nobody objected to, and forgets who asked. Safe to run twice."""

from contextlib import suppress
from datetime import date, datetime

from linli.core.audit.actor import the_clock
from linli.core.places.models import Place
from linli.core.places.queries import served_communities
from linli.governance.oversight import rules
from linli.governance.oversight.actions.disclosure import open_round
from linli.governance.oversight.actions.inquiries import forget_asker, lapse
from linli.governance.oversight.queries.disclosure import known_rounds, lines_on
from linli.governance.oversight.queries.inquiries import to_forget, unanswered_since
from linli.lib.calendar import local_day
from linli.lib.law import Refused, parameter

AT_ONCE = 200


def run(at: datetime) -> int:
    """Opens, closes and forgets what is due; says how many."""
    opened = sum(_open_rounds(community, at) for community in served_communities())
    return opened + _lapse(at) + _forget(at)


def _open_rounds(community: Place, at: datetime) -> int:
    on, opened = local_day(at), 0
    known = known_rounds(community, on)
    begun = {line for line, _since in known}
    for line in lines_on(community, on).values():
        period = rules.period_ended(line.every, on)
        if period is None or (line.key, period.since) in known:
            continue
        due_on = rules.due_day(period, line.day)
        if on > due_on and line.key not in begun:
            continue  # Linli came to this community later; the next period is the first
        with suppress(Refused):  # another process was first
            open_round(
                community,
                line=line,
                since=period.since,
                until=period.until,
                due_on=due_on,
                by=the_clock(),
                at=at,
            )
            opened += 1
    return opened


def _lapse(at: datetime) -> int:
    done = 0
    for inquiry in unanswered_since(_days("inquiry_window", at), at)[:AT_ONCE]:
        with suppress(Refused):
            lapse(inquiry, by=the_clock(), at=at)
            done += 1
    return done


def _forget(at: datetime) -> int:
    done = 0
    for inquiry in to_forget(_days("asker_kept", at), at)[:AT_ONCE]:
        forget_asker(inquiry, by=the_clock(), at=at)
        done += 1
    return done


def _days(rule: str, at: datetime) -> int:
    on: date = local_day(at)
    return int(parameter(f"disclosure.{rule}", on, ()).value)
