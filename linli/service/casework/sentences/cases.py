"""Cases: what the closed book, the findings and the messages say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.open": ActSentence(_("打开了记录，用途：{purpose}")),
        "casework.suspect": ActSentence(_("有人以不寻常的方式打开，已要求重新验证身份")),
        "casework.open_case": ActSentence(_("建立了个案")),
        "casework.write": ActSentence(_("写了：{form}")),
        "casework.add_handler": ActSentence(_("请{to}参与"), forget=("to",)),
        "casework.remove_handler": ActSentence(_("一位参与的同事退出")),
        "casework.change_role": ActSentence(_("换了经办人：{to}"), forget=("to",)),
        "casework.take_over": ActSentence(_("原经办人都已离岗，交给新的两位经办人")),
        "casework.agree": ActSentence(_("记下本人的同意")),
        "casework.withdraw_agreement": ActSentence(_("本人撤回了同意")),
        "casework.refer": ActSentence(_("转介，依据：{ground}")),
        "casework.answer_referral": ActSentence(_("记下转介的答复")),
        "casework.ask_release": ActSentence(_("提出导出或查阅，等另一位经办人同意")),
        "casework.decide_release": ActSentence(_("另一位经办人对导出或查阅作了决定")),
        "casework.fetch_copy": ActSentence(_("取走了导出的一份")),
        "casework.end_case": ActSentence(_("结案封存")),
        "casework.destroy": ActSentence(_("保存期满，已销毁")),
    }
)

register_clock_names({"case_next": _("下一步"), "case_report": _("报告")})

_GO_TO_CASE = {"opens": "casework:case"}
register_kinds(
    {
        "casework.you_handle": Kind(_("请您参与一件个案"), "", opens="casework:case", by="code"),
        "casework.strange_opening": Kind(_("有人以不寻常的方式打开了个案"), "", **_GO_TO_CASE),
        "casework.release_asked": Kind(_("有人请您同意导出或查阅"), "", **_GO_TO_CASE),
        "casework.release_decided": Kind(_("导出或查阅有了决定"), "", **_GO_TO_CASE),
    }
)

register_findings(
    {
        "casework.opened_by_post": Sentence(
            met=_("您的岗位可以建立这类个案。"),
            unmet=_("您的岗位不能建立这类个案。"),
            way_on=_("请告诉负责这类事的同事，由他们建立。"),
        ),
        "casework.two_handlers": Sentence(
            met=_("有主责，也有复核和代班的人。"),
            unmet=_("每件个案要有两位经办人：一位主责，另一位复核、代班。"),
            way_on=_("请另选一位同事。"),
        ),
        "casework.fit_handler": Sentence(
            met=_("这位同事可以经办这类个案。"),
            unmet=_("这位同事不能经办这类个案，或者已经不在经办人里。"),
            way_on=_("请选在岗、且岗位可以经办这类个案的同事。"),
        ),
        "casework.handler_once": Sentence(
            met=_("还不是经办人。"),
            unmet=_("这位同事已经是经办人。"),
            way_on=_("不用再加。"),
        ),
        "casework.replaced_not_removed": Sentence(
            met=_("可以退出。"),
            unmet=_("主责和复核的人不能只退出，要有人接上。"),
            way_on=_("请用“换人”，选好接手的同事。"),
        ),
        "casework.called_something": Sentence(
            met=_("有称呼。"),
            unmet=_("请写怎样称呼这件个案，可以只写姓或代称。"),
            way_on=_("称呼只有经办人看得到。"),
        ),
        "casework.names_nobody": Sentence(
            met=_("没有姓名。"),
            unmet=_("小组和社区工作的记录不对应到人。"),
            way_on=_("需要帮助某一位的，请另建个案。"),
        ),
        "casework.still_open": Sentence(
            met=_("个案还在办理。"),
            unmet=_("个案已经结案封存，不能再写。"),
            way_on=_("要查阅的，请写明理由，由另一位经办人同意。"),
        ),
        "casework.sheets_before": Sentence(
            met=_("前面的表都写了。"),
            unmet=_("前面还有 {missing} 张表没有写。"),
            way_on=_("请按顺序先写前面的。"),
        ),
        "casework.reviewed_by_second": Sentence(
            met=_("由另一位经办人复核。"),
            unmet=_("督导复核由负责复核的那一位来写，自己不复核自己。"),
            way_on=_("请复核的同事登录后写。"),
        ),
        "casework.evaluated_first": Sentence(
            met=_("该写的都写了。"),
            unmet=_("结案以前还有 {missing} 张表要写（例如评估）。"),
            way_on=_("请先写好，再结案。"),
        ),
        "casework.nothing_waits": Sentence(
            met=_("没有等人决定的事。"),
            unmet=_("还有 {count} 项导出或查阅等着决定。"),
            way_on=_("请另一位经办人先决定。"),
        ),
        "casework.consented": Sentence(
            met=_("有本人的同意。"),
            unmet=_("这类个案要有本人的同意，这里还没有记下。"),
            way_on=_("请补记同意；本人不愿意的，按“本人不愿继续”结案。"),
        ),
        "casework.known_ending": Sentence(
            met=_("结案方式有了。"),
            unmet=_("请选怎样结案。"),
            way_on=_("从列出的几种里选一种。"),
        ),
        "casework.ripe": Sentence(
            met=_("保存期已满。"),
            unmet=_("还没有到销毁的日子（{on}）。"),
            way_on=_("到期由系统自动销毁。"),
        ),
        "casework.said_enough": Sentence(
            met=_("写明白了。"),
            unmet=_("请多写几个字，说清为了什么。"),
            way_on=_("本人以后可以看到这些话。"),
        ),
        "casework.agreed_and_stands": Sentence(
            met=_("本人同意，且没有撤回。"),
            unmet=_("同意已经撤回，或者又另选了别的依据。"),
            way_on=_("请再问本人；撤回以后，只有法律规定的情形才能转。"),
        ),
        "casework.on_a_ground": Sentence(
            met=_("有法律规定的依据，并写明了理由。"),
            unmet=_("没有本人的同意，也没有写明依据和理由，不能转。"),
            way_on=_("请先征得同意；确有法定情形的，选一项并写明为什么。"),
        ),
        "casework.given_already": Sentence(
            met=_("同意已经给了。"),
            unmet=_("同意的日期还没有到。"),
            way_on=_("请写实际同意的那一天。"),
        ),
        "casework.something_sent": Sentence(
            met=_("选了要转的内容。"),
            unmet=_("还没有选要转哪些内容。"),
            way_on=_("只选对方办事必需的。"),
        ),
        "casework.by_two": Sentence(
            met=_("由另一位决定。"),
            unmet=_("自己提出的，不能自己同意。"),
            way_on=_("请另一位经办人决定。"),
        ),
        "casework.decided_once": Sentence(
            met=_("还没有决定。"),
            unmet=_("这件事已经有了决定。"),
            way_on=_("需要的话，请重新提出。"),
        ),
        "casework.asked_once": Sentence(
            met=_("没有在等的申请。"),
            unmet=_("您已经提出过，正在等另一位经办人。"),
            way_on=_("请等他们决定。"),
        ),
        "casework.opens_once": Sentence(
            met=_("可以取。"),
            unmet=_("导出的一份只能由提出的人在期限内取一次。"),
            way_on=_("需要再取的，请重新提出，由另一位经办人同意。"),
        ),
        "casework.handlers_left": Sentence(
            met=_("原经办人都已离岗。"),
            unmet=_("只有经办人都已离岗的个案才能接管。"),
            way_on=_("请与现在的经办人商量。"),
        ),
    }
)
