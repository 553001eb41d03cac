"""Why what a job-seeker's card says may be kept (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.grounds import CONSENT, Ground, Purpose, register_grounds, register_purposes
from linli.service.catalogue.work.models import JobCard

_TITLES = {
    "phone": _("求职卡上的电话"),
    "wish": _("求职卡：想做什么"),
    "hours": _("求职卡：想什么时间做"),
    "near": _("求职卡：想在哪里做"),
    "can": _("求职卡：会什么、做过什么"),
    "learn": _("求职卡：想学什么"),
    "pay": _("求职卡：希望的工钱"),
}

register_grounds(
    {
        f"catalogue.JobCard.{name}": Ground(
            CONSENT,
            _("照本人的意思找岗位，并只把本人勾出来的告诉一个用人单位"),
            (_("求职卡"),),
            kept="withdrawn",
            optional=True,
            consent="job_card",
            cites=("pipl.13", "pipl.15"),
            title=_TITLES[name],
        )
        for name in JobCard.SEALED
    }
)
register_grounds(
    {
        f"catalogue.{name}.phone": Ground(
            CONSENT,
            _("让求职的人打得通；个人手机号经本人同意才列出"),
            (pgettext_lazy("work", "岗位"),),
            kept="withdrawn",
            optional=True,
            consent="listed_number",
            title=_("岗位上联系人的手机号"),
        )
        for name in ("Employer", "JobOpening")
    }
)
register_purposes(
    {
        "job_card": Purpose(
            _("求职卡"),
            _(
                "自愿填写，自己和就业服务专员看得到；用人单位只听得到您为那个岗位勾出来的。说一声就删。"
            ),
        )
    }
)
