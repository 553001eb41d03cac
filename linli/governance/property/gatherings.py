"""The meeting of the three parties, to the mechanism that keeps meetings."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.gathering.kinds import Capacity, GatheringKind, register_gatherings

KIND = "property.three_parties"
MEMBERS = (
    ("committee", _("居民委员会")),
    ("owners", _("业主委员会或者物业管理委员会")),
    ("provider", _("物业服务人")),
)

register_gatherings(
    {
        KIND: GatheringKind(
            _("三方会议"),
            capacities=(
                *(Capacity(code, title) for code, title in MEMBERS),
                Capacity("owner", _("业主代表"), walks_in=True),
            ),
            keeps="property.keep",
            in_public=False,
            opens="property:meeting_of",
        )
    }
)
