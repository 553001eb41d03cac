"""What the rules on community social organisations say: holds, not, the way on."""

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
        "organisations.number_from_street": Sentence(
            met=_("编号是备案的地方给的。"),
            unmet=_("由居委会备案的，用社区自己的编号。"),
            way_on=_("请空着编号，或者选街道备案。"),
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
        "organisations.ends_on_own_page": Sentence(
            met=_("不是登记备案的社区社会组织。"),
            unmet=_("这是登记备案的社区社会组织，不在组织登记里终止。"),
            way_on=_("请在“社区社会组织”里打开它，选“终止组织”。"),
        ),
        "organisations.no_open_grant": Sentence(
            met=_("没有没结清的资助。"),
            unmet=_("还有没结清的小额资助，不能终止。"),
            way_on=_("请先在小额资助里交报告、退回余款，做完了再终止。"),
        ),
    }
)
