"""What the rules on community social organisations and their grants say: holds, not, the way on."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_FILL = _("请补充后再递交；不会写可以到窗口，一起写。")
_NOT_ONE = _("可以到居委会问清楚归哪里办。")

register_findings(
    {
        "organisations.is_group": Sentence(
            met=_("居民或单位自愿组成，不为赚钱。"), unmet=_("不是居民自愿组成的组织。")
        ),
        "organisations.is_committee_body": Sentence(
            met=_("不是居委会的机构。"),
            unmet=_("居委会的下属委员会和居民小组是居委会的一部分，不是社区社会组织。"),
            way_on=_NOT_ONE,
        ),
        "organisations.is_owners_body": Sentence(
            met=_("不是业主组织。"),
            unmet=_("业主委员会、物业管理委员会按物业的规定成立和备案，不是社区社会组织。"),
            way_on=_NOT_ONE,
        ),
        "organisations.is_business": Sentence(
            met=_("不为赚钱。"),
            unmet=_("为了赚钱、分利润的，不是社区社会组织。"),
            way_on=_("请到市场监管部门办营业执照。"),
        ),
        "organisations.members_suffice": Sentence(
            met=_("成员数达到社会团体登记的条件。"),
            unmet=_(
                "个人成员 {individuals}、单位成员 {units}；登记要个人 {least_individuals} 以上，"
                "或者单位 {least_units} 以上，混合的合起来 {least_mixed} 以上。"
            ),
        ),
        "organisations.must_register": Sentence(
            met=_("登记的条件都有了：应当到民政部门登记，登记后有法人资格。"),
            unmet=_(
                "还没有达到登记条件（现在个人成员 {individuals}、单位成员 {units}；登记要个人 "
                "{least_individuals} 以上，或者单位 {least_units} 以上，混合的合起来 {least_mixed} "
                "以上，还要有住所、专职人员和资金）：在街道备案，或者按本地规定由居委会备案。"
            ),
            way_on=_("备案的组织没有法人资格，一样可以活动、用场地、申请小额资助。"),
        ),
        "organisations.may_file": Sentence(
            met=_(
                "还没有达到登记条件（现在个人成员 {individuals}、单位成员 {units}），所以备案：在街道，"
                "或者按本地规定由居委会。"
            ),
            unmet=_("登记的条件都有了，不在这里备案。"),
            way_on=_("请选“转去登记”，到民政部门登记。"),
        ),
        "organisations.has_name": Sentence(
            met=_("写了名称和做什么。"), unmet=_("还缺名称或者做什么。"), way_on=_FILL
        ),
        "organisations.has_initiators": Sentence(
            met=_("有两个以上发起人。"), unmet=_("还缺发起人：至少两个人。"), way_on=_FILL
        ),
        "organisations.has_leader": Sentence(
            met=_("写了负责人和电话（只有办备案的人看得到）。"),
            unmet=_("还缺负责人的姓名或者电话。"),
            way_on=_FILL,
        ),
        "organisations.has_venue": Sentence(
            met=_("写了活动地点。"), unmet=_("还缺活动地点。"), way_on=_FILL
        ),
        "organisations.has_charter": Sentence(
            met=_("写了活动规则。"), unmet=_("还缺活动规则。"), way_on=_FILL
        ),
        "organisations.has_plan": Sentence(
            met=_("写了活动计划。"), unmet=_("还缺活动计划。"), way_on=_FILL
        ),
        "organisations.supplement_once": Sentence(
            met=_("还没有要求补充过。"),
            unmet=_("已经要求补充过一次，不能再要求第二次。"),
            way_on=_("按现有材料备案，或者说明理由不予备案；也可以写辅导意见。"),
        ),
        "organisations.said_why": Sentence(
            met=_("写了理由和怎么办。"),
            unmet=_("不予备案要写理由，也要写怎么办。"),
            way_on=_("请两样都写上。"),
        ),
        "organisations.contact_agreed": Sentence(
            met=_("联系方式按本人的意思。"),
            unmet=_("同意公开的，要写明公开哪个联系人和联系方式。"),
            way_on=_("请写上，或者去掉“同意公开”。"),
        ),
        "organisations.day_has_come": Sentence(
            met=_("是已经过去的日子。"), unmet=_("{on}还没有到。"), way_on=_("请写已经发生的日子。")
        ),
        "organisations.since_on_record": Sentence(
            met=_("在登记备案以后。"),
            unmet=_("登记备案（{since}）以后的活动才记在这里。"),
            way_on=_("以前的活动可以写进好故事。"),
        ),
        "organisations.summary_in_time": Sentence(
            met=_("年度总结最晚{due}交。"),
            unmet=_("年度总结{due}到期，已经过了。"),
            way_on=_("请尽快补交。"),
        ),
        "organisations.year_is_over": Sentence(
            met=_("{year} 年已经结束。"),
            unmet=_("{year} 年还没有结束。"),
            way_on=_("年度总结在第二年年初交。"),
        ),
        "organisations.summary_once": Sentence(
            met=_("这一年还没有交。"),
            unmet=_("{year} 年的年度总结已经交过了。"),
            way_on=_("请看组织的页面。"),
        ),
        "organisations.merit_agreed": Sentence(
            met=_("负责人同意公开。"),
            unmet=_("故事要负责人看过、同意了才能公布。"),
            way_on=_("请先给负责人看，再填同意的日期。"),
        ),
        "organisations.on_record": Sentence(
            met=_("已登记或备案。"),
            unmet=_("登记或备案了的组织才能办。"),
            way_on=_("请先把备案办好。"),
        ),
        "organisations.name_is_free": Sentence(
            met=_("名称没有人用。"),
            unmet=_("本社区已经有叫“{name}”的组织。"),
            way_on=_("请换一个名称。"),
        ),
        "organisations.no_open_grant": Sentence(
            met=_("没有没结清的资助。"),
            unmet=_("还有没结清的小额资助，不能终止。"),
            way_on=_("请先交用款报告、退回余款、结清。"),
        ),
        "organisations.criteria_said": Sentence(
            met=_("{criteria} 条标准，合起来一百分。"),
            unmet=_("标准要两条以上，每条都有分，合起来一百分（现在 {sum}）。"),
            way_on=_("请改满分。"),
        ),
        "organisations.open_long_enough": Sentence(
            met=_("征集 {days} 天。"),
            unmet=_("征集只有 {days} 天，至少要 {least} 天。"),
            way_on=_("请把截止的日子往后放。"),
        ),
        "organisations.reviewers_enough": Sentence(
            met=_("{count} 位评审人。"),
            unmet=_("评审人只有 {count} 位，至少要 {least} 位。"),
            way_on=_("请再选几位，最好有居民代表和监督委员会成员。"),
        ),
        "organisations.round_in_time": Sentence(
            met=_("在征集的日子里。"),
            unmet=_("征集从{opens}到{closes}，今天不收申请。"),
            way_on=_("请等下一次征集。"),
        ),
        "organisations.round_over": Sentence(
            met=_("征集已经截止。"),
            unmet=_("{closes}还收申请，过了这天才能评审。"),
            way_on=_("请第二天再来。"),
        ),
        "organisations.asks_within": Sentence(
            met=_("{asked} 元，没有超过 {most} 元。"),
            unmet=_("{asked} 元不行：要大于零，最多 {most} 元。"),
            way_on=_("请改金额。"),
        ),
        "organisations.lines_add_up": Sentence(
            met=_("预算各项合起来正好 {asked} 元。"),
            unmet=_("预算各项合起来 {sum} 元，申请的是 {asked} 元，要一分不差。"),
            way_on=_("请核对每一项。"),
        ),
        "organisations.interest_declared": Sentence(
            met=_("说明了有没有利益关系。"),
            unmet=_("要说明和评审人、居委会成员有没有亲属或利益关系；有的写明什么关系。"),
            way_on=_("请选一项；选“有”的请写明。"),
        ),
        "organisations.points_within": Sentence(
            met=_("每条都打了分。"),
            unmet=_("每条标准都要打分，不能超过满分。"),
            way_on=_("请逐条打分，或者选回避。"),
        ),
        "organisations.not_own_project": Sentence(
            met=_("不是自己的项目。"),
            unmet=_("自己递交的项目、自己组织的项目，不能自己评。"),
            way_on=_("请选“我回避”。"),
        ),
        "organisations.all_reviewed": Sentence(
            met=_("评审都做完了。"),
            unmet=_("应该有 {expected} 份评审，现在 {given} 份。"),
            way_on=_("请没有评的评审人评完，有关系的选回避。"),
        ),
        "organisations.decision_complete": Sentence(
            met=_("每个项目都有决定和理由。"),
            unmet=_("{applications} 个项目，有决定和理由的 {decided} 个。"),
            way_on=_("请每个都写：资助多少，为什么。"),
        ),
        "organisations.met_after_close": Sentence(
            met=_("会在截止以后开的。"),
            unmet=_("会要在截止（{closes}）以后开，开过了再公布。"),
            way_on=_("请核对开会的日子。"),
        ),
        "organisations.grants_within": Sentence(
            met=_("一共资助 {granted} 元，没有超过总额 {total} 元。"),
            unmet=_("一共资助 {granted} 元，超过了总额 {total} 元。"),
            way_on=_("请改各项资助的金额。"),
        ),
        "organisations.granted_within_asked": Sentence(
            met=_("没有超过申请的金额。"),
            unmet=_("资助 {granted} 元，比申请的 {asked} 元多。"),
            way_on=_("请改金额；不资助写 0。"),
        ),
        "organisations.instalments_add_up": Sentence(
            met=_("各期合起来正好 {granted} 元。"),
            unmet=_("各期合起来 {sum} 元，资助的是 {granted} 元，要一分不差。"),
            way_on=_("请核对各期金额。"),
        ),
        "organisations.instalment_in_order": Sentence(
            met=_("前面各期已付。"), unmet=_("前面还有一期没有付。"), way_on=_("请按次序付。")
        ),
        "organisations.instalment_once": Sentence(
            met=_("还没有办过。"),
            unmet=_("这一期刚才已经办过了。"),
            way_on=_("请刷新页面看看。"),
        ),
        "organisations.grant_running": Sentence(
            met=_("签了协议，正在进行。"),
            unmet=_("没有签协议、已经停止或者已经交报告的，不能付款。"),
            way_on=_("请看申请的页面。"),
        ),
        "organisations.spent_within": Sentence(
            met=_("用了 {spent} 元，付了 {paid} 元。"),
            unmet=_("用了 {spent} 元，比付的 {paid} 元多。"),
            way_on=_("请核对；没有付到的不能算用了。"),
        ),
        "organisations.all_returned": Sentence(
            met=_("该退的 {owed} 元都退了。"),
            unmet=_("没有用完的 {owed} 元要退回，现在是 {back} 元，要一分不差。"),
            way_on=_("请等余款退回再结清。"),
        ),
        "organisations.return_proved": Sentence(
            met=_("写了退回的日子和凭证号。"),
            unmet=_("退回余款要写哪天、凭证号是多少。"),
            way_on=_("请照凭证填写。"),
        ),
        "organisations.round_once": Sentence(
            met=_("名称没有用过。"),
            unmet=_("已经有叫“{title}”的征集。"),
            way_on=_("请换一个名称。"),
        ),
        "organisations.round_open": Sentence(
            met=_("正在征集。"), unmet=_("现在不在征集。"), way_on=_("请看征集的日子。")
        ),
        "organisations.round_reviewing": Sentence(
            met=_("正在评审。"),
            unmet=_("现在不能评审。"),
            way_on=_("截止以后、公布结果以前才能评。"),
        ),
        "organisations.application_once": Sentence(
            met=_("这个组织还没有申请。"),
            unmet=_("这个组织在这次征集里已经有一份申请。"),
            way_on=_("要改的话，先撤回再递交。"),
        ),
        "organisations.round_settled": Sentence(
            met=_("各项资助都结清了。"),
            unmet=_("还有 {open} 项没有结清。"),
            way_on=_("请等全部结清再结束。"),
        ),
    }
)
