"""What residents' meetings are to the mechanism that holds the door: capacities and quorum."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.governance.assemblies.laws import law_of
from linli.governance.assemblies.rules import ASSEMBLY, MEETING, quorum
from linli.lib.calendar import local_day
from linli.lib.law import Finding
from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

ASSEMBLY_KIND, MEETING_KIND = "assemblies.assembly", "assemblies.representatives_meeting"
KIND_OF = {ASSEMBLY: ASSEMBLY_KIND, MEETING: MEETING_KIND}
BODY_OF = {kind: body for body, kind in KIND_OF.items()}

OBSERVER = Capacity("observer", _("列席居民"), walks_in=True)
INVITED = Capacity("invited", _("邀请参加的人"), walks_in=True)


def quorum_now(gathering: Any, present: Mapping[str, int]) -> Finding | None:
    """The law's quorum over those present now; nothing until the figure is frozen."""
    base = gathering.bases.get("base")
    if not base:
        return None
    law = law_of(gathering.community, local_day(gathering.starts_at))
    counted = gathering.sort.counted(present)
    return quorum(BODY_OF[gathering.kind], counted, base, law=law)


register_gatherings(
    {
        ASSEMBLY_KIND: GatheringKind(
            _("居民会议"),
            capacities=(
                # Either of the two is what an assembly counts; residents walk in, with the
                # desk looking whether they live here.
                Capacity("resident", _("居民"), counts=True, votes=True, walks_in=True),
                Capacity("household_representative", _("户的代表"), counts=True, votes=True),
                OBSERVER,
                INVITED,
            ),
            keeps="assemblies.keep_door",
            quorum=quorum_now,
            opens="assemblies:meeting_of",
        ),
        MEETING_KIND: GatheringKind(
            _("居民代表会议"),
            capacities=(
                Capacity("member", _("居委会成员"), counts=True, votes=True),
                Capacity("representative", _("居民代表"), counts=True, votes=True),
                OBSERVER,
                INVITED,
            ),
            keeps="assemblies.keep_door",
            quorum=quorum_now,
            opens="assemblies:meeting_of",
        ),
    }
)
