"""The half-year's meeting, in the work calendar."""

from datetime import date

from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.places.models import Place
from linli.governance.assemblies.models import Duty
from linli.lib.calendar import local_day


@action("assemblies.remind_of_meeting", needs="assemblies.remind")
def remind_of_meeting(act: Act, community: Place, *, first_day: date, last_day: date) -> Duty:
    """Puts the half-year's representatives' meeting on the committee's list, with its last day."""
    duty = Duty.objects.create(community=community, first_day=first_day, last_day=last_day)
    clocks.start(
        act,
        duty,
        "hold_meeting",
        length=max((last_day - local_day(act.at)).days, 1),
        unit="days",
        title="居民代表会议",
        url_name="assemblies:meetings",
        url_args={"community_code": community.code},
        holder=Holder(post="director"),
        rule="assemblies.meeting_every",
        weekend_rolls=False,
    )
    return duty
