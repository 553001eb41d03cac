"""What the joint council is to the mechanism that holds the door. Units sit there, not persons."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

COUNCIL = "party.council"
UNIT = Capacity("unit", _("单位代表"))
BRANCH = Capacity("branch", _("支部代表"), walks_in=True)
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
