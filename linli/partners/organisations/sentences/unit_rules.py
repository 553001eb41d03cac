"""What the rules of units, lists, pledges and proposals say."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "organisations.unit_words_public": Sentence(
            met=_("没有写出是谁。"),
            unmet=_("大家都会读到，这里好像写了人的姓名、电话或者门牌号。"),
            way_on=_("请去掉；写单位的名称就行。"),
        ),
        "organisations.unit_words_given": Sentence(
            met=_("写了。"), unmet=_("这里还没有写。"), way_on=_("请写一句。")
        ),
        "organisations.unit_without_file": Sentence(
            met=_("还没有单位档案。"),
            unmet=_("已经有档案了，或者不是驻社区单位、物业服务人。"),
            way_on=_("请在单位列表里找到它再改。"),
        ),
        "organisations.body_of_one_unit": Sentence(
            met=_("没有别的单位用这个账号名称。"),
            unmet=_("另一家单位的联络员已经用这个账号名称，不能两家合用。"),
            way_on=_("请另选一个账号名称，或者先改正另一家的登记。"),
        ),
        "organisations.unit_one_body": Sentence(
            met=_("和账号里的单位是同一个。"),
            unmet=_("这个单位已经有账号用的名称，和选的不是同一个。"),
            way_on=_("不用另选，直接登记就可以。"),
        ),
        "organisations.unit_here": Sentence(
            met=_("单位在社区。"),
            unmet=_("这家单位已经不在社区了。"),
            way_on=_("以前的承诺还可以看；新的事请找现在的单位。"),
        ),
        "organisations.unit_row_fresh": Sentence(
            met=_("打开页面以后没有别人改过。"),
            unmet=_("打开页面以后，别人已经改过这一项。"),
            way_on=_("请刷新页面，看过现在的情况再决定；您刚才的操作没有生效。"),
        ),
        "organisations.agreement_ordered": Sentence(
            met=_("日期前后对得上。"),
            unmet=_("写了到哪天，没有写从哪天，或者先后反了。"),
            way_on=_("请核对协议上的日期。"),
        ),
        "organisations.offer_ordered": Sentence(
            met=_("日期前后对得上。"),
            unmet=_("结束的日子在开始以前。"),
            way_on=_("请改日期；长期提供的，结束日期可以不写。"),
        ),
        "organisations.offer_stands": Sentence(
            met=_("这项资源现在可以用。"),
            unmet=_("这项资源已经收回，或者现在用不了。"),
            way_on=_("请另选一项，或者问问这家单位。"),
        ),
        "organisations.need_open": Sentence(
            met=_("还在等人来对接。"),
            unmet=_("这项需求已经对接上了，或者不需要了。"),
            way_on=_("请刷新页面，看它现在怎么样了。"),
        ),
        "organisations.one_meets_it": Sentence(
            met=_("由一家来办。"),
            unmet=_("要么用一项资源，要么选由谁来办，只选一样。"),
            way_on=_("请重新选。"),
        ),
        "organisations.project_running": Sentence(
            met=_("项目正在做。"),
            unmet=_("这个项目已经记过结果。"),
            way_on=_("要接着做的，请把需求再登记一次。"),
        ),
        "organisations.entry_unseen": Sentence(
            met=_("还没有看过。"), unmet=_("这一项已经看过了。"), way_on=_("请刷新页面。")
        ),
        "organisations.unit_asked": Sentence(
            met=_("请了有关的单位。"),
            unmet=_("还没有请单位：单位不参加居委会，议到和它有关的事，才派代表来。"),
            way_on=_("请选单位，写明因为议到什么。"),
        ),
        "organisations.joint_notice_in_time": Sentence(
            met=_("提前 {given} 天通知，不少于 {days} 天。"),
            unmet=_("只提前 {given} 天通知，承诺的是 {days} 天。"),
            way_on=_("请改时间；真有急事的，写明理由。"),
        ),
        "organisations.pledge_due_after_made": Sentence(
            met=_("期限在答应以后。"),
            unmet=_("期限（{due_on}）在答应那天（{made_on}）以前。"),
            way_on=_("请改期限。"),
        ),
        "organisations.pledge_made_by_today": Sentence(
            met=_("已经答应了。"),
            unmet=_("答应的日子（{made_on}）还没有到。"),
            way_on=_("请写真正答应的那天。"),
        ),
        "organisations.pledge_delivered_between": Sentence(
            met=_("日期对得上。"),
            unmet=_("做到的日子要在答应那天（{made_on}）和今天之间。"),
            way_on=_("请写真正做到的那天。"),
        ),
        "organisations.pledge_still_open": Sentence(
            met=_("这件承诺还没有了结。"),
            unmet=_("这件承诺已经了结。"),
            way_on=_("要再做一件的，请另记一件承诺。"),
        ),
        "organisations.pledge_to_be_checked": Sentence(
            met=_("单位说做到了，等核对。"),
            unmet=_("现在没有要核对的。"),
            way_on=_("请刷新页面，看它现在怎么样了。"),
        ),
        "organisations.pledge_rateable": Sentence(
            met=_("做到了，可以评。"),
            unmet=_("还没有做到并核对过，不能评。"),
            way_on=_("核对过以后就可以评。"),
        ),
        "organisations.rated_once": Sentence(
            met=_("还没有评过。"), unmet=_("您已经评过了，一人一次。"),
            way_on=_("有别的话，可以投到建议箱。"),
        ),
        "organisations.pledge_late_untold": Sentence(
            met=_("过期了，还没有提醒。"), unmet=_("没有过期，或者已经提醒过。"),
            way_on=_("不用再做什么。"),
        ),
        "organisations.proposal_way_on": Sentence(
            met=_("写了接下来怎么办。"),
            unmet=_("采纳的和转出去的，要写接下来谁去做、去哪里。"),
            way_on=_("请写一句，例如“物业，下月底以前”。"),
        ),
        "organisations.proposal_shown": Sentence(
            met=_("已经公布。"), unmet=_("这条建议没有公布。"), way_on=_("公布以后再来。")
        ),
        "organisations.proposal_over": Sentence(
            met=_("还收意见。"),
            unmet=_("这条建议早已答复，不再收“我也这么想”。"),
            way_on=_("还没有解决的，请再投一条建议。"),
        ),
        "organisations.seconded_by_others": Sentence(
            met=_("是别人提的。"), unmet=_("这是您自己提的，已经算一个了。"),
            way_on=_("可以请邻居来看。"),
        ),
        "organisations.seconded_once": Sentence(
            met=_("还没有说过。"), unmet=_("您已经说过“我也这么想”。"), way_on=_("不用再说一次。")
        ),
    }
)  # fmt: skip
