"""What the acts and findings about lists say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "chains.open_chain": ActSentence(_("收了一份接龙：{entries} 条，对上住房 {matched} 条")),
        "chains.paste_again": ActSentence(_("更新了一份接龙：{entries} 条，对上住房 {matched} 条")),
        "chains.correct_line": ActSentence(_("改正接龙里的一条")),
        "chains.add_line": ActSentence(_("在接龙里加了一条")),
        "chains.close": ActSentence(_("关闭一份接龙：{entries} 条，{homes} 家")),
        "chains.reopen": ActSentence(_("重新打开一份接龙")),
        "chains.forget": ActSentence(_("删除一份接龙，{entries} 条")),
    }
)

register_findings(
    {
        "chains.open": Sentence(
            met=_("还在收集，可以改。"),
            unmet=_("这份接龙已经关闭，不能再改。"),
            way_on=_("还要改的，先重新打开它。"),
        ),
        "chains.line_fresh": Sentence(
            met=_("打开页面以后没有人改过这一条。"),
            unmet=_("打开页面以后，这一条有人改过，或者又贴了新的接龙。"),
            way_on=_("请看过现在的内容再改；您刚才填的没有保存。"),
        ),
        "chains.fresh": Sentence(
            met=_("打开页面以后没有人改过这份接龙。"),
            unmet=_("打开页面以后，这份接龙有人改过。"),
            way_on=_("请先看看现在的接龙，再决定要不要贴；您粘贴的还在下面，没有保存。"),
        ),
        "chains.closed": Sentence(
            met=_("已经关闭。"),
            unmet=_("这份接龙还在收集。"),
            way_on=_("请先关闭它。"),
        ),
        "chains.readable": Sentence(
            met=_("读出 {entries} 条。"),
            unmet=_("读出 {entries} 条，应有 1 至 {most} 条。"),
            way_on=_("请从群里复制整段接龙再粘贴；每条前面有编号，或写着门牌。"),
        ),
        "chains.short_enough": Sentence(
            met=_("长度合适。"),
            unmet=_("粘贴的文字有 {letters} 个字，最多 {most} 个字。"),
            way_on=_("请只粘贴最后一条完整的接龙。"),
        ),
    }
)
