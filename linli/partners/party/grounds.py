"""Why the few fields about persons may be kept (PIPL 13, 28, 29), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONSENT,
    CONTRACT,
    Ground,
    Purpose,
    register_grounds,
    register_purposes,
)

register_purposes(
    {
        "party_checkin": Purpose(
            _("向社区党组织报到"),
            _("社区党组织书记知道我报到了，安排服务。随时可以删除；不同意不影响任何服务。"),
            sensitive=True,
            own_room=True,
        )
    }
)

_SERVES = _("认领公益岗位：安排服务，有变动找得到人")
_POSTS = (_("认岗服务"),)
_CHECKS = (_("在职党员报到"),)


def _checkin(title: object) -> Ground:
    return Ground(
        CONSENT,
        _("本人向社区党组织报到，记下服务，只有本人和书记看得到"),
        _CHECKS,
        kept="wished",
        optional=True,
        sensitive=True,
        consent="party_checkin",
        cites=("pipl.13", "pipl.28", "pipl.29"),
        title=title,
    )


def _claim(title: object) -> Ground:
    return Ground(CONTRACT, _SERVES, _POSTS, kept="wished", optional=True, title=title)


register_grounds(
    {
        "party.PostClaim.name": _claim(_("认岗时留的称呼")),
        "party.PostClaim.contact": _claim(_("认岗时留的联系方式")),
        "party.CheckIn.name": _checkin(_("报到时留的称呼")),
        "party.CheckIn.contact": _checkin(_("报到时留的联系方式")),
        "party.Service.told": _claim(_("自己记的服务")),
        "party.Service.answer": _claim(_("对服务的反馈")),
    }
)
