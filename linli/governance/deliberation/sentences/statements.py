"""What the acts, findings and messages of opinions say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "deliberation.open_opinions": ActSentence(
            _("议题 {topic} 开始收短意见，先放 {statements} 条")
        ),
        "deliberation.add_statements": ActSentence(_("议题 {topic} 放进 {statements} 条短意见")),
        "deliberation.say": ActSentence(_("有人给议题 {topic} 写了一条短意见（{number} 号）")),
        "deliberation.show_statement": ActSentence(_("放出短意见：议题 {topic} 的 {number} 号")),
        "deliberation.block_statement": ActSentence(
            _("不放短意见：议题 {topic} 的 {number} 号，{reason}")
        ),
        "deliberation.close_opinions": ActSentence(
            _("议题 {topic} 的短意见收完了，{people} 人表过态")
        ),
        "deliberation.vote": ActSentence(_("有人给议题 {topic} 的 {votes} 条短意见表了态")),
        "deliberation.enter_sheet": ActSentence(
            _("录入第 {number} 张纸质表态：议题 {topic}，{votes} 条")
        ),
        "deliberation.count_hands": ActSentence(_("记下举手数：议题 {topic} 的 {number} 号短意见")),
        "deliberation.keep_map": ActSentence(_("重算议题 {topic} 的意见图，共 {votes} 个表态")),
    }
)

register_kinds(
    {
        "deliberation.statement_held": Kind(
            _("有一条短意见等审看：议题 {topic}"),
            _("看过以后放出来，或者写明为什么不放。"),
            opens="deliberation:statements_waiting",
        ),
        "deliberation.statement_shown": Kind(
            _("您写的短意见放出来了：议题 {topic} 的 {number} 号"),
            _("大家现在可以表态。"),
            opens="deliberation:statement",
        ),
        "deliberation.statement_blocked": Kind(
            _("您写的短意见没有放出来：议题 {topic} 的 {number} 号"),
            _("原因：{reason}。它没有删掉，在“我的表态”里看得到说明；改一改可以重新写一条。"),
            opens="deliberation:statement",
        ),
    }
)

register_findings(
    {
        "deliberation.opinions_open": Sentence(
            met=_("现在可以写短意见、表态。"),
            unmet=_("这个议题现在不收短意见，也不能表态。"),
            way_on=_("收完了的，请看意见图；还没开始的，请等居委会开始收。"),
        ),
        "deliberation.opinions_once": Sentence(
            met=_("这个议题还没有收过短意见。"),
            unmet=_("这个议题已经在收短意见，或者收过了。"),
            way_on=_("请在原来的那一次里继续。"),
        ),
        "deliberation.statement_short": Sentence(
            met=_("短意见 {letters} 个字，可以。"),
            unmet=_("短意见有 {letters} 个字，要有内容，并且不超过 {most} 个字。"),
            way_on=_("一条只说一个意思；有几个意思的，分开写几条。"),
        ),
        "deliberation.statement_limit": Sentence(
            met=_("您写了 {said} 条，每人最多 {most} 条。"),
            unmet=_("您已经写了 {said} 条，每人最多 {most} 条。"),
            way_on=_("请给别人写的表态；会上也可以说。"),
        ),
        "deliberation.statement_new": Sentence(
            met=_("还没有人这样写过。"),
            unmet=_("{number} 号短意见写的就是这一句。"),
            way_on=_("请直接给它表态。"),
        ),
        "deliberation.vote_known": Sentence(
            met=_("这些表态可以记下。"),
            unmet=_("表态的短意见不在这里，或者已经拿下了。"),
            way_on=_("请回到表态的页面，给现在显示的短意见表态。"),
        ),
        "deliberation.sheet_new": Sentence(
            met=_("第 {number} 张还没有录过。"),
            unmet=_("第 {number} 张已经录过了。"),
            way_on=_("号码写错的，请核对纸上的号码；录错的，勾选“重新录这一张”。"),
        ),
        "deliberation.statement_at_step": Sentence(
            met=_("可以进行这一步。"),
            unmet=_("这条短意见别人刚处理过。"),
            way_on=_("请看它现在的情况。"),
        ),
        "deliberation.statement_why": Sentence(
            met=_("写明了原因。"),
            unmet=_("不放出来，要选原因，并给写的人一句说明。"),
            way_on=_("请写清哪里不合适、怎样改可以放。"),
        ),
        "deliberation.hands_counted": Sentence(
            met=_("举手数可以记下。"),
            unmet=_("举手数不对：一个人也没有，或者是负数。"),
            way_on=_("请照会上数的填。"),
        ),
        "deliberation.opinions_told": Sentence(
            met=_("{people} 人表过态，可以公布。"),
            unmet=_("表态的不到 {floor} 人，先不公布：人少，容易看出谁怎么想。"),
            way_on=_("请邻居也来表态；到 {floor} 人，这里就有结果。"),
        ),
        "deliberation.votes_listed": Sentence(
            met=_("打乱的逐人表态可以下载。"),
            unmet=_("逐人表态不提供：开始时没有说过要公开，或者还没有收完，或者不到 {floor} 人。"),
            way_on=_("每条意见的合计都在意见图上，也可以取数据。"),
        ),
    }
)
