"""What the book says of each act."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "hazards.add_point": ActSentence(_("加了检查点：{point}")),
        "hazards.alter_point": ActSentence(_("改了检查点：{point}")),
        "hazards.new_tag": ActSentence(_("检查点换码：{point}")),
        "hazards.withdraw_point": ActSentence(_("撤掉检查点：{point}")),
        "hazards.plan_rounds": ActSentence(_("定巡查计划：{plan}，{points} 个点")),
        "hazards.end_plan": ActSentence(_("停掉巡查计划：{plan}")),
        "hazards.check_point": ActSentence(_("检查了{point}")),
        "hazards.type_in_round": ActSentence(_("录入纸质巡查单：{plan}，{points} 个点")),
        "hazards.find": ActSentence(_("{place}：发现隐患 {number}")),
        "hazards.report": ActSentence(_("{place}：有人反映隐患 {number}")),
        "hazards.confirm": ActSentence(_("{place}：核实隐患 {number}")),
        "hazards.dismiss": ActSentence(_("{place}：{number} 核实没有隐患")),
        "hazards.assign": ActSentence(_("{place}：隐患 {number} 定了由谁整改")),
        "hazards.hand_over": ActSentence(_("{place}：隐患 {number} 改由别人整改")),
        "hazards.forward": ActSentence(_("隐患 {number} 移交{authority}")),
        "hazards.take_back": ActSentence(_("{place}：隐患 {number} 由主管部门退回")),
        "hazards.mend": ActSentence(_("{place}：隐患 {number} 整改完，等复查")),
        "hazards.look_again": ActSentence(_("{place}：隐患 {number} 复查")),
        "hazards.show_photos": ActSentence(_("隐患 {number} 的照片看过了")),
        "hazards.name_fire_keeper": ActSentence(_("确定消防安全管理人：{office}")),
        "hazards.adopt_covenant": ActSentence(_("登记防火安全公约")),
        "hazards.count_signed": ActSentence(_("登记{place}签了防火公约的户数")),
        "hazards.count_force": ActSentence(_("登记志愿消防队")),
        "hazards.set_police_office": ActSentence(_("更新社区警务室的联系和接待时间")),
        "hazards.put_alert": ActSentence(_("发安全提醒：{title}")),
        "hazards.withdraw_alert": ActSentence(_("撤下安全提醒：{title}")),
        "hazards.log_given": ActSentence(_("登记给公安机关的内容：{ground}")),
        "hazards.call_meeting": ActSentence(_("召开安全例会")),
        "hazards.open_meeting": ActSentence(_("安全例会开会")),
        "hazards.close_meeting": ActSentence(_("安全例会散会")),
        "hazards.add_meeting_point": ActSentence(_("安全例会记下一项要做的事")),
        "hazards.settle_point": ActSentence(_("安全例会的一项事做完了")),
        "hazards.take_in_found": ActSentence(_("收下拾得物 {number}")),
        "hazards.give_back_found": ActSentence(_("拾得物 {number} 由失主领回")),
        "hazards.pass_on_found": ActSentence(_("拾得物 {number} 送交公安机关")),
        "hazards.report_lost": ActSentence(_("有人登记丢了东西")),
        "hazards.end_lost": ActSentence(_("一件找东西的登记了结")),
        "hazards.forget_contacts": ActSentence(_("清除失物招领的联系方式 {count} 条")),
    }
)
