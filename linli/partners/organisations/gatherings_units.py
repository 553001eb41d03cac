"""What a joint meeting is to the mechanism that holds the door: as what people come. Nobody votes:
units answer for themselves."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

JOINT = "organisations.joint"
DELEGATE = Capacity("delegate", _("单位代表"), walks_in=True)

register_gatherings(
    {
        JOINT: GatheringKind(
            _("联席会议"),
            capacities=(
                DELEGATE,
                Capacity("committee", _("居委会"), walks_in=True),
                Capacity("owners", _("业主组织"), walks_in=True),
                Capacity("resident", _("居民"), walks_in=True),
            ),
            keeps="organisations.keep_joint_meeting",
            opens="organisations:joint_meeting_of",
        )
    }
)
