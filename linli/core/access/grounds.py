"""Why an account keeps a telephone number and an e-mail."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

register_grounds(
    {
        f"access.Account.{name}": Ground(
            CONTRACT,
            _("登录；收取本人事项的通知"),
            (_("登录"), _("消息")),
            kept="account",
            optional=True,
            cites=("pipl.13", "pipl.51"),
            title=title,
        )
        for name, title in (("phone", _("账号的手机号")), ("email", _("账号的邮箱")))
    }
)
