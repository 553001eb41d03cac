"""What time does to surveys: one whose last day is over closes. Safe to run twice."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.evaluation.surveys.actions import close_survey
from linli.evaluation.surveys.models import Survey
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.questionnaire.queries.asking import is_over, waiting

AT_ONCE = 100


def run(at: datetime) -> int:
    """Closes what is over; says how many."""
    on, done = local_day(at), 0
    open_now = (
        Survey.objects.across_communities("time passes everywhere")
        .filter(questionnaire__state="open", questionnaire__closes_on__lt=on)
        .select_related("questionnaire__community", "community")
    )
    for survey in list(open_now[:AT_ONCE]):
        if not is_over(survey.questionnaire, on):
            continue
        try:
            left = waiting(survey.questionnaire)  # as long as it may wait
            close_survey(survey, leaving=left, by=the_clock(), at=at)
            done += 1
        except Refused:
            continue  # somebody at the desk was first
    return done
