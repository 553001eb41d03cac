"""What is told about requests on one's own data, and what the acts of this desk say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "roster.begin_import": ActSentence(_("开始导入一份居民表格")),
        "roster.begin_looking": ActSentence(_("开始查找可能重复的登记")),
    }
)

register_kinds(
    {
        "people.asked": Kind(
            subject=_("有居民就自己的信息提出要求"),
            body=_("请在 {promised_on} 前答复。"),
            opens="roster:requests",
        ),
        "people.declared": Kind(
            subject=_("有居民申报变动"),
            body=_("请核对材料后登记，或写明理由退回。"),
            opens="roster:declarations",
        ),
        "people.declaration_decided": Kind(
            subject=_("您申报的变动有了结果"),
            body=_("点开查看。"),
            opens="me:declarations",
        ),
        "people.answered": Kind(
            subject=_("您就自己的信息提出的要求有了答复"),
            body=_("点开查看答复和理由。"),
            opens="me:held",
        ),
    }
)
