"""What the book says of each act."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "property.enter_estate": ActSentence(_("登记小区：{name}")),
        "property.alter_estate": ActSentence(_("改了{estate}的登记")),
        "property.change_regime": ActSentence(_("{estate}改为：{regime}")),
        "property.seat_body": ActSentence(_("{estate}的{body}产生，{seats} 人")),
        "property.file_body": ActSentence(_("{estate}的业主组织已经备案")),
        "property.end_body": ActSentence(_("{estate}的业主组织任期结束")),
        "property.raise_term": ActSentence(_("{estate}的业主组织任期快到：{ends}")),
        "property.leave_office": ActSentence(_("{estate}的业主组织有一位成员提前离任")),
        "property.forget_members": ActSentence(_("清除一年前离任的业主组织成员 {count} 位")),
        "property.close_estate": ActSentence(_("{estate}不再登记")),
        "property.begin_founding": ActSentence(_("{estate}开始筹备：{way}")),
        "property.reach_stage": ActSentence(_("{estate}的筹备又走了一步：{stage}")),
        "property.plan_first_assembly": ActSentence(_("{estate}首次业主大会定在{day}")),
        "property.end_founding": ActSentence(_("{estate}的筹备没有走完就结束了")),
        "property.take_up": ActSentence(_("{estate}的物业合同开始，有人管了")),
        "property.withdraw_notice": ActSentence(_("{estate}的物业书面通知收回")),
        "property.enter_contract": ActSentence(_("登记{estate}的物业合同，到{ends}")),
        "property.raise_ending": ActSentence(_("{estate}的物业合同快到期：{ends}")),
        "property.run_on": ActSentence(_("{estate}的物业合同不定期延续")),
        "property.give_notice": ActSentence(_("{estate}的物业书面通知，{leaves}离开")),
        "property.list_handover": ActSentence(_("{estate}的交接清单加了 {count} 项")),
        "property.take_over_item": ActSentence(_("{estate}交接了：{what}")),
        "property.stay_on": ActSentence(_("{estate}的物业等接管，继续服务")),
        "property.finish_handover": ActSentence(_("{estate}的物业交接完毕")),
        "property.publish_income": ActSentence(_("公布{estate}的公共收益，{since}到{until}")),
        "property.publish_fund": ActSentence(_("公布{estate}的维修资金，{since}到{until}")),
        "property.plan_repair": ActSentence(_("{estate}定下维修：{what}")),
        "property.finish_repair": ActSentence(_("{estate}修好了：{what}")),
        "property.note_assembly": ActSentence(_("{estate}公告业主大会，{day}")),
        "property.receive_resolution": ActSentence(_("收到{estate}业主{day}的决定")),
        "property.call_three_parties": ActSentence(_("约{estate}的三方会议，{items} 个议题")),
        "property.hold_three_parties": ActSentence(_("{estate}的三方会议开过了")),
        "property.agree_point": ActSentence(_("{estate}三方商定一件事，{side}办")),
        "property.deliver_point": ActSentence(_("{estate}三方商定的事办好了")),
        "property.open_scope": ActSentence(_("{estate}开始征求意见：{kind}，{households} 户")),
        "property.answer_scope": ActSentence(_("一户业主答复了征求意见")),
        "property.enter_answer": ActSentence(_("登记了一户业主的纸上答复")),
        "property.correct_answer": ActSentence(_("{title}：更正了一户业主的纸上答复")),
        "property.forget_answers": ActSentence(_("{title}：清除一年前的答复 {count} 户")),
        "property.note_talk": ActSentence(_("{title}：协商了一次")),
        "property.advance_scope": ActSentence(_("{title}：{stage}")),
        "property.tell_dispute": ActSentence(_("有业主说了一件物业纠纷")),
        "property.take_dispute": ActSentence(_("接手一件物业纠纷")),
        "property.refer_dispute": ActSentence(_("物业纠纷转出：{route}，最晚{day}答复")),
        "property.wish_mediation": ActSentence(_("本人说愿不愿意调解一件物业纠纷")),
        "property.hand_to_mediators": ActSentence(
            _("双方愿意，一件物业纠纷转给调解员，最晚{day}答复")
        ),
        "property.answer_dispute": ActSentence(_("答复了一件物业纠纷")),
        "property.open_dispute": ActSentence(_("打开了一件物业纠纷")),
        "property.pass_on_dispute": ActSentence(_("一件物业纠纷交给另一位经办")),
        "property.release_dispute": ActSentence(_("一件物业纠纷放回，等人接手")),
        "property.forget_disputes": ActSentence(_("清除一年前的物业纠纷 {count} 件")),
    }
)
