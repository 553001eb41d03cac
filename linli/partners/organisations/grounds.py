"""Why names stand in offices and in files of those who work here (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONSENT,
    CONTRACT,
    DUTY,
    Ground,
    Purpose,
    register_bookkeeping,
    register_grounds,
    register_purposes,
)

register_grounds(
    {
        "organisations.Term.name": Ground(
            DUTY,
            _("社区各组织由谁担任什么职务，依法公开，日后可查"),
            (_("查组织和任职情况"),),
            kept="archived",
            cites=("pipl.13", "rcl2025.34"),
            title=_("在社区组织里任职的人的姓名"),
        ),
        "organisations.Staff.name": Ground(
            CONTRACT,
            _("安排社区工作者的岗位、培训和替班"),
            (_("管理工作人员"),),
            kept="ended",
            title=_("社区工作者的姓名"),
        ),
    }
)
register_bookkeeping("organisations.Term.person", "organisations.Staff.account")


# Proposals.

register_grounds(
    {
        "organisations.Proposal.words": Ground(
            CONTRACT,
            _("看居民的建议，在承诺的期限内答复；公布时另写一句，不写是谁"),
            (_("建议箱"),),
            kept="settled",
            optional=True,
            title=_("建议的原话"),
        ),
    }
)


_NEEDED = (_("社区社会组织备案"),)

register_purposes(
    {
        "social_contact": Purpose(
            _("公开社区社会组织的联系人"),
            _("在组织的页面上公开我写下的联系人和联系方式；不同意就不公开，随时可以收回。"),
        )
    }
)

register_grounds(
    {
        **{
            f"organisations.SocialOrganisation.{field}": Ground(
                CONTRACT,
                _("办理备案，联系组织的负责人"),
                _NEEDED,
                kept="ended",
                cites=("pipl.13",),
                title=title,
            )
            for field, title in (
                ("leader", _("社区社会组织负责人的姓名")),
                ("phone", _("社区社会组织负责人的电话")),
            )
        },
        "organisations.SocialOrganisation.contact": Ground(
            CONSENT,
            _("公开社区社会组织的联系人"),
            _NEEDED,
            kept="withdrawn",
            optional=True,
            consent="social_contact",
            cites=("pipl.13", "pipl.25"),
            title=_("公开的社区社会组织联系人"),
        ),
    }
)
