"""Nobody sits on the committee and on the one that watches over it, nor do near kin (art. 36).

The election room says who sits on the committee, the oversight room who watches over it.
"""

from typing import Any

from linli.core.audit.door import Act, crosses
from linli.governance.elections.models import Membership
from linli.governance.elections.queries.sitting import may_supervise_here
from linli.governance.elections.rules.sitting import supervises_no_longer
from linli.governance.oversight.actions.committee import unseat_barred
from linli.governance.oversight.models import SupervisorSeat
from linli.governance.oversight.queries.committee import serves
from linli.lib.calendar import local_day
from linli.lib.law import require


@crosses("elections.declare")
@crosses("elections.seat_written_in")
def elected_leave_supervision(act: Act, result: Any) -> None:
    """Ends the seats of supervisors who were elected, or whose near kin were."""
    on, community = local_day(act.at), result.community
    seats = SupervisorSeat.objects.filter(community=community, until__isnull=True, since__lt=on)
    for seat in seats.select_related("community"):
        if barred(may_supervise_here(community, seat.person_id, on).numbers):
            unseat_barred(seat, by=act.by, at=act.at)


@crosses("elections.enter_member")
def supervisor_is_no_member(act: Act, seat: Membership) -> None:
    """Refuses to enter a supervisor as a member, also one without an account."""
    require(supervises_no_longer(serves(seat.community_id, seat.person_id)))


def barred(found: Any) -> bool:
    """Whether what was found of somebody keeps them from supervising."""
    return bool(found["on_committee"] or found["kin_on_committee"])
