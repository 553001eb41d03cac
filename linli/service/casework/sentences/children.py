"""What the acts and findings about children say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.set_duty_office": ActSentence(_("登记了紧急时要找的单位")),
        "casework.report_child": ActSentence(_("报告了孩子可能受到侵害，时刻已记下")),
        "casework.write_child_report": ActSentence(_("报告后补写了情况")),
        "casework.forget_child_report": ActSentence(_("个案销毁后，报告的文字也清除了，只留时刻")),
        "casework.take_up_report": ActSentence(_("报告归入了个案")),
        "casework.begin_child_file": ActSentence(_("建了孩子的档案")),
        "casework.look_at_duty": ActSentence(_("看过一项监护的事")),
        "casework.ask_school": ActSentence(_("请学校帮助孩子的学习")),
        "casework.audit_children": ActSentence(_("做了{year}年处理未成年人信息的合规审计")),
    }
)

register_findings(
    {
        "casework.child_reported": Sentence(
            met=_("已经报告，时刻记下了。"),
            unmet=_("发现或者怀疑孩子受到侵害、面临危险的，要先报告，再填写。"),
            way_on=_("请按“马上报告”，打完电话按一下，时刻就记下了。"),
        ),
        "casework.child_at_once": Sentence(
            met=_("发现后 {hours} 小时内就报告了。"),
            unmet=_("法律要求立即报告；从{noticed_at}发现到报告超过了 {hours} 小时。"),
            way_on=_("请写明为什么没有马上报告。报告照样有效。"),
        ),
        "casework.child_noticed_before": Sentence(
            met=_("发现的时刻合适。"),
            unmet=_("发现的时刻不能在报告之后。"),
            way_on=_("请改正发现的时刻。"),
        ),
        "casework.child_report_once": Sentence(
            met=_("这份报告还没有归入个案。"),
            unmet=_("这份报告已经归入一个个案，不能再移走。"),
        ),
        "casework.child_parental_consent": Sentence(
            met=_("可以建孩子的档案。"),
            unmet=_("孩子不满十四周岁，要父母或其他监护人单独同意。"),
            way_on=_(
                "请先征得同意并写明哪天、怎么同意的；危险来自监护人的，请勾选，不必问监护人。"
            ),
        ),
        "casework.child_audited": Sentence(
            met=_("{year}年的合规审计做过了。"),
            unmet=_("{year}年的合规审计还没有做；每年要做一次。"),
            way_on=_("请看过清单，写下发现的问题和改正。"),
        ),
        "casework.child_audit_year": Sentence(
            met=_("可以审计这一年。"),
            unmet=_("{year}年还没有到。"),
        ),
    }
)

register_kinds(
    {"casework.child_report_waits": Kind(_("有一件需要您看的事"), opens="casework:child_waiting")}
)
