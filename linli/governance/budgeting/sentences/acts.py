"""What the book and the inbox say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "budgeting.plan_round": ActSentence(_("筹备一轮大家定的钱")),
        "budgeting.change_round": ActSentence(_("修改筹备中的一轮")),
        "budgeting.move_days": ActSentence(_("改期：{vote_from} 到 {vote_until} 投票")),
        "budgeting.name_vetters": ActSentence(_("指定审查的人（{named} 项）")),
        "budgeting.open_ideas": ActSentence(_("开始征集点子")),
        "budgeting.close_ideas": ActSentence(_("结束征集，收到 {ideas} 个点子")),
        "budgeting.cancel": ActSentence(_("取消这一轮")),
        "budgeting.send_idea": ActSentence(_("收到第 {number} 号点子")),
        "budgeting.type_in_idea": ActSentence(_("代录第 {number} 号点子")),
        "budgeting.list_idea": ActSentence(_("公开第 {number} 号点子")),
        "budgeting.hide_idea": ActSentence(_("不公开第 {number} 号点子，告知理由")),
        "budgeting.merge_idea": ActSentence(_("第 {number} 号点子并入第 {into} 号")),
        "budgeting.withdraw_idea": ActSentence(_("提出人撤回第 {number} 号点子")),
        "budgeting.vet_idea": ActSentence(_("审查第 {number} 号点子：{aspect}")),
        "budgeting.fix_rules": ActSentence(_("公布 {projects} 个项目和规则（第 {number} 次公布）")),
        "budgeting.reopen_vetting": ActSentence(_("退回审查，项目和规则要重新公布")),
        "budgeting.open_vote": ActSentence(_("开始投票，名册 {roll} 人")),
        "budgeting.enrol_voter": ActSentence(_("名册补登一人")),
        "budgeting.close_vote": ActSentence(_("结束投票")),
        "budgeting.count_votes": ActSentence(
            _("按公布的规则计票：选票 {papers} 张，选上 {won} 个")
        ),
        "budgeting.publish_result": ActSentence(_("公布结果：选票 {papers} 张，选上 {won} 个")),
        "budgeting.begin_project": ActSentence(_("第 {number} 号项目开始做")),
        "budgeting.add_purchase": ActSentence(_("第 {number} 号项目登记一笔采购")),
        "budgeting.add_photos": ActSentence(_("第 {number} 号项目公开照片 {photos} 张")),
        "budgeting.name_acceptors": ActSentence(_("第 {number} 号项目请 {named} 位居民验收")),
        "budgeting.build_project": ActSentence(_("第 {number} 号项目做好，请居民验收")),
        "budgeting.say_acceptance": ActSentence(_("第 {number} 号项目收到一份验收意见")),
        "budgeting.enter_acceptance": ActSentence(_("第 {number} 号项目登记一份纸面验收意见")),
        "budgeting.settle_acceptance": ActSentence(
            _("第 {number} 号项目验收：{yes} 位认可，{no} 位不认可")
        ),
        "budgeting.give_up_project": ActSentence(_("第 {number} 号项目做不成，公布理由")),
        "budgeting.rate_project": ActSentence(_("居民给一个项目打分")),
        "budgeting.end_round": ActSentence(_("结束这一轮，公布花了多少、剩了多少")),
        "budgeting.forget_authors": ActSentence(_("结束满一年，清除 {ideas} 个点子的提出人")),
    }
)

register_kinds(
    {
        "budgeting.idea_listed": Kind(
            _("您的点子公开了（第 {number} 号）"),
            _("征集结束以后有人审查，结果会告诉您。"),
            opens="budgeting:idea",
        ),
        "budgeting.idea_hidden": Kind(
            _("您的点子没有公开（第 {number} 号）"),
            _("理由在点子的页面上。改好以后可以再提。"),
            opens="budgeting:idea",
        ),
        "budgeting.idea_merged": Kind(
            _("您的点子（第 {number} 号）并入了第 {into} 号"),
            _("两个点子说的是同一件事，合在一起审查。理由在页面上。"),
            opens="budgeting:idea",
        ),
        "budgeting.idea_merged_with": Kind(
            _("第 {other} 号点子并进了您的点子（第 {number} 号）"),
            _("两个点子说的是同一件事，合在一起审查。"),
            opens="budgeting:idea",
        ),
        "budgeting.idea_passed": Kind(
            _("您的点子通过了审查，上选票（第 {number} 号）"),
            _("请到时候来投票。"),
            opens="budgeting:idea",
        ),
        "budgeting.idea_refused": Kind(
            _("您的点子没有通过审查（第 {number} 号）"),
            _("每一条理由都公开在点子的页面上。"),
            opens="budgeting:idea",
        ),
        "budgeting.named_acceptor": Kind(
            _("请您验收：{project}"),
            _("做好以后请您去看一看，说说是不是答应的样子。"),
            opens="budgeting:project",
        ),
        "budgeting.please_accept": Kind(
            _("做好了，请您验收：{project}"),
            _("去看过以后，在项目的页面上说一声，或者在居委会的验收单上签字。"),
            opens="budgeting:project",
        ),
    }
)
