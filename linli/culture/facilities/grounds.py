"""Why a name and a telephone number may stand beside a booking (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

_PURPOSE = _("预订场地：有变动找得到人，交接钥匙")

register_grounds(
    {
        f"facilities.{model}.{field}": Ground(
            CONTRACT,
            _PURPOSE,
            (_("管理场地设施"),),
            kept="settled",
            optional=True,
            cites=("pipl.13",),
            title=title,
        )
        for model in ("Booking", "BookingWish")
        for field, title in (
            ("name", _("没有账号的人预订场地时的称呼")),
            ("phone", _("没有账号的人预订场地时的电话")),
        )
    }
)

# Seasons, loans and offers.

_KEEP = _("按本人的要求排场地、出借和对接资源时联系本人")

register_grounds(
    {
        f"facilities.{model}.{field}": Ground(
            CONTRACT, _KEEP, (needed,), kept="settled", optional=field == "phone", title=title
        )
        for model, needed, name, phone in (
            ("SeasonWish", _("填季度场地志愿"), _("团队联系人"), _("团队联系电话")),
            ("Loan", _("借东西、借辅具"), _("借东西的人"), _("借东西的人的电话")),
            ("Offer", _("提供资源"), _("提供资源的联系人"), _("提供资源的联系电话")),
        )
        for field, title in (("name", name), ("phone", phone))
    }
)
