"""Why a sheet holds names: to keep a place for somebody, to reach them, to count who came."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

_SIGNED = (_("报名"),)
_KEEP = _("按本人的报名留名额、通知变动、核对到场")


def _ground(title: object, *, optional: bool = False, sensitive: bool = False) -> Ground:
    return Ground(
        CONTRACT, _KEEP, _SIGNED, kept="settled", optional=optional, sensitive=sensitive,
        title=title,
    )  # fmt: skip


register_grounds(
    {
        "signup.SignUp.name": _ground(_("报名人的姓名")),
        "signup.SignUp.phone": _ground(_("报名人的电话"), optional=True),
        "signup.SignUp.age": _ground(_("报名人的年龄")),
        "signup.SignUp.guardian": _ground(_("监护人的姓名")),
        "signup.SignUp.guardian_phone": _ground(_("监护人的电话"), optional=True),
        "signup.SignUp.needs": _ground(_("报名人需要的方便"), optional=True),
        "signup.SignUp.remark": _ground(_("报名人要让组织者知道的话"), optional=True),
    }
)
