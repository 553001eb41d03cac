"""What time does here: a survey whose last day is over closes. Safe to run twice."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.questionnaire.queries.asking import is_over
from linli.stewardship.planning.actions import close_survey
from linli.stewardship.planning.models import Survey

AT_ONCE = 100


def run(at: datetime) -> int:
    """Closes what is over; says how many."""
    everywhere = Survey.objects.across_communities("time passes everywhere")
    on = local_day(at)
    over = everywhere.filter(state="open", questionnaire__closes_on__lt=on)
    done = 0
    for survey in list(over.select_related("community", "questionnaire__community")[:AT_ONCE]):
        if not is_over(survey.questionnaire, on):
            continue  # paper waits to be typed a second time
        try:
            close_survey(survey, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # somebody at the desk was first
    return done
