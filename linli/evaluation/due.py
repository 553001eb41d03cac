"""What time does to figures: has those reckoned that are behind, and closes surveys whose last day
is over."""

from datetime import datetime

from linli.core.audit.actor import the_clock
from linli.evaluation.actions import ask
from linli.evaluation.queries import communities_to_reckon
from linli.evaluation.surveys import due as surveys


def run(at: datetime) -> int:
    """Asks for a reckoning wherever one is wanted; safe to repeat, since one under way is not
    asked for again. Returns for how many communities, with the surveys that were closed."""
    asked = surveys.run(at)
    for community in communities_to_reckon(at):
        ask(community, by=the_clock(), at=at)
        asked += 1
    return asked
