"""What the book says of each act, and what is told of it."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "activities.open_term": ActSentence(_("设立学期：{term}")),
        "activities.draft": ActSentence(_("起草活动：{title}")),
        "activities.revise": ActSentence(_("修改活动草稿：{title}")),
        "activities.drop": ActSentence(_("丢弃活动草稿：{title}")),
        "activities.copy_term": ActSentence(_("照以前的学期起草{term}的活动，{count} 项")),
        "activities.announce": ActSentence(_("公布活动：{title}，{count} 次")),
        "activities.alter": ActSentence(_("修改活动的说明或名额：{title}")),
        "activities.add_dates": ActSentence(_("加办活动：{title}，{count} 次")),
        "activities.move_date": ActSentence(_("活动改期：{title}，改到 {on}")),
        "activities.call_off_dates": ActSentence(_("取消活动的几次：{title}，{count} 次")),
        "activities.cancel": ActSentence(_("取消活动：{title}，{count} 次")),
        "activities.close": ActSentence(_("活动办完结束：{title}")),
        "activities.add_picture": ActSentence(_("给活动加照片：{title}")),
        "activities.remove_picture": ActSentence(_("删去活动的照片：{title}")),
        "activities.remind": ActSentence(_("提醒点名：{title}")),
    }
)

register_kinds(
    {
        "activities.attendance_missing": Kind(
            _("还没有点名：{title}"),
            _("办完的那几次，请把谁来了记下来；纸上的签到可以补录。"),
            opens="activities:desk",
        )
    }
)
