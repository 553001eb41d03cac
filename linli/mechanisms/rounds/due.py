"""What time does to rounds: a closed one nobody has ended ends some days after its day. A year
after the end what was said at the doors is forgotten here; the room has it where it belongs. Safe
to run twice."""

from datetime import datetime, timedelta

from linli.core.audit.actor import the_clock
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.lib.law.packs import parameter
from linli.mechanisms.rounds.actions import end_by_itself, forget
from linli.mechanisms.rounds.actions.planning import ended_before, left_open
from linli.mechanisms.rounds.models import Round

KEPT = timedelta(days=365)
AT_ONCE = 100


def run(at: datetime) -> int:
    """Ends and forgets what is due; says of how many rounds."""
    on = local_day(at)
    done = 0
    for round_ in left_open(on).select_related("community").order_by("day", "pk")[:AT_ONCE]:
        done += on > round_.day + _open_for(round_) and _ended(round_, at)
    for round_ in ended_before(at - KEPT).order_by("ended_at")[:AT_ONCE]:
        forget(round_, by=the_clock(), at=at)
        done += 1
    return done


def _open_for(round_: Round) -> timedelta:
    where = jurisdictions_of(round_.community)
    return timedelta(days=int(parameter("rounds.closed_ended_after", round_.day, where).value))


def _ended(round_: Round, at: datetime) -> bool:
    try:
        end_by_itself(round_, by=the_clock(), at=at)
    except Refused:  # somebody was a moment faster
        return False
    return True
