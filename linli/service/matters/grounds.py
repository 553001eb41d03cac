"""Why what a matter holds about whoever raised it may be kept (PIPL 13)."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds

_ASK_BACK = _("问清情况、告知办理结果")

register_grounds(
    {
        "matters.Matter.contact_name": Ground(
            CONTRACT,
            _ASK_BACK,
            (_("诉求办理"),),
            kept="settled",
            optional=True,
            title=_("诉求里留的称呼"),
        ),
        "matters.Matter.contact_phone": Ground(
            CONTRACT,
            _ASK_BACK,
            (_("诉求办理"),),
            kept="settled",
            optional=True,
            title=_("诉求里留的电话"),
        ),
    }
)
