"""What the book says of each act."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "volunteering.register": ActSentence(_("注册成为志愿者")),
        "volunteering.register_at_desk": ActSentence(_("按本人愿望登记为志愿者")),
        "volunteering.change_offer": ActSentence(_("更改志愿者的特长和时间")),
        "volunteering.withdraw": ActSentence(_("退出志愿者")),
        "volunteering.know_for_rounds": ActSentence(_("记下是否认得这位志愿者、可以上门")),
        "volunteering.open_certificate": ActSentence(_("看了一份志愿服务记录证明")),
        "volunteering.record_guardian": ActSentence(_("记下监护人对志愿服务的意见")),
        "volunteering.add_training": ActSentence(_("登记培训：{training}")),
        "volunteering.add_cover": ActSentence(_("登记意外伤害保险，{count} 人")),
        "volunteering.found_team": ActSentence(_("成立志愿队伍：{team}")),
        "volunteering.name_leader": ActSentence(_("更换队长：{team}")),
        "volunteering.end_team": ActSentence(_("解散志愿队伍：{team}")),
        "volunteering.join_team": ActSentence(_("加入或离开志愿队伍")),
        "volunteering.draft_call": ActSentence(_("起草招募：{title}")),
        "volunteering.change_call": ActSentence(_("更改招募：{title}")),
        "volunteering.publish_call": ActSentence(_("公布招募：{title}")),
        "volunteering.close_call": ActSentence(_("结束招募：{title}")),
        "volunteering.plan_shifts": ActSentence(_("排班：{title}，{count} 班")),
        "volunteering.call_off_shift": ActSentence(_("取消班次：{title}，{count} 班")),
        "volunteering.cannot_come": ActSentence(_("这一班来不了")),
        "volunteering.seek_substitutes": ActSentence(_("找人顶班：{title}，问了 {count} 人")),
        "volunteering.step_in": ActSentence(_("答应顶上一班")),
        "volunteering.say_yes_for": ActSentence(_("按本人在电话里或当面的答应，记上一班")),
        "volunteering.note_call": ActSentence(_("打电话找人顶班：{result}")),
        "volunteering.confirm_hours": ActSentence(_("确认服务时长：{title}，{count} 人")),
        "volunteering.correct_hours": ActSentence(_("更正服务时长：{before} 改为 {after} 小时")),
        "volunteering.ask_certificate": ActSentence(_("申请志愿服务记录证明")),
        "volunteering.issue_certificate": ActSentence(_("出具志愿服务记录证明 {number}")),
        "volunteering.revoke_certificate": ActSentence(_("作废志愿服务记录证明 {number}")),
        "volunteering.thank": ActSentence(_("写给志愿者一句感谢或表彰")),
        "volunteering.show_thanks": ActSentence(_("本人决定感谢给不给别人看")),
        "volunteering.add_receiver": ActSentence(_("按本人愿望安排上门：{title}")),
        "volunteering.pause_receiver": ActSentence(_("暂停或恢复上门：{title}")),
        "volunteering.end_receiver": ActSentence(_("不再上门：{title}")),
        "volunteering.tick_stop": ActSentence(_("上门的结果：{state}")),
        "volunteering.settle_missed": ActSentence(_("没人应门的，记下后来怎么样")),
        "volunteering.raise_missed": ActSentence(_("没人应门还没有结果，告诉居委会主任")),
        "volunteering.forget_stops": ActSentence(_("删除上门记录 {count} 条")),
        "volunteering.open_volunteer": ActSentence(_("看了一位志愿者的登记")),
        "volunteering.look_at_round": ActSentence(_("看了这一班要上门的名单")),
        "volunteering.export_record": ActSentence(
            _("导出志愿服务记录 {count} 条，{people} 人；用途：{purpose}"), forget=("purpose",)
        ),
        "volunteering.exported": ActSentence(
            _("志愿服务记录被导出；用途：{purpose}"), forget=("purpose",)
        ),
    }
)
