"""The monthly safety meeting, to the mechanism that holds the door. Nobody votes in it."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

MEETING = "hazards.safety_meeting"

register_gatherings(
    {
        MEETING: GatheringKind(
            _("社区安全例会"),
            capacities=(
                Capacity("committee", _("居委会")),
                Capacity("police", _("社区民警"), walks_in=True),
                Capacity("property", _("物业服务人"), walks_in=True),
                Capacity("unit", _("驻社区单位"), walks_in=True),
                Capacity("resident", _("居民"), walks_in=True),
            ),
            keeps="hazards.keep_meeting",
            opens="hazards:meeting_of",
        )
    }
)
