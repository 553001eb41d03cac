"""Why the names on a list of what was destroyed are kept (PIPL 13)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

register_grounds(
    {
        "archive.Present.name": Ground(
            DUTY,
            _("证明档案由谁鉴定、由谁监销"),
            (_("居务档案"),),
            kept="archived",
            cites=("pipl.13", "rcl2025.39"),
            title=_("鉴定小组成员和监销人的姓名"),
        ),
    }
)
