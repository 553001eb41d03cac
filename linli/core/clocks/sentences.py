"""What the book says of the calendar and of clocks, and the findings of this app in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "clocks.set_day": ActSentence(_("把 {on} 定为“{label}”，重新计算了 {moved} 个办理期限")),
        "clocks.warn": ActSentence(_("提醒：“{title}”的办理期限将到")),
        "clocks.miss": ActSentence(_("“{title}”超过了办理期限")),
    }
)

register_findings(
    {
        "clocks.in_time": Sentence(
            met=_("最后期限是 {last_day}，于 {settled_on} 办结，没有超期。"),
            unmet=_("最后期限是 {last_day}，于 {settled_on} 才办结，已经超期。"),
            way_on=_("超期如实记录。请向等候的居民说明原因。"),
        ),
        "clocks.reasoned": Sentence(
            met=_("已写明原因。"),
            unmet=_("暂停计时要写明原因。"),
            way_on=_("请用一句话写清在等什么，等候的居民会看到。"),
        ),
        "clocks.extendable": Sentence(
            met=_("在期限届满前写明原因，可以延长。"),
            unmet=_("不能延长：延长要不晚于最后一天（{last_day}）提出，并写明原因。"),
            way_on=_("没有写原因的，请补写；已经超期的，请尽快办结并说明原因。"),
        ),
        "clocks.still_running": Sentence(
            met=_("这个期限仍在计时。"),
            unmet=_("这个期限已经有人处理过了。"),
            way_on=_("请刷新页面，查看现在的情况。"),
        ),
    }
)
