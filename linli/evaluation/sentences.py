"""What the book of acts says of reckoning."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "evaluation.ask": ActSentence(_("请求重新计算评价数字")),
        "evaluation.reckon": ActSentence(
            _("重新计算了评价数字：读了 {facts} 条记录，得出 {figures} 个数字")
        ),
    }
)
