"""What the acts and messages of teachers, groups, learning and deliveries say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "activities.register_teacher": ActSentence(_("登记老师或指导员：{teaches}")),
        "activities.hide_teacher": ActSentence(_("老师不再公开姓名：{teaches}")),
        "activities.end_teaching": ActSentence(_("老师或指导员不再任教：{teaches}")),
        "activities.add_certificate": ActSentence(_("登记教学证书：{certificate}")),
        "activities.note_taught": ActSentence(_("记下一天授课或指导：{teaches}")),
        "activities.register_group": ActSentence(_("登记团队：{group}")),
        "activities.agree_hours": ActSentence(_("写下商定的活动时段：{group}")),
        "activities.lead_by_account": ActSentence(_("负责人用自己的账号管团队：{group}")),
        "activities.hide_phone": ActSentence(_("团队负责人不再公开电话：{group}")),
        "activities.close_group": ActSentence(_("团队结束：{group}")),
        "activities.plan_meetings": ActSentence(_("排了 {dates} 次活动：{group}")),
        "activities.call_off_meeting": ActSentence(_("取消一次团队活动：{group}")),
        "activities.tell_meeting": ActSentence(_("团队活动来了 {came} 人：{group}")),
        "activities.join_group": ActSentence(_("参加团队：{group}")),
        "activities.leave_group": ActSentence(_("离开团队：{group}")),
        "activities.take_turn": ActSentence(_("认了一次值日：{group}")),
        "activities.pass_turn": ActSentence(_("一次值日来不了：{group}")),
        "activities.add_topic": ActSentence(_("可以学的内容：{topic}")),
        "activities.close_topic": ActSentence(_("不再征集学习心愿：{topic}")),
        "activities.wish_to_learn": ActSentence(_("一位居民勾了想学什么")),
        "activities.tie_course": ActSentence(_("把一门课归到：{topic}")),
        "activities.answer_needs": ActSentence(_("一位学员答了课后一问")),
        "activities.give_certificates": ActSentence(_("发了 {given} 张结业证：{course}")),
        "activities.void_course_certificate": ActSentence(_("作废结业证 {number}")),
        "activities.ask_delivery": ActSentence(_("提出送文化的需要：{wished}")),
        "activities.note_delivered": ActSentence(_("送到了，来了 {came} 人：{wished}")),
        "activities.send_delivery_feedback": ActSentence(_("反馈给文化部门：{wished}")),
        "activities.announce_sport_day": ActSentence(_("公布体育日：{day}")),
        "activities.call_off_sport_day": ActSentence(_("取消体育日：{day}")),
        "activities.tell_sport_day": ActSentence(_("体育日来了 {came} 人：{day}")),
    }
)

register_kinds(
    {
        "activities.turn_asked": Kind(
            _("{group}：{starts}的值日，您能来吗"),
            _("原来的人来不了，按顺序问到您。能来就点“我来”，不能就点“我来不了”，不用说原因。"),
            opens="activities:group",
            by="group_id",
        ),
        "activities.meeting_off": Kind(
            _("{group}：{starts}的活动取消了"),
            _("您认的值日不用来了，原因写在团队的页面上。"),
            opens="activities:group",
            by="group_id",
        ),
    }
)
