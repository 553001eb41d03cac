"""What the acts, findings, messages and clocks of the score-card meeting say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_clock_names(
    {
        "scorecard_action": _("评议会约定的日期"),
        "scorecard_again": _("回头看的期限"),
        "scorecard_comment": _("看居民意见的期限"),
    }
)

register_acts(
    {
        "scorecard.prepare": ActSentence(_("准备 {year} 年的居民评议会，{topics} 章")),
        "scorecard.call_off": ActSentence(_("决定不开 {year} 年的居民评议会")),
        "scorecard.hold": ActSentence(_("登记 {year} 年的居民评议会，到会 {present} 人")),
        "scorecard.write_topic": ActSentence(_("记下居民对 {standard} 的看法")),
        "scorecard.record_view": ActSentence(_("记下{body}对自己在 {standard} 上的看法")),
        "scorecard.agree": ActSentence(_("在评议会上约定第 {number} 件事")),
        "scorecard.strike": ActSentence(_("划掉评议会的第 {number} 件事")),
        "scorecard.publish": ActSentence(_("公布 {year} 年居民评议会约定的 {actions} 件事")),
        "scorecard.finish": ActSentence(_("做到了评议会约定的第 {number} 件事")),
        "scorecard.leave": ActSentence(_("没有做到评议会约定的第 {number} 件事，写明了原因")),
        "scorecard.look_again": ActSentence(_("回头看 {year} 年的居民评议会，做到 {done} 件")),
        "scorecard.send_comment": ActSentence(_("收到对 {year} 年一个数（{indicator}）的意见")),
        "scorecard.show_comment": ActSentence(_("公开了一条对数字的意见（{indicator}）")),
        "scorecard.answer_comment": ActSentence(_("答复了一条对数字的意见（{indicator}）")),
        "scorecard.refuse_comment": ActSentence(
            _("没有公开一条对数字的意见（{indicator}），写明了理由")
        ),
    }
)

register_kinds(
    {
        "scorecard.comment_sent": Kind(
            _("有居民对一个数说了话（{indicator}）"),
            _("请看一遍：可以公开、答复，或者说明为什么不公开。"),
            opens="evaluation:scorecards_desk",
        )
    }
)

register_findings(
    {
        "scorecard.something_taken": Sentence(
            met=_("选好了带到会上的数。"),
            unmet=_("还没有选带到会上的数。"),
            way_on=_("请至少选一个。"),
        ),
        "scorecard.once": Sentence(
            met=_("这一段还没有评议会。"),
            unmet=_("{year} 年的这一段已经有一次评议会了。"),
            way_on=_("请打开那一次接着做；不开的，先写明原因。"),
        ),
        "scorecard.held_by_now": Sentence(
            met=_("会已经开过。"),
            unmet=_("{day}还没有到，会还没有开。"),
            way_on=_("请在开会当天或以后登记。"),
        ),
        "scorecard.hands_fit": Sentence(
            met=_("举手 {hands} 人，到会 {present} 人。"),
            unmet=_("三种举手加起来 {hands} 人，比到会的 {present} 人还多。"),
            way_on=_("请核对举手的人数。"),
        ),
        "scorecard.something_said": Sentence(
            met=_("写了内容。"),
            unmet=_("还没有写内容。"),
            way_on=_("请写一句话，或者记下举手的人数。"),
        ),
        "scorecard.everyone_heard": Sentence(
            met=_("每一章都听过居民的话了。"),
            unmet=_("还有 {left} 章没有记下居民的话。"),
            way_on=_("先记居民的，再请提供方说。"),
        ),
        "scorecard.carried_by_one": Sentence(
            met=_("有一个岗位或单位负责。"),
            unmet=_("一件事要由一个岗位或一个单位负责，不能没有，也不能两个都选。"),
            way_on=_("请在岗位和单位里只选一个。"),
        ),
        "scorecard.due_ahead": Sentence(
            met=_("{due_on}以前做到。"),
            unmet=_("日期{due_on}不在会议（{held_on}）之后。"),
            way_on=_("请选开会以后的日子。"),
        ),
        "scorecard.figure_taken": Sentence(
            met=_("这个数带到了会上。"),
            unmet=_("这个数没有带到会上。"),
            way_on=_("请从这一章的数里选一个。"),
        ),
        "scorecard.something_agreed": Sentence(
            met=_("约定了要做的事。"),
            unmet=_("还没有约定要做的事。"),
            way_on=_("请至少约定一件，写明谁做、哪天以前。"),
        ),
        "scorecard.providers_heard": Sentence(
            met=_("提供方说过了。"),
            unmet=_("提供方还没有说自己的看法。"),
            way_on=_("请记下居委会、物业或者别的单位怎么看自己。"),
        ),
        "scorecard.running": Sentence(
            met=_("约定已经公布，正在做。"),
            unmet=_("约定还没有公布，或者已经回头看过了。"),
            way_on=_("公布以后、回头看以前，才能登记做没做到。"),
        ),
        "scorecard.done_by_now": Sentence(
            met=_("已经做到。"),
            unmet=_("{day}还没有到。"),
            way_on=_("请写做到的那一天。"),
        ),
        "scorecard.all_told": Sentence(
            met=_("每件事都说明了做没做到。"),
            unmet=_("还有 {left} 件事没有说做没做到。"),
            way_on=_("请逐件登记：做到了写结果，没做到写原因。"),
        ),
        "scorecard.public_words": Sentence(
            met=_("可以公开。"),
            unmet=_("里面像是有姓名、电话、证件号或门牌，人人都看得到的地方不能写。"),
            way_on=_("请换成不指到某个人的说法。"),
        ),
    }
)
