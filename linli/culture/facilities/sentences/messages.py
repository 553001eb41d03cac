"""What is told, and to whom it leads."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

_MINE, _DESK = "facilities:mine", "facilities:desk"

register_kinds(
    {
        "facilities.asked": Kind(
            _("有人申请使用{facility}：{starts}"), _("时间已经先留着，请批准或者答复。"), opens=_DESK
        ),
        "facilities.approved": Kind(
            _("可以使用{facility}：{starts}"), _("用不着了请早些取消，让给别人。"), opens=_MINE
        ),
        "facilities.refused": Kind(
            _("没有批准使用{facility}：{starts}"), _("点开看理由。"), opens=_MINE
        ),
        "facilities.cancelled": Kind(
            _("您订的{facility}取消了：{starts}"), _("点开看别的时间；有疑问请找居委会。"), opens=_MINE
        ),
        "facilities.put_out": Kind(
            _("{facility}停用了：您订的是{starts}"),
            _("到时候可能还没有修好。请换个场地或者换个时间；恢复了会告诉您。"),
            opens=_MINE,
        ),
        "facilities.put_back": Kind(
            _("{facility}恢复使用：您订的是{starts}"), _("预订照旧有效。"), opens=_MINE
        ),
        "facilities.closed_then": Kind(
            _("{facility}那天另有安排：您订的是{starts}"),
            _("那段时间不开放。请换个时间；有疑问请找居委会。"),
            opens=_MINE,
        ),
        "facilities.call_them": Kind(
            _("请打电话告诉 {n} 位预订场地的人"), _("他们没有账号，场地的安排变了。"), opens=_DESK
        ),
        "facilities.owned_changed": Kind(
            _("{facility}的安排变了，{n} 场活动订的是这里：{starts}"),
            _("请另找地方或者改期，告诉报名的人。"), opens=_DESK,
        ),
        "facilities.unanswered": Kind(
            _("{facility}没有等到批准：{starts}"), _("时间已经到了。可以看看别的时间。"), opens=_MINE
        ),
        "facilities.offered": Kind(
            _("{facility}空出来了：{starts}"), _("给您留到{until}，点开订下或者让给下一位。"),
            opens=_MINE,
        ),
        "facilities.offer_by_call": Kind(
            _("{facility}空出来了，请打电话问排在前面的人：{starts}"),
            _("给他留到{until}。"),
            opens=_DESK,
        ),
        "facilities.lapsed": Kind(
            _("给您留的{facility}放开了：{starts}"), _("可以再登记等一次，或者看看别的时间。"),
            opens=_MINE,
        ),
    }
)  # fmt: skip
