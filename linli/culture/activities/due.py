"""What time does: it reminds of names nobody ticked, and takes down an honour that has run out, a
name nobody answered for and what was shown and never given. Safe to run twice."""

from contextlib import suppress
from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.models import Place
from linli.culture.activities import law
from linli.culture.activities.actions import remind
from linli.culture.activities.actions.recognition import end_honour
from linli.culture.activities.models import Activity
from linli.culture.activities.queries.coming import lines_unmarked
from linli.culture.activities.queries.recognition import nominations_over
from linli.lib.calendar import local_day
from linli.lib.law import Refused

AT_ONCE = 100


def run(at: datetime) -> int:
    """Reminds once of each date and takes down what has run out; says how many."""
    return _remind(at) + _end_honours(at)


def _remind(at: datetime) -> int:
    """Of the dates over for longer than promised, each activity once."""
    running = Activity.objects.across_communities("time runs everywhere").filter(state="announced")
    keys = running.order_by().values_list("community_id", flat=True).distinct()
    done = 0
    for community in Place.objects.filter(pk__in=list(keys)):
        since = at - timedelta(days=law.marked_within(community, local_day(at)))
        late = {}
        for line in lines_unmarked(community, since):
            told = line.activity.reminded_at
            if told is None or told < line.occasion.ends_at + (at - since):
                late[line.activity.pk] = line.activity
        for activity in late.values():
            remind(activity, by=the_clock(), at=at)
            done += 1
    return done


def _end_honours(at: datetime) -> int:
    done = 0
    for row in nominations_over(local_day(at))[:AT_ONCE]:
        with suppress(Refused):  # somebody was quicker
            end_honour(row, by=the_clock(), at=at)
            done += 1
    return done
