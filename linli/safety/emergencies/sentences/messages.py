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
        "emergencies.renew_spoken": Kind(
            _("{count} 张口头同意的求助卡快到期"),
            _("请打电话或上门问本人还要不要；没问的到期会删除。"),
            opens="emergencies:cards",
        ),
        "emergencies.card_withdrawn": Kind(
            _("您的应急求助卡撤回了"),
            _("工作人员按您的要求撤回并删除。不是您要求的，请重新填，并告诉社区。"),
            opens="emergencies:own",
        ),
        "emergencies.begun": Kind(
            _("启动了：{incident}"), _("请打开应急页面。"), opens="emergencies:incidents"
        ),
        "emergencies.asked_now": Kind(
            _("{incident}：有人要求帮助"),
            _("请马上打开名单，看是哪一户、要什么帮助。"),
            opens="emergencies:incident",
        ),
        "emergencies.taken_back": Kind(
            _("{incident}：有人撤回了求助"),
            _("那一户已经从名单上删除。请打开名单，看还要去哪几户。"),
            opens="emergencies:incident",
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
        "emergencies.still_running": Kind(
            _("还在进行：{incident}；名单的日期是 {until}"),
            _("完了就请结束并销毁；还没完，请主任或副主任评估后延期。"),
            opens="emergencies:incidents",
        ),
        "emergencies.destroy_declined": Kind(
            _("{incident}：销毁的提议被收回"),
            _("另一位负责人认为名单还要留着；到期仍会销毁。"),
            opens="emergencies:incidents",
        ),
        "emergencies.destroyed": Kind(
            _("{incident}：名单已销毁"), _("销毁证明留在页面上。"), opens="emergencies:incidents"
        ),
    }
)
