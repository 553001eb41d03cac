"""What the acts, findings and messages of residents' inquiries say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "oversight.ask": ActSentence(_("居民询问：{subject}")),
        "oversight.answer_inquiry": ActSentence(_("答复了居民的询问")),
        "oversight.accept_answer": ActSentence(_("询问人满意")),
        "oversight.complain": ActSentence(_("询问人向街道反映")),
        "oversight.reply_complaint": ActSentence(_("街道核实后答复了反映")),
        "oversight.withdraw_inquiry": ActSentence(_("询问人撤回了询问")),
        "oversight.lapse_inquiry": ActSentence(_("询问期满了结")),
        "oversight.forget_asker": ActSentence(_("不再保留是谁问的")),
    }
)

register_kinds(
    {
        "oversight.asked": Kind(
            _("有居民询问：{subject}"),
            _("请在答复期限内答复，能附上公开内容的请附上。"),
            opens="oversight:inquiries_desk",
        ),
        "oversight.answered": Kind(
            _("您的询问有答复了：{subject}"),
            _("请看答复；不满意可以向街道反映。"),
            opens="oversight:mine",
        ),
        "oversight.complained": Kind(
            _("有居民向街道反映：{subject}"),
            _("还可以再答复一次，把话说清楚。"),
            opens="oversight:inquiries_desk",
        ),
        "oversight.street_replied": Kind(
            _("街道答复了居民的反映：{subject}"),
            _("请照街道的要求办。"),
            opens="oversight:inquiries_desk",
        ),
    }
)

register_findings(
    {
        "oversight.question_clear": Sentence(
            met=_("问题写清楚了。"),
            unmet=_("还没有写清楚想问什么，至少 {least} 个字。"),
            way_on=_("比如：去年的捐款用在哪里了？"),
        ),
        "oversight.rests_on_what_is_up": Sentence(
            met=_("依据的公开内容现在看得到。"),
            unmet=_("依据的公开内容已经撤下，询问人看不到。"),
            way_on=_("请选一份正在公布的，或者把要点写进答复。"),
        ),
        "oversight.consents_to_send": Sentence(
            met=_("询问人同意发送。"),
            unmet=_("没有同意，就不能把询问发给街道。"),
            way_on=_("请勾选同意；也可以不发送，打印信件自己带去。"),
        ),
        "oversight.reply_said": Sentence(
            met=_("写明了核实的结果。"),
            unmet=_("还没有写核实的结果。"),
            way_on=_("请写明查了什么、结果怎样、要求居委会做什么。"),
        ),
    }
)
