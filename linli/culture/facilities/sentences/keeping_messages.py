"""Messages of seasons, inspections, loans and offers, and where each leads."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "facilities.season_got": Kind(
            _("{season}：您的团队分到 {count} 个时段"),
            _("整个学季都订好了，节假日除外。用不上请点“还回”，马上轮到下一个团队。"),
            opens="facilities:own_kept",
        ),
        "facilities.season_none": Kind(
            _("{season}：这次没有分到时段"),
            _("每个志愿给了谁、为什么，都写在公布的页面上；有团队还回时按次序问您。"),
            opens="facilities:own_kept",
        ),
        "facilities.season_cancelled": Kind(
            _("场地季取消了：{season}"), _("原因写在公布的页面上。"), opens="facilities:seasons"
        ),
        "facilities.slot_offered": Kind(
            _("{season}：{slot} 号时段空出来了，轮到您"),
            _("请在 {until} 以前点“要”或“不要”；不回话就问下一个团队。"),
            opens="facilities:own_kept",
        ),
        "facilities.slot_to_ring": Kind(
            _("{season}：{slot} 号时段空出来，请打电话问 {number} 号"),
            _("没有账号的团队，由工作人员问过以后代为回话，最晚 {until}。"),
            opens="facilities:season_desk",
        ),
        "facilities.slot_free": Kind(
            _("{season}：{slot} 号时段没有人要了"),
            _("可以开放给大家预订。"),
            opens="facilities:season_desk",
        ),
        "facilities.defect_reported": Kind(
            _("{facility}：有人反映坏了"),
            _("请去看一看；要停用，点一下就行。"),
            opens="facilities:defects",
        ),
        "facilities.defect_danger": Kind(
            _("{facility}：有人反映有危险"),
            _("请马上去看，先停用。"),
            opens="facilities:defects",
        ),
        "facilities.to_look_again": Kind(
            _("{facility}：修好了，请另一个人复查"),
            _("复查合格才恢复使用；谁修的谁不能复查。"),
            opens="facilities:defects",
        ),
        "facilities.loan_ready": Kind(
            _("轮到了：{item}"), _("给您留到 {until}，请来拿。"), opens="facilities:own_kept"
        ),
        "facilities.loan_lapsed": Kind(
            _("没有来拿，让给了下一位：{item}"),
            _("还要的话，可以再排一次。"),
            opens="facilities:own_kept",
        ),
        "facilities.loan_due": Kind(
            _("快到期了：{item}"),
            _("请在 {until} 以前还回；没有人排队时可以续借。"),
            opens="facilities:own_kept",
        ),
        "facilities.loan_late": Kind(
            _("该还了：{item}"),
            _("{until} 就到期了。还不了请告诉居委会；有人在等。"),
            opens="facilities:own_kept",
        ),
        "facilities.offer_matched": Kind(
            _("有人需要您提供的：{offer}"),
            _("居委会会和您联系；不方便了，随时可以收回。"),
            opens="facilities:own_kept",
        ),
        "facilities.offer_withdrawn": Kind(
            _("收回了提供的资源：{offer}"),
            _("正在谈的对接已经结束，请告诉需要的一方。"),
            opens="facilities:offer_desk",
        ),
    }
)
