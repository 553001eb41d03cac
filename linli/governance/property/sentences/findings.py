"""Why something cannot be, and the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings


def _plain(unmet: object, way_on: object = "", met: object = None) -> Sentence:
    return Sentence(met=met or _("可以。"), unmet=unmet, way_on=way_on)


_AGAIN = _("请打开这一页再看一遍。")

register_findings(
    {
        "property.fresh": _plain(_("别人刚刚改过。"), _AGAIN),
        "property.words_name_nobody": _plain(
            _("大家都看得到，不能写人的姓名、电话和住址。"), _("请改成职务、楼号或者“一户业主”。"),
            _("没有写到具体的人。"),
        ),
        "property.said": _plain(_("还没有写内容。"), _("请写几个字再交。")),
        "property.not_ahead": _plain(_("{day}还没有到。"), _("请填已经发生的日期。"), _("不晚于今天。")),
        "property.place_here": _plain(_("这个地方不在本社区。"), _("请从本社区的地方里选。")),
        "property.estate_once": _plain(
            _("同名的或者同一个地方的小区已经登记了。"), _("请打开那一个来改。")
        ),
        "property.regime_other": _plain(_("现在就是这样管的。"), _("请选别的管理方式。")),
        "property.term_ahead": _plain(_("结束要在开始以后。"), _("请核对两个日期。")),
        "property.term_over": _plain(
            _("任期到{day}才满。"),
            _("确实提前结束的，勾上“任期没有满，提前结束”再办；只是一位成员离任的，从那位成员办。"),
        ),
        "property.body_sits": _plain(_("这个业主组织的任期已经结束。"), _AGAIN),
        "property.somebody_sits": _plain(_("还没有成员。"), _("请至少写一位成员。")),
        "property.one_chair": _plain(_("要有一位主任（组长），也只有一位。"), _("请改成员的职务。")),
        "property.raised_once": _plain(_("已经提醒过了。")),
        "property.founding_once": _plain(_("这个小区正在筹备。"), _("请先走完或者结束那一次。")),
        "property.parts_of_whole": _plain(
            _("提出的、交付的不能比总数多。"), _("请核对业主数和面积。")
        ),
        "property.founding_open": _plain(_("这次筹备已经结束。"), _AGAIN),
        "property.ends_after": _plain(
            _("日期不能早于{day}，也不能晚于今天。"), _("请核对日期。")
        ),
        "property.plan_ahead": _plain(
            _("首次业主大会要定在{day}或者以后；开过了就不用再定。"), _("请核对日期。")
        ),
        "property.seat_written": _plain(
            _("有成员没有写姓名，或者职务、代表哪一方不在名单里。"), _("请逐行核对。")
        ),
        "property.office_held": _plain(_("这位成员已经离任。"), _AGAIN),
        "property.last_member": _plain(
            _("只剩这一位成员。"), _("请登记整个业主组织任期结束。")
        ),
        "property.chair_follows": _plain(
            _("接任主任的要是同一届的成员，离任的要是主任。"), _("请重新选。")
        ),
        "property.estate_open": _plain(_("这个小区已经不再登记。"), _AGAIN),
        "property.estate_idle": _plain(
            _("还有物业在服务，或者有筹备、征求意见、业主表决没有结束。"), _("请先把这些办完。")
        ),
        "property.stage_in_order": _plain(
            _("筹备要一步一步走，日期不能早于上一步，也不能晚于今天。"), _("请登记下一步。")
        ),
        "property.may_ask": _plain(
            _("提出的业主不够：{asked} / {owners}，当地要求 {share}。"),
            _("请再征集业主签名，或者由建设单位提出。"), _("提出的业主够了：{asked} / {owners}。"),
        ),
        "property.enough_delivered": _plain(
            _("交付的面积还没有到 {share}。"), _("可以先组建物业管理委员会，或者等交付后再提。"),
            _("交付的面积到了 {share}。"),
        ),
        "property.group_composed": _plain(
            _("筹备组要单数、业主不少于一半、由居委会的人当组长：现在 {members} 人，业主 {owners} 人。"),
            _("请调整成员。"), _("筹备组 {members} 人，业主 {owners} 人。"),
        ),
        "property.committee_composed": _plain(
            _("物业管理委员会要 {least} 人以上、单数、由居委会的人当主任：现在 {members} 人。"),
            _("请调整成员。"), _("物业管理委员会 {members} 人。"),
        ),
        "property.green_in_land": _plain(_("绿地不能比用地大。"), _("请核对两个面积。")),
        "property.sewer_in_buildings": _plain(_("接管的楼不能比楼多。"), _("请核对两个数。")),
        "property.is_provider": _plain(
            _("这个单位不是物业服务人。"), _("请先在“单位和岗位”里登记为物业服务人。")
        ),
        "property.contract_once": _plain(
            _("这个小区还有一份在履行的合同。"), _("请先续签或者登记书面通知。")
        ),
        "property.renews_here": _plain(
            _("要续签的合同不是这个小区的。"), _("请从这个小区的合同点“续签”。")
        ),
        "property.ran_out": _plain(_("合同还没有到期。")),
        "property.notice_owners_in_time": _plain(
            _("业主解聘要提前 {days} 日书面通知：最早{first}离开。"), _("请把离开的日期往后定。"),
            _("提前了 {days} 日书面通知。"),
        ),
        "property.notice_provider_in_time": _plain(
            _("物业不续约要提前 {days} 日书面通知：最晚{latest}送达，最早{first}离开。"),
            _("过了这一天没有通知的，到期后继续服务，合同不定期延续，再提前 60 日通知。"),
            _("提前了 {days} 日书面通知。"),
        ),
        "property.leaving": _plain(_("物业没有要离开，不用交接。"), _("先登记书面通知。")),
        "property.given_once": _plain(_("这一项已经交接了。"), _AGAIN),
        "property.day_has_come": _plain(_("日子还没有到。")),
        "property.handed_over_whole": _plain(
            _("还有 {open} 项没有交接，一共 {items} 项。"), _("请逐项交接；没有的东西也写明情况。"),
            _("{items} 项都交接了。"),
        ),
        "property.somebody_takes_over": _plain(
            _("还没有人接管，原来的物业要继续服务。"),
            _("请先登记新的物业合同，或者把小区改成业主自管、低偿托管。"), _("有人接管了。"),
        ),
        "property.no_cutting": _plain(
            _("不能用停水、停电、停热、停气的方式催交物业费；物业不能在这里登记这样的催费。"),
            _("欠费的可以催告、调解、仲裁或者起诉；已经被停的，在这里说，也可以马上找主管部门。"),
        ),
        "property.period_over": _plain(_("{day}还没有过完。"), _("一个周期结束以后再公布。")),
        "property.something_told": _plain(_("一笔收入、支出都没有。"), _("请至少填一项。")),
        "property.net_allocated": _plain(
            _("扣除成本后归业主的是 {net} 分，写明去处的是 {uses} 分，对不上。"),
            _("请把“净收益怎么用”填到正好等于净收益；没有用掉的写在“结存”。"),
            _("净收益的去处都写明了。"),
        ),
        "property.fund_balances": _plain(
            _("期初 + 交存 + 利息 − 使用是 {due} 分，期末写的是 {closing} 分，对不上。"),
            _("请照银行的对账单核对。"), _("期初、期末对得上。"),
        ),
        "property.fund_joins": _plain(
            _("期初余额 {opening} 分，和上一期的期末 {before} 分接不上。"), _("请核对，或者先更正上一期。"),
            _("和上一期接得上。"),
        ),
        "property.fund_joins_next": _plain(
            _("期末余额 {closing} 分，和后一期的期初 {following} 分接不上。"),
            _("请核对，或者先更正后一期。"), _("和后一期接得上。"),
        ),
        "property.told_apart": _plain(
            _("{first}到{last}已经公布过，日期重叠了。"),
            _("请从没有公布过的那天填起；要改的，从那一期点“更正”。"),
        ),
        "property.period_told_once": _plain(
            _("这个周期已经公布过了。"), _("要改的，从那一期点“更正”，原来的留着。")
        ),
        "property.corrects_once": _plain(
            _("更正要和原来同一个周期，而且一期只更正一次。"), _("请从最新的一份点“更正”。")
        ),
        "property.shares_make_whole": _plain(
            _("各方出的钱加起来是 {sum} 分，总价是 {cost} 分，对不上。"), _("请核对各方出多少。"),
            _("各方出的钱加起来等于总价。"),
        ),
        "property.repair_open": _plain(_("已经修好，或者日期不对。"), _AGAIN),
        "property.noticed_in_time": _plain(
            _("业主大会要提前 {days} 日通知业主：最晚{latest}。"), _("请把开会的日期往后定。"),
            _("提前 {days} 日通知了业主。"),
        ),
        "property.committee_told": _plain(
            _("住宅小区开业主大会，要提前 {days} 日告诉居委会：最晚{latest}。"),
            _("请把开会的日期往后定。"), _("提前 {days} 日告诉了居委会。"),
        ),
        "property.forces_extraordinary": _plain(
            _("要求开临时会议的业主 {asked} 位，至少要 {least} 位（共 {owners} 位）。"),
            _("请再征集业主签名。"), _("{asked} 位业主要求，够了。"),
        ),
        "property.received_after": _plain(
            _("日期对不上：先作决定，再公告、送到居委会。"), _("请核对日期。")
        ),
        "property.meeting_held": _plain(_("会还没有开。"), _("先登记会开过了。")),
        "property.due_after": _plain(_("日期早了。"), _("请填开会那天或者以后的日期。")),
        "property.point_open": _plain(_("这件事已经办好了。"), _AGAIN),
        "property.owners_known": _plain(
            _("名册里这栋楼还没有房屋，或者有房屋不知道业主是谁。"), _("请先补齐业主名册。")
        ),
        "property.lift_once": _plain(_("这里正在加装电梯。"), _("请打开上面那一件。")),
        "property.still_asked": _plain(_("征求意见已经结束。"), _("有话请找居委会说。")),
        "property.stage_follows": _plain(_("要一步一步走。"), _AGAIN),
        "property.whole_building": _plain(
            _("住宅改为经营用房，要问整栋楼的业主，不能只问一个单元。"), _("请选那栋楼。"),
        ),
        "property.homes_placed": _plain(
            _("名册里有 {units} 处没有写在哪栋楼、哪个单元，问谁还定不下来。"),
            _("请先在业主名册里补上。"),
        ),
        "property.enough_agree": _plain(
            _("还没有达到法定的同意要求。"),
            _("没有答复的不算同意；请和业主协商，调整方案或者费用分摊。"),
            _("达到了法定的同意要求。"),
        ),
        "property.answered_already": _plain(
            _("这一户已经答复了。"), _("业主自己答的，由业主自己改；纸上来的，从“更正”改。")
        ),
        "property.came_on_paper": _plain(
            _("这一户的答复不是纸上来的。"), _("业主自己答的，由业主自己改。")
        ),
        "property.posted_long": _plain(_("方案还没有公示满。"), _("公示期满再登记达成一致。")),
        "property.objections_talked": _plain(
            _("有业主不同意，还没有协商过。"),
            _("请先约他们谈，或者请人民调解委员会调解，记下来再往下走。"), _("不同意的都协商过。"),
        ),
        "property.takes_part": _plain(
            _("参与的 {heads} / {of} 人，面积 {area}%，要到 {share}。"), _("请继续上门征求意见。"),
            _("参与的 {heads} / {of} 人，面积 {area}%，够 {share}。"),
        ),
        "property.agrees": _plain(
            _("参与的人里同意的 {heads} / {of} 人，面积 {area}%，要到 {share}。"),
            _("请和不同意的业主协商，调整方案或者费用分摊。"),
            _("参与的人里同意的 {heads} / {of} 人，面积 {area}%，够 {share}。"),
        ),
        "property.unanimous": _plain(
            _("要全体有利害关系的业主同意：现在 {heads} / {of} 人。"), _("没有答复不算同意。"),
            _("{of} 人都同意。"),
        ),
        "property.keeps_estates": _plain(
            _("只能交给另一位办理小区和物业的人。"), _("请重新选。")
        ),
        "property.handler_left": _plain(_("接手的人还在岗。"), _AGAIN),
        "property.taken_on": _plain(_("这件事不是您接手的。"), _("请先接手。")),
        "property.dispute_open": _plain(_("这件事已经答复了。"), _AGAIN),
        "property.both_willing": _plain(
            _("调解要双方都愿意：还差本人在自己的页面上说愿意，或者对方没有答应。"),
            _("请本人打开自己说的那件纠纷，点“愿不愿意调解”；再问对方。不愿意的走别的路。"),
        ),
        "property.mediated_once": _plain(
            _("这件纠纷已经转给调解员了。"), _("不愿意调解的，随时可以对调解员说停止。")
        ),
        "property.sent_first": _plain(_("还没有转出去。"), _("请先写明走哪条路。")),
    }
)  # fmt: skip
