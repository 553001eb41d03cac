"""What gifts, goods, appeals, grants and bank lines say: acts and messages."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "funds.take_gift": ActSentence(_("收下捐赠，收据 {number}")),
        "funds.void_gift": ActSentence(_("作废捐赠收据 {number}")),
        "funds.tell_news": ActSentence(_("告诉大家捐赠用到了哪里")),
        "funds.ask_about_gift": ActSentence(_("捐赠人凭收据提了问题")),
        "funds.answer_question": ActSentence(_("答复捐赠人，收据 {number}")),
        "funds.hide_name": ActSentence(_("捐赠人不再公开姓名，收据 {number}")),
        "funds.open_good": ActSentence(_("物品台账：{good}")),
        "funds.draw_slip": ActSentence(_("开单 {number}：{good}")),
        "funds.sign_slip": ActSentence(_("签单 {number}：{good}")),
        "funds.strike_slip": ActSentence(_("划掉单子 {number}：{good}")),
        "funds.keep_charity": ActSentence(_("登记合作的慈善组织：{charity}")),
        "funds.draft_appeal": ActSentence(_("起草{charity}的公开募捐，备案 {filing}")),
        "funds.open_appeal": ActSentence(_("发布{charity}的公开募捐，备案 {filing}")),
        "funds.end_appeal": ActSentence(_("撤下{charity}的公开募捐，备案 {filing}")),
        "funds.tell_raised": ActSentence(_("记下{charity}公布的募得款，备案 {filing}")),
        "funds.draft_call": ActSentence(_("起草小额资助征集：{call}")),
        "funds.publish_call": ActSentence(_("公布小额资助征集：{call}")),
        "funds.cancel_call": ActSentence(_("取消小额资助征集：{call}")),
        "funds.hand_in_bid": ActSentence(_("递交资助申请：{call}")),
        "funds.take_back_bid": ActSentence(_("撤回资助申请：{call}")),
        "funds.judge_call": ActSentence(_("征集截止，开始评审：{call}")),
        "funds.score_bid": ActSentence(_("给一份资助申请打分：{call}")),
        "funds.decide_call": ActSentence(_("公布资助结果：{call}，资助 {funded} 个")),
        "funds.end_call": ActSentence(_("小额资助结束：{call}")),
        "funds.plan_stages": ActSentence(_("定下资助分几期付：{call}")),
        "funds.ask_stage": ActSentence(_("申请付第 {stage} 期资助：{call}")),
        "funds.report_stage": ActSentence(_("交来第 {stage} 期报告：{call}")),
        "funds.accept_report": ActSentence(_("通过第 {stage} 期报告：{call}")),
        "funds.send_back_report": ActSentence(_("退回第 {stage} 期报告，请补充：{call}")),
        "funds.stop_grant": ActSentence(_("停止一项资助：{call}")),
        "funds.take_rest": ActSentence(_("一项资助没有用完的钱退回了：{call}")),
        "funds.open_bank_account": ActSentence(_("登记银行或收款账户：{account}")),
        "funds.read_bank_file": ActSentence(_("读入{account}的流水，新增 {count} 笔")),
        "funds.tie_line": ActSentence(_("{account}的一笔流水对上了账，第 {number} 号")),
        "funds.explain_line": ActSentence(_("说明了{account}的一笔流水")),
        "funds.agree_line": ActSentence(_("同意{account}一笔流水的说明")),
        "funds.untie_line": ActSentence(_("重新打开{account}的一笔流水")),
        "funds.open_bank_line": ActSentence(_("看了一笔流水的全文")),
    }
)

register_kinds(
    {
        "funds.gift_question": Kind(
            _("捐赠人有问题：收据 {number}"),
            _("请说明捐赠用到了哪里，答复写在收据的页面上。"),
            opens="funds:gifts",
        ),
        "funds.to_score": Kind(
            _("请您评审：{call}"),
            _("按公布的标准逐项打分；和哪个小组有关系，就在那一份上选“我回避”。"),
            opens="funds:calls",
        ),
        "funds.bid_decided": Kind(
            _("资助结果出来了：{call}"),
            _("名次、分数和理由都公布了。"),
            opens="funds:calls",
        ),
        "funds.bid_taken_out": Kind(
            _("您的资助申请被代为撤回了：{call}"),
            _("原因写在申请的页面上；不是您的意思，请马上找居委会主任或监督委员会。"),
            opens="funds:calls",
        ),
        "funds.stage_reported": Kind(
            _("小组交来了报告：{call}"),
            _("看过没有问题就通过，下一期才能付。"),
            opens="funds:calls",
        ),
        "funds.rest_owed": Kind(
            _("请退回没有用完的资助：{call}"),
            _("报告都通过了；退回多少，写在您的申请页面上。"),
            opens="funds:calls",
        ),
        "funds.report_sent_back": Kind(
            _("请补充报告：{call}"), _("要补充什么，写在您的申请页面上。"), opens="funds:calls"
        ),
    }
)
