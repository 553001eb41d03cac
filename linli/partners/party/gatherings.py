"""What the joint council is to the mechanism that holds the door. Units and branches sit there,
by their names, not persons: nobody walks in for a branch, since who does is a member."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

COUNCIL = "party.council"
UNIT = Capacity("unit", _("单位代表"))
BRANCH = Capacity("branch", _("支部代表"))
RESIDENT = Capacity("resident", _("列席居民"), walks_in=True)

register_gatherings(
    {
        COUNCIL: GatheringKind(
            _("党建联席会议"),
            capacities=(UNIT, BRANCH, RESIDENT),
            keeps="party.keep",
            opens="party:council_of",
        )
    }
)
