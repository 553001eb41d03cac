"""What the book says of the acts from the plan to the posted lists."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "elections.plan": ActSentence(_("制定选举计划：选举日 {day}，名额 {seats}")),
        "elections.decide_mode": ActSentence(_("确定选举方式")),
        "elections.postpone": ActSentence(_("选举改到 {day}")),
        "elections.cancel": ActSentence(_("取消选举")),
        "elections.place_on_committee": ActSentence(_("登记推选结果第 {place} 位")),
        "elections.strike_from_committee": ActSentence(_("删去推选结果第 {place} 位")),
        "elections.form_committee": ActSentence(
            _("选举委员会产生：成员 {members} 人，候补 {substitutes} 人")
        ),
        "elections.declare_kinship": ActSentence(_("登记近亲属关系")),
        "elections.strike_kinship": ActSentence(_("删去登记错的近亲属关系")),
        "elections.leave_committee": ActSentence(_("一名成员退出选举委员会")),
        "elections.name_chair": ActSentence(_("选举委员会推定主任")),
        "elections.open_registration": ActSentence(_("开始选民登记")),
        "elections.register": ActSentence(_("登记选民一人")),
        "elections.register_many": ActSentence(_("按名册登记选民 {count} 人")),
        "elections.confirm_registration": ActSentence(_("确认一份登记申请")),
        "elections.refuse_registration": ActSentence(_("一份登记申请未予登记")),
        "elections.withdraw_registration": ActSentence(_("撤回一份登记")),
        "elections.prepare_roll": ActSentence(_("草拟选民名单：{size} 人")),
        "elections.post_roll": ActSentence(_("公布选民名单：{size} 人")),
        "elections.correct_roll": ActSentence(_("更正选民名单：第 {version} 版，{size} 人")),
        "elections.object": ActSentence(_("收到对选民名单的异议")),
        "elections.uphold": ActSentence(_("异议成立，更正名单")),
        "elections.reject_objection": ActSentence(_("异议不成立")),
        "elections.withdraw_objection": ActSentence(_("异议撤回")),
        "elections.nominate": ActSentence(_("提名一人")),
        "elections.join_nomination": ActSentence(_("一名选民参加联名")),
        "elections.leave_nomination": ActSentence(_("一名选民退出联名")),
        "elections.answer_nomination": ActSentence(_("被提名人答复是否接受")),
        "elections.confirm_nomination": ActSentence(_("登记主管机关的确认意见")),
        "elections.withdraw_nomination": ActSentence(_("提名撤回")),
        "elections.prepare_candidates": ActSentence(_("草拟候选人名单：{candidates} 人次")),
        "elections.introduce_candidate": ActSentence(_("记下候选人的自我介绍")),
        "elections.post_candidates": ActSentence(_("公布候选人名单：{candidates} 人次")),
        "elections.withdraw_candidate": ActSentence(_("一名候选人退出")),
        "elections.call_meeting": ActSentence(_("安排候选人与居民见面")),
        "elections.record_meeting": ActSentence(_("记录候选人见面会：到场 {came} 人")),
        "elections.give_proxy": ActSentence(_("登记一份委托投票")),
        "elections.revoke_proxy": ActSentence(_("撤销一份委托投票")),
        "elections.prepare_proxies": ActSentence(_("草拟委托投票名单：{proxies} 份")),
        "elections.post_proxies": ActSentence(_("公布委托投票名单：{proxies} 份")),
        "elections.forget_kinships": ActSentence(_("选举结束，删除登记的近亲属关系 {count} 条")),
        "elections.forget_nominators": ActSentence(_("选举结束，删除联名提名的名字 {count} 个")),
    }
)
