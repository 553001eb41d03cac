"""What a refusal says: why, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "budgeting.public_words": Sentence(
            met=_("没有私人信息。"),
            unmet=_("文字里像是有私人信息（电话、证件号、门牌等），这段话会公开。"),
            way_on=_("请删掉这些内容再提交。"),
        ),
        "budgeting.days_in_order": Sentence(
            met=_("先征集，再审查，再投票。"),
            unmet=_("日子排不开：点子收到{ideas}，审查到{vetting}，{from}开始投票，投到{until}。"),
            way_on=_("请让征集先结束，审查再结束，然后才开始投票。"),
        ),
        "budgeting.not_before": Sentence(
            met=_("到了公布的那一天（{day}）。"),
            unmet=_("公布的日子是{day}，还没有到。"),
            way_on=_("请到那一天再做；要改期的，在投票规则公布以前改。"),
        ),
        "budgeting.day_over": Sentence(
            met=_("公布的最后一天（{day}）已经过去。"),
            unmet=_("公布的是收到{day}，这一天还没有过完。"),
            way_on=_("请第二天再结束征集。"),
        ),
        "budgeting.opens_in_time": Sentence(
            met=_("在公布的第一天开始投票。"),
            unmet=_(
                "公布的是{day}开始投票、{closes_at}截止；晚开一天，或者离截止不到 {hours} 小时，就没有公布的那么多时间了。"
            ),
            way_on=_("请退回审查，改期，再把项目和规则重新公布。"),
        ),
        "budgeting.of_voting_age": Sentence(
            met=_("到{day}满 {age} 周岁。"),
            unmet=_("到{day}还没有满 {age} 周岁，按公布的规则不能投票。"),
            way_on=_("登记的出生日期不对的，请先在居民名册里更正。"),
        ),
        "budgeting.spent_as_paid": Sentence(
            met=_("花的钱与账上付的一样。"),
            unmet=_("有 {differing} 个项目登记买的东西和账上付的钱对不上，不能公布。"),
            way_on=_("请补记漏登的购买，或者先在账上付清；多登的，请核对单据。"),
        ),
        "budgeting.time_over": Sentence(
            met=_("投票时间已到。"),
            unmet=_("公布的截止时间是{closes_at}，还没有到，不能提前结束。"),
            way_on=_("请到时候再结束。"),
        ),
        "budgeting.still_sending": Sentence(
            met=_("点子收到{until}。"),
            unmet=_("现在不收点子（收到{until}为止）。"),
            way_on=_("可以看已经公开的点子；平时的想法可以写进心愿单，或提诉求。"),
        ),
        "budgeting.within_limit": Sentence(
            met=_("还没有到每人 {most} 个。"),
            unmet=_("这一轮每人最多提 {most} 个，您已经提了 {sent} 个。"),
            way_on=_("可以撤回一个再提，或者请邻居来提。"),
        ),
        "budgeting.sent_at_once": Sentence(
            met=_("收到了。"),
            unmet=_("同时有人也在提，这一个没有收进来。"),
            way_on=_("请再按一次提交。"),
        ),
        "budgeting.vetters_named": Sentence(
            met=_("四项审查都有人。"),
            unmet=_("还有审查没有指定人（{wanted} 项里指定了 {named} 项）。"),
            way_on=_("请先指定由谁审查合法、做得成、费用和维护。"),
        ),
        "budgeting.holds_a_post": Sentence(
            met=_("有岗位。"),
            unmet=_("这个人现在没有岗位，不能署名审查。"),
            way_on=_("请选一位在岗的人。"),
        ),
        "budgeting.all_settled": Sentence(
            met=_("每个点子都有了结果。"),
            unmet=_("还有 {waiting} 个点子没有审查完。"),
            way_on=_("请先看完、审完，再公布项目和规则。"),
        ),
        "budgeting.enough_projects": Sentence(
            met=_("有 {number} 个项目可选。"),
            unmet=_("通过审查的只有 {number} 个，没有什么可选。"),
            way_on=_("可以重新审查，或者取消这一轮、说明理由。"),
        ),
        "budgeting.may_mark_enough": Sentence(
            met=_("投票的人可以选得够多。"),
            unmet=_("最多选 {most} 个不合适：应当在 {least} 和 {projects} 之间。"),
            way_on=_("选得太少，很多人的份额会闲着。请改一改。"),
        ),
        "budgeting.points_fit": Sentence(
            met=_("点数分得开。"),
            unmet=_("一个项目最多 {each} 点，比一共的 {most} 点还多，或者没有填。"),
            way_on=_("请把一共的点数和一个项目最多的点数都填上。"),
        ),
        "budgeting.published_before": Sentence(
            met=_("规则公布满 {days} 天才投票。"),
            unmet=_("规则在{published}公布，到{vote}投票，没有满 {days} 天。"),
            way_on=_("请把投票的日子往后改。"),
        ),
        "budgeting.as_published": Sentence(
            met=_("与公布的规则和项目一字不差。"),
            unmet=_("规则或项目与公布的不一样，不能按它投票或计票。"),
            way_on=_("请退回审查，重新公布；已经在投票的，请取消并查明原因。"),
        ),
        "budgeting.may_tell": Sentence(
            met=_("选票够多，可以公布各项目的票数。"),
            unmet=_(
                "一共 {papers} 张选票；一共、或者只在屏幕上投的不到 {floor} 张，公布票数会让人猜出谁投了什么。"
            ),
            way_on=_("只公布选上的项目。"),
        ),
        "budgeting.somebody_voted": Sentence(
            met=_("有人投票。"),
            unmet=_("没有一张有效的选票，没有结果可算。"),
            way_on=_("请取消这一轮，公布原因。"),
        ),
        "budgeting.lot_decides": Sentence(
            met=_("规则定得下来。"),
            unmet=_("公布的规则分不出先后。"),
            way_on=_("请按公布的规则查明原因，不能临时加规则。"),
        ),
        "budgeting.lives_in_the_area": Sentence(
            met=_("住在这一轮的范围里。"),
            unmet=_("居民名册上看不出这个人在公布的那一天住在这一轮的范围里。"),
            way_on=_("那一天已经住在这里的，请先在居民名册里登记住处和起始日期，再补登。"),
        ),
        "budgeting.vote_runs": Sentence(
            met=_("正在投票。"),
            unmet=_("现在没有投票。"),
            way_on=_("哪天投票，见这一轮的页面。"),
        ),
        "budgeting.may_serve": Sentence(
            met=_("可以发票、计票。"),
            unmet=_("这个账号已经停用，不能发票、计票。"),
            way_on=_("请另选一位。"),
        ),
        "budgeting.may_merge": Sentence(
            met=_("可以并入。"),
            unmet=_("只能并入同一轮里已经公开、还没有结果的另一个点子。"),
            way_on=_("请另选一个。"),
        ),
        "budgeting.vetting_now": Sentence(
            met=_("正在审查。"),
            unmet=_("现在不是审查的时候。"),
            way_on=_("征集结束以后才审查；规则公布以后要改的，先退回审查。"),
        ),
        "budgeting.named_for_it": Sentence(
            met=_("由您审查这一项。"),
            unmet=_("“{aspect}”这一项不是由您审查。"),
            way_on=_("请由公布的那一位来审；要换人的，请主任另外指定。"),
        ),
        "budgeting.may_be_vetted": Sentence(
            met=_("可以审查。"),
            unmet=_("这个点子没有公开，或者已经并入、撤回，不能审查。"),
            way_on=_("还没有看过的，请先公开。"),
        ),
        "budgeting.cost_known": Sentence(
            met=_("费用核出来了。"),
            unmet=_("没有写费用是多少。"),
            way_on=_("请填上核出来的费用；核不出来的，写明不通过的理由。"),
        ),
        "budgeting.upkeep_known": Sentence(
            met=_("维护有着落。"),
            unmet=_("没有写每年维护要多少钱、由谁维护。"),
            way_on=_("请都填上（不花钱的填 0）；没有人维护的，写明不通过的理由。"),
        ),
        "budgeting.within_budget": Sentence(
            met=_("费用没有超出总额。"),
            unmet=_("费用比这一轮的总额还多，选上了也做不了。"),
            way_on=_("请写明不通过的理由，或者与提出人商量缩小。"),
        ),
        "budgeting.at_this_step": Sentence(
            met=_("到了这一步。"),
            unmet=_("这一轮现在是“{state}”，不能做这一步。"),
            way_on=_("请看这一轮的页面上现在能做什么。"),
        ),
        "budgeting.result_published": Sentence(
            met=_("结果已公布。"),
            unmet=_("结果还没有公布。"),
            way_on=_("请先公布结果。"),
        ),
        "budgeting.under_way": Sentence(
            met=_("正在做。"),
            unmet=_("这个项目现在没有在做。"),
            way_on=_("请先开始；已经验收的不再改。"),
        ),
        "budgeting.within_cost": Sentence(
            met=_("没有超出这个项目的钱。"),
            unmet=_("加上这一笔就超出了大家定给这个项目的钱。"),
            way_on=_("请另找来源，或者少买一些；不能用别的项目的钱。"),
        ),
        "budgeting.before_acceptance": Sentence(
            met=_("还没有做好。"),
            unmet=_("做好以后不能再改由谁验收。"),
            way_on=_("请由已经指定的居民验收。"),
        ),
        "budgeting.named_already": Sentence(
            met=_("还没有请过。"),
            unmet=_("已经请过这一位了。"),
            way_on=_("请另选一位。"),
        ),
        "budgeting.enough_acceptors": Sentence(
            met=_("请了 {named} 位居民验收。"),
            unmet=_("至少请 {least} 位居民验收，现在有 {named} 位。"),
            way_on=_("请先指定验收的居民。"),
        ),
        "budgeting.named_to_accept": Sentence(
            met=_("请您验收。"),
            unmet=_("没有请您验收这个项目。"),
            way_on=_("验收通过以后，您可以给它打分。"),
        ),
        "budgeting.to_be_accepted": Sentence(
            met=_("等待验收。"),
            unmet=_("这个项目现在不在验收。"),
            way_on=_("请看项目的页面上到了哪一步。"),
        ),
        "budgeting.everybody_said": Sentence(
            met=_("请的 {named} 位都说了。"),
            unmet=_("请了 {named} 位验收，只有 {said} 位说了。"),
            way_on=_("请等大家都说了，或者登记纸面的验收单。"),
        ),
        "budgeting.accepted": Sentence(
            met=_("请的 {named} 位里有 {yes} 位认可，超过一半，验收通过。"),
            unmet=_("请的 {named} 位里有 {yes} 位认可，没有超过一半，验收不通过。"),
            way_on=_("请按他们说的整改，再请他们看。"),
        ),
        "budgeting.may_be_rated": Sentence(
            met=_("可以打分。"),
            unmet=_("还没有验收通过，不能打分。"),
            way_on=_("请等验收通过。"),
        ),
        "budgeting.all_done": Sentence(
            met=_("选上的都有了结果。"),
            unmet=_("还有 {under_way} 个选上的项目没有做完。"),
            way_on=_("请等它们验收；做不成的，写明理由。"),
        ),
        "budgeting.round_over": Sentence(
            met=_("这一轮已经结束。"),
            unmet=_("这一轮还没有结束，还要告诉提出人结果。"),
            way_on=_("结束满一年以后再清除。"),
        ),
    }
)
