"""What the acts, findings, messages and clocks of this room say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_clock_names({"intake_decision": _("答复要求的期限"), "intake_due": _("对方要求的日子")})

register_acts(
    {
        "intake.record": ActSentence(_("登记{office}的要求：{kind}")),
        "intake.match": ActSentence(_("要求对上了清单，接收")),
        "intake.approve": ActSentence(_("同意接收清单外的要求")),
        "intake.send_back": ActSentence(_("退回要求，请对方补充")),
        "intake.supplement": ActSentence(_("对方补充了依据或经费")),
        "intake.refuse": ActSentence(_("不接收{office}的要求：{ground}")),
        "intake.withdraw": ActSentence(_("对方撤回了要求")),
        "intake.finish": ActSentence(_("办完了一项要求")),
        "intake.log_minutes": ActSentence(_("记工时 {minutes} 分钟，记在{office}名下")),
        "intake.strike_minutes": ActSentence(_("划掉一笔工时：{minutes} 分钟")),
        "intake.take_over": ActSentence(_("把法定事项列入清单：{item}")),
        "intake.add_item": ActSentence(_("列入事项清单：{item}")),
        "intake.amend_item": ActSentence(_("修改清单里的事项：{item}")),
        "intake.end_item": ActSentence(_("移出事项清单：{item}")),
    }
)

register_findings(
    {
        "intake.has_basis": Sentence(
            met=_("写明了依据。"),
            unmet=_("没有写明依据：既没有法律条文，也没有文件的名称、文号和日期。"),
            way_on=_("请写明法律条文，或文件的名称、文号和日期。"),
        ),
        "intake.money_line": Sentence(
            met=_("写明了经费。"),
            unmet=_("经费没有落实：替部门做的事，要写明多少钱、谁出。"),
            way_on=_("费用由委托的部门承担；请对方写明金额和出钱的单位。"),
        ),
        "intake.money_said": Sentence(
            met=_("说明了有没有经费。"),
            unmet=_("没有说明经费：有多少钱、谁出，或者没有。"),
            way_on=_("请先问清楚写上，或退回请对方补充。"),
        ),
        "intake.on_list": Sentence(
            met=_("在当天有效的事项清单内。"),
            unmet=_("不在当天有效的事项清单内，要由主任决定。"),
            way_on=_("清单里没有的，不选清单事项直接登记，由主任在期限内决定。"),
        ),
        "intake.may_be_passed_on": Sentence(
            met=_("不属于不得转给社区的事。"),
            unmet=_("这属于不得转给社区的事，不能接收。"),
            way_on=_("请选“不接收，复函说明”，信里会写明规定。"),
        ),
        "intake.asked_ahead": Sentence(
            met=_("提前的时间够（要求提前 {days} 个工作日）。"),
            unmet=_("只提前了 {ahead} 个工作日，要求提前 {days} 个工作日。"),
            way_on=_("可以请对方把开始的日子往后推。"),
        ),
        "intake.admitted_by_paper": Sentence(
            met=_("准入文件齐全。"),
            unmet=_("本地要求准入机构批准，还没有写明批准文件。"),
            way_on=_("请写明批准的单位和文号，或退回请对方先办准入。"),
        ),
        "intake.ground_holds": Sentence(
            met=_("理由属实。"),
            unmet=_("选的理由和登记的内容不符，信里不能这样写。"),
            way_on=_("请换一个理由，或先把登记的内容改对。"),
        ),
        "intake.something_lacks": Sentence(
            met=_("还缺依据或经费，可以退回补充。"),
            unmet=_("依据和经费都写明了，没有可以退回补充的。"),
            way_on=_("请决定接收，或不接收并写明理由。"),
        ),
        "intake.asks_here": Sentence(
            met=_("是现在登记着的部门或街道。"),
            unmet=_("提要求的要是现在登记着的职能部门或街道办事处。"),
            way_on=_("请主任先在“岗位与单位”里登记这个单位。"),
        ),
        "intake.days_ordered": Sentence(
            met=_("日期先后合理。"),
            unmet=_("日期先后不对：{earlier}不能晚于{later}。"),
            way_on=_("请核对日期。"),
        ),
        "intake.minutes_possible": Sentence(
            met=_("时间合理。"),
            unmet=_("一笔工时是 1 到 {most} 分钟，日子不能晚于今天。"),
            way_on=_("请核对分钟数和日期。"),
        ),
        "intake.same_office": Sentence(
            met=_("工时记在提要求的单位名下。"),
            unmet=_("工时只能记在本社区里提这项要求的单位名下。"),
            way_on=_("请核对单位。"),
        ),
        "intake.not_struck": Sentence(
            met=_("可以划掉。"),
            unmet=_("这笔工时已经划掉了。"),
            way_on=_("请刷新页面看现在的记录。"),
        ),
        "intake.shipped": Sentence(
            met=_("是法定事项。"),
            unmet=_("法定事项里没有这一项。"),
            way_on=_("请从“可以列入的法定事项”里选，或自己加一项。"),
        ),
        "intake.listed_once": Sentence(
            met=_("清单里还没有这一项。"),
            unmet=_("清单里已经有“{title}”了。"),
            way_on=_("请修改原来那一项，或换一个名称。"),
        ),
        "intake.still_listed": Sentence(
            met=_("还在清单上。"),
            unmet=_("“{title}”已经定了移出清单的日子，不能再改。"),
            way_on=_("需要的话，请另加一项。"),
        ),
        "intake.public_words": Sentence(
            met=_("没有不宜公开的内容。"),
            unmet=_("清单人人看得到，里面却有像电话、证件号或人名的内容。"),
            way_on=_("请改成单位和事情的名称。"),
        ),
    }
)

register_kinds(
    {
        "intake.off_list": Kind(
            _("清单外的要求：{office}"),
            _("不在事项清单内，请在期限内决定接收、退回还是不接收。"),
            opens="intake:queue",
        ),
        "intake.supplemented": Kind(
            _("已补充：{office}"),
            _("对方补充了依据或经费，请决定。"),
            opens="intake:show",
        ),
        "intake.approved": Kind(
            _("同意接收：{office}的要求"),
            _("主任同意接收，请安排办理。"),
            opens="intake:show",
        ),
        "intake.sent_back": Kind(
            _("退回补充：{office}的要求"),
            _("信已写好，请发给对方。"),
            opens="intake:show",
        ),
        "intake.refused": Kind(
            _("不接收：{office}的要求"),
            _("复函已写好，请发给对方。"),
            opens="intake:show",
        ),
    }
)
