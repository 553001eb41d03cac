"""What the book and the inbox say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "assemblies.state_figure": ActSentence(_("登记基数：{kind} {number}")),
        "assemblies.choose_representative": ActSentence(_("登记居民代表一名（{group}）")),
        "assemblies.end_representative": ActSentence(_("居民代表任职结束（{group}）：{ended_for}")),
        "assemblies.set_channel": ActSentence(_("居民代表写了联系办法")),
        "assemblies.report_back": ActSentence(_("居民代表向小组通报，到场 {heard} 户")),
        "assemblies.start_petition": ActSentence(_("发起联名，要求召集{body}，需要 {needed} 人")),
        "assemblies.sign": ActSentence(_("联名人数达到 {signers}")),
        "assemblies.sign_on_paper": ActSentence(_("登记一份纸质签名，联名人数 {signers}")),
        "assemblies.withdraw_signature": ActSentence(_("撤回一个签名，联名人数 {signers}")),
        "assemblies.end_petition": ActSentence(_("结束联名")),
        "assemblies.forget_signatures": ActSentence(
            _("联名办结满一年，销毁签名，只留人数 {signers}")
        ),
        "assemblies.plan": ActSentence(_("筹备{body}")),
        "assemblies.change_plan": ActSentence(_("修改会议的时间、地点或名称")),
        "assemblies.add_topic": ActSentence(_("列入议题（{matter}）")),
        "assemblies.change_topic": ActSentence(_("修改议题（{matter}）")),
        "assemblies.drop_topic": ActSentence(_("取消一项议题")),
        "assemblies.record_study": ActSentence(_("记录社区党组织的研究（第 {order} 项）")),
        "assemblies.call": ActSentence(_("发出会议通知，提前 {days} 天")),
        "assemblies.cancel": ActSentence(_("取消会议")),
        "assemblies.open": ActSentence(_("宣布开会，计入到会人数的 {counted} 人")),
        "assemblies.decide": ActSentence(_("第 {order} 项表决：赞成 {votes_for}，在场 {present}")),
        "assemblies.open_vote": ActSentence(
            _("第 {order} 项开始无记名投票，在场有表决权的 {present} 人")
        ),
        "assemblies.give_paper": ActSentence(_("第 {order} 项发出一张纸票")),
        "assemblies.close_vote": ActSentence(
            _("第 {order} 项结束无记名投票，纸票 {returned} 张一并入箱")
        ),
        "assemblies.void_vote": ActSentence(_("第 {order} 项的投票中途作废，票都不算")),
        "assemblies.decide_by_vote": ActSentence(
            _("第 {order} 项无记名投票：赞成 {votes_for}，在场 {present}")
        ),
        "assemblies.put_off": ActSentence(_("第 {order} 项暂缓")),
        "assemblies.close": ActSentence(_("宣布散会，通过决议 {resolutions} 件")),
        "assemblies.decide_in_committee": ActSentence(_("登记居委会的决定 {number}")),
        "assemblies.authorise": ActSentence(_("登记居民会议的授权：{matter}")),
        "assemblies.begin": ActSentence(_("开始落实决议 {number}")),
        "assemblies.report_progress": ActSentence(_("公布决议 {number} 的进展")),
        "assemblies.carry_out": ActSentence(_("决议 {number} 落实完成")),
        "assemblies.draft_version": ActSentence(_("起草{kind}第 {number} 版")),
        "assemblies.write_version": ActSentence(_("修改{kind}第 {number} 版草案")),
        "assemblies.consult": ActSentence(_("{kind}第 {number} 版公开征求意见")),
        "assemblies.say_opinion": ActSentence(_("收到一条对草案的意见")),
        "assemblies.answer_opinion": ActSentence(_("回应一条意见：{taken}")),
        "assemblies.redraft": ActSentence(_("{kind}第 {number} 版退回修改")),
        "assemblies.settle": ActSentence(_("{kind}第 {number} 版定稿待表决")),
        "assemblies.file": ActSentence(_("{kind}第 {number} 版备案，开始施行")),
        "assemblies.drop": ActSentence(_("{kind}第 {number} 版不再推进")),
        "assemblies.remind_of_meeting": ActSentence(_("列入工作日历：本半年的居民代表会议")),
        "assemblies.forget_representative": ActSentence(_("任职结束满一年，清除居民代表的姓名")),
    }
)

register_kinds(
    {
        "assemblies.petition_enough": Kind(
            _("联名人数够了，应当召集会议：{title}"),
            _("请在承诺的期限内定下日期、发出通知。"),
            opens="assemblies:petition_desk",
        ),
        "assemblies.petition_called": Kind(
            _("您发起的联名有了结果：会议已经召集"),
            _("时间、地点和议程见会议通知。"),
            opens="assemblies:coming",
        ),
        "assemblies.called": Kind(
            _("会议通知：{title}，{starts_at}，{venue}"),
            _("请到会；不能来的，请告诉居民小组组长。"),
            opens="assemblies:coming",
        ),
        "assemblies.cancelled": Kind(
            _("会议取消：{title}"),
            _("原因见会议页面。"),
            opens="assemblies:coming",
        ),
        "assemblies.decided": Kind(
            _("会议作出了决议，请向您的居民小组通报：{title}"),
            _("通报以后，请记下到场户数和大家的意见。"),
            opens="assemblies:my_group",
        ),
    }
)
