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
        "property.notice_withdrawn": Kind(
            _("{estate}的物业书面通知收回了"), _("原来的物业继续服务，交接清单不用了。"),
            opens="property:desk",
        ),
        "property.notice_withdrawn_told": Kind(
            _("{estate}的物业书面通知收回了"), _("原来的物业继续服务，交接清单不用了。"),
            opens="property:own",
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
        "property.scope_opened": Kind(
            _("要问您的意见：{title}"), _("点开看方案、费用分摊和谁要同意，在那里答复。"),
            opens="property:scope", by="case",
        ),
        "property.notice_given_told": Kind(
            _("{estate}的物业{day}离开，书面通知已经登记"),
            _("请一起核对交接清单；没有人接管以前，原来的物业要继续服务。"),
            opens="property:own",
        ),
        "property.handed_over_told": Kind(
            _("{estate}的物业交接完毕"), _("清单上的都交接了，服务到此结束。"), opens="property:own"
        ),
        "property.answer_corrected": Kind(
            _("居委会更正了您的纸上答复：{title}"), _("点开看现在登记的是什么；不对的，可以自己改。"),
            opens="property:answer_scope",
        ),
        "property.dispute_passed_on": Kind(
            _("{estate}的一件物业纠纷交给您了"), _("从现在起只有您看得到，期限不变。"),
            opens="property:disputes",
        ),
        "property.dispute_changed_hands": Kind(
            _("您说的物业纠纷换人接手"), _("期限不变；内容只有您和接手的人看得到。"),
            opens="property:own_dispute",
        ),
        "property.mediation_wished": Kind(
            _("{estate}的一件物业纠纷，本人愿意调解"), _("对方也愿意的，可以转给调解员。"),
            opens="property:dispute",
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
