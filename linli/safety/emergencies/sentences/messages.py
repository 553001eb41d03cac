"""Messages of this room, and where each leads."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "emergencies.wrong_numbers": Kind(
            _("应急电话试打：有号码不对"), _("请问清楚，改好号码。"), opens="emergencies:tree"
        ),
        "emergencies.supply_short": Kind(
            _("应急物资不够：{supply}，还差 {count}"),
            _("请补齐，或改最少要有的数量。"),
            opens="emergencies:store",
        ),
        "emergencies.supply_expires": Kind(
            _("应急物资快到期：{supply}"), _("最早的一批到 {until}。"), opens="emergencies:store"
        ),
        "emergencies.renew_asked": Kind(
            _("有一项同意快到期"), _("请看还要不要续。"), opens="emergencies:own"
        ),
        "emergencies.begun": Kind(
            _("启动了：{incident}"), _("请打开应急页面。"), opens="emergencies:incidents"
        ),
        "emergencies.destroy_now": Kind(
            _("结束了：{incident}"),
            _("名单不再需要，就请两个人确认销毁，不必等到期。"),
            opens="emergencies:incidents",
        ),
        "emergencies.destroy_soon": Kind(
            _("{incident}：名单 {until} 自动销毁"),
            _("确需延期的，先评估是否合法、必要、安全。"),
            opens="emergencies:incidents",
        ),
        "emergencies.destroyed": Kind(
            _("{incident}：名单已销毁"), _("销毁证明留在页面上。"), opens="emergencies:incidents"
        ),
    }
)
