"""Why what supervision holds about people may be kept: they hold an office in public."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

_SUPERVISION = (_("居务监督"),)

register_grounds(
    {
        **{
            f"oversight.SupervisorSeat.{name}": Ground(
                DUTY,
                _("公布谁在居务监督委员会任职，保存居务档案"),
                _SUPERVISION,
                kept="archived",
                cites=("pipl.13", "rcl2025.36", "rcl2025.39"),
                title=_("居务监督委员会成员的姓名和任期"),
            )
            for name in ("name", "source", "since", "until", "ended_for", "ended_paper")
        },
        **{
            f"oversight.Appraised.{name}": Ground(
                DUTY,
                _("每年的民主评议：评议谁、结果怎样，依法公布"),
                _SUPERVISION,
                kept="archived",
                cites=("pipl.13", "rcl2025.37", "rcl2025.39"),
                title=_("居委会成员的评议结果"),
            )
            for name in ("name", "office", "counts", "result", "ends")
        },
        **{
            f"oversight.DirectorAudit.{name}": Ground(
                DUTY,
                _("主任的任期和离任经济责任审计，依法公布"),
                _SUPERVISION,
                kept="archived",
                cites=("pipl.13", "rcl2025.38", "rcl2025.39"),
                title=_("居委会主任的审计结果"),
            )
            for name in ("name", "summary")
        },
    }
)
