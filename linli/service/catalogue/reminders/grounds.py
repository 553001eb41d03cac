"""Why what a reminder or a service card says of a person may be kept (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

_TITLES = {
    "Reminder.phone": _("提醒时打的电话"),
    "Reminder.note": _("提醒里自己写的"),
    "ServiceCard.reach": _("服务卡：怎样联系"),
    "ServiceCard.employer": _("服务卡：原单位"),
    "ServiceCard.wishes": _("服务卡：希望得到的服务"),
}

register_grounds(
    {
        f"catalogue.{name}": Ground(
            CONTRACT,
            _("照本人的意思提醒到期的事、安排想要的服务"),
            (_("到期提醒"), _("服务卡")),
            kept="wished",
            optional=True,
            sensitive=name in ("Reminder.note", "ServiceCard.wishes"),
            title=title,
        )
        for name, title in _TITLES.items()
    }
)
