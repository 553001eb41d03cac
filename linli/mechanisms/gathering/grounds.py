"""Why a gathering holds names: to send invitations, to count who came, to minute who spoke."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

_COUNT = _("发通知、核对到会人数")
_TOLD = _("如实记录会议")
_MEETING = (_("会议"),)
_CITES = ("pipl.13",)

register_grounds(
    {
        "gathering.Expected.name": Ground(
            DUTY, _COUNT, _MEETING, kept="settled", cites=_CITES, title=_("应到会人员的姓名")
        ),
        "gathering.Attendance.name": Ground(
            DUTY, _COUNT, _MEETING, kept="settled", cites=_CITES, title=_("到会人员的姓名")
        ),
        "gathering.Speech.name": Ground(
            DUTY, _TOLD, _MEETING, kept="settled", cites=_CITES, title=_("发言人的姓名")
        ),
    }
)
