"""What is told, and to whom it leads."""

from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import Kind, register_kinds

register_kinds(
    {
        "property.contract_ending": Kind(
            _("{estate}的物业合同{ends}到期"),
            _("请提醒业主委员会组织业主决定续聘、选聘还是自管；没有新决定的，合同不定期延续。"),
            opens="property:desk",
        ),
        "property.contract_ending_told": Kind(
            _("{estate}的物业合同{ends}到期"),
            _("物业不续约的，要在到期前 90 日书面通知；业主解聘的，提前 60 日书面通知。"),
            opens="property:own",
        ),
        "property.contract_runs_on": Kind(
            _("{estate}的物业合同到期，没有新决定"), _("合同不定期延续，任何一方提前 60 日书面通知可以解除。"),
            opens="property:desk",
        ),
        "property.notice_given": Kind(
            _("{estate}的物业收到或发出了书面通知，{day}离开"), _("请盯住交接清单；接管以前物业要继续服务。"),
            opens="property:desk",
        ),
        "property.firm_stays": Kind(
            _("{estate}还没有人接管，物业要继续服务"), _("交接完、有人接管以后才能离开。"),
            opens="property:list",
        ),
        "property.term_ending": Kind(
            _("{estate}业主组织的任期{ends}到"), _("请指导准备换届。"), opens="property:desk"
        ),
        "property.assembly_noticed": Kind(
            _("{estate}{day}开业主大会"), _("业主大会已经告知居委会。"), opens="property:desk"
        ),
        "property.three_called": Kind(
            _("请来{estate}的三方会议，{day}"), _("居委会、业主委员会和物业一起商量。"), opens="property:own"
        ),
        "property.dispute_told": Kind(
            _("{estate}有业主说了一件物业纠纷"), _("谁接手，以后就只有谁看得到。"),
            opens="property:disputes",
        ),
        "property.dispute_sent": Kind(
            _("您说的物业纠纷转出去了，最晚{day}有答复"), _("点开看走的是哪条路。"),
            opens="property:own_dispute",
        ),
        "property.dispute_answered": Kind(
            _("您说的物业纠纷有结果了"), _("不满意的，点开看还能怎么办。"),
            opens="property:own_dispute",
        ),
    }
)  # fmt: skip
