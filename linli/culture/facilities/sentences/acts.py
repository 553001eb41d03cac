"""What the book says of each act."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "facilities.add": ActSentence(_("登记场地：{facility}")),
        "facilities.alter": ActSentence(_("改了{facility}的登记")),
        "facilities.set_hours": ActSentence(_("定了{facility}的开放时间")),
        "facilities.set_other_hours": ActSentence(
            _("{facility}从{since}到{until}另定时间，告诉了 {n} 个预订的人")
        ),
        "facilities.strike_other_hours": ActSentence(_("{facility}从{since}到{until}照平常开放")),
        "facilities.put_out": ActSentence(_("{facility}停用，涉及 {n} 个预订")),
        "facilities.put_back": ActSentence(_("{facility}恢复使用")),
        "facilities.withdraw": ActSentence(_("{facility}不再提供，取消 {n} 个预订")),
        "facilities.add_photo": ActSentence(_("给{facility}加了照片")),
        "facilities.drop_photo": ActSentence(_("拿掉了{facility}的一张照片")),
        "facilities.new_tag": ActSentence(_("换了{facility}门上的码")),
        "facilities.book": ActSentence(_("预订{facility}，{starts}")),
        "facilities.book_for": ActSentence(_("登记{facility}的预订 {n} 个")),
        "facilities.release_for": ActSentence(_("退掉场地 {n} 次")),
        "facilities.approve": ActSentence(_("批准使用{facility}，{starts}")),
        "facilities.refuse": ActSentence(_("没有批准使用{facility}，{starts}")),
        "facilities.cancel": ActSentence(_("取消{facility}的预订，{starts}")),
        "facilities.cancel_series": ActSentence(_("取消{facility}以后的预订 {n} 个")),
        "facilities.hand_over": ActSentence(_("交出{facility}的钥匙，{starts}")),
        "facilities.give_back": ActSentence(_("{facility}用完还回，{starts}")),
        "facilities.miss": ActSentence(_("{facility}订了没有来用，{starts}")),
        "facilities.came": ActSentence(_("更正：{facility}来用过，{starts}")),
        "facilities.wait": ActSentence(_("等{facility}空出来，{starts}")),
        "facilities.take_offer": ActSentence(_("要了空出来的{facility}，{starts}")),
        "facilities.leave_line": ActSentence(_("不等{facility}了，{starts}")),
        "facilities.forget_contacts": ActSentence(_("清除过去预订的称呼和电话 {n} 个")),
        "facilities.lapse_asked": ActSentence(_("{facility}到时间没有批准，{starts}")),
        "facilities.lapse_offer": ActSentence(_("给人留的{facility}过时放开，{starts}")),
    }
)
