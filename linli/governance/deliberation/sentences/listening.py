"""What is said of days of listening and of what goes upward."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "deliberation.announce_day": ActSentence(_("通知{day}的接待日（{who}）")),
        "deliberation.hold_day": ActSentence(_("{day}接待了 {came} 位，说了 {heard} 件事")),
        "deliberation.call_off_day": ActSentence(_("取消{day}的接待日")),
        "deliberation.note": ActSentence(_("记下要反映的意见 {number}")),
        "deliberation.send": ActSentence(_("把意见 {number} 反映给{to}")),
        "deliberation.chase": ActSentence(_("催问了意见 {number}")),
        "deliberation.answer": ActSentence(_("登记对意见 {number} 的答复")),
        "deliberation.drop": ActSentence(_("没有反映意见 {number}，写明了理由")),
    }
)

register_kinds(
    {
        "deliberation.carried": Kind(
            _("社区反映了居民的一条意见：{number}"),
            _("请看居民怎么说，答复会公开。"),
            opens="deliberation:listening",
        ),
    }
)

register_findings(
    {
        "deliberation.day_ahead": Sentence(
            met=_("日期在后面。"),
            unmet=_("接待的日期（{day}）已经过去。"),
            way_on=_("请写今天或以后的日期。"),
        ),
        "deliberation.day_once": Sentence(
            met=_("那天还没有安排。"),
            unmet=_("那天这个岗位已经安排了接待。"),
            way_on=_("要改时间的，先取消再通知。"),
        ),
        "deliberation.day_open": Sentence(
            met=_("还没有登记。"),
            unmet=_("这次接待已经登记过，或已经取消。"),
            way_on=_("请刷新页面看一下。"),
        ),
    }
)
