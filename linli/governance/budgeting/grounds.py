"""Why who sent an idea, and who was asked to accept what was built, may be kept."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import DUTY, Ground, register_grounds

register_grounds(
    {
        "budgeting.Idea.person": Ground(
            DUTY,
            _("一人最多提几个、告诉提出人结果；谁提的不公布"),
            (_("大家定的钱"),),
            kept="settled",
            title=_("点子的提出人"),
        ),
        "budgeting.Acceptor.person": Ground(
            DUTY,
            _("请居民验收做好的项目；谁验收的不公布"),
            (_("大家定的钱"),),
            kept="settled",
            title=_("验收项目的居民"),
        ),
    }
)
