"""What time does here: a survey whose last day is over closes. Safe to run twice."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.stewardship.planning.actions import close_survey
from linli.stewardship.planning.models import Survey

AT_ONCE = 100


def run(at: datetime) -> int:
    """Closes what is over; says how many."""
    everywhere = Survey.objects.across_communities("time passes everywhere")
    over = everywhere.filter(state="open", closes_on__lt=local_day(at))
    done = 0
    for survey in list(over.select_related("community")[:AT_ONCE]):
        try:
            close_survey(survey, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # somebody at the desk was first
    return done
