"""What is said of things lent and small help among neighbours."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "volunteering.put_up_note": ActSentence(_("邻里互借贴出一条")),
        "volunteering.withdraw_note": ActSentence(_("邻里互借本人收起一条")),
        "volunteering.take_down_note": ActSentence(_("邻里互借撤下一条，说明了理由")),
        "volunteering.run_out_note": ActSentence(_("邻里互借一条到期收起")),
        "volunteering.answer_note": ActSentence(_("有邻居问了一条互借")),
        "volunteering.agree_to_lend": ActSentence(_("互借双方都答应了")),
        "volunteering.decline_to_lend": ActSentence(_("互借这次不方便")),
        "volunteering.hand_over": ActSentence(_("互借的东西交给了借的人")),
        "volunteering.give_back": ActSentence(_("互借的东西还了")),
        "volunteering.finish_help": ActSentence(_("邻里小忙帮好了")),
        "volunteering.call_off_loan": ActSentence(_("互借不用了")),
        "volunteering.remind_of_loan": ActSentence(_("提醒还借的东西")),
        "volunteering.fall_away_loan": ActSentence(_("互借没有了，还没有交给")),
        "volunteering.forget_loan": ActSentence(_("删除互借里写的话")),
        "volunteering.forget_note": ActSentence(_("删除收起的一条互借里写的话")),
        "volunteering.forget_report": ActSentence(_("删除答复过的互借问题")),
        "volunteering.report_note": ActSentence(_("有人反映互借里的问题")),
        "volunteering.answer_report": ActSentence(_("答复互借里反映的问题")),
    }
)

register_findings(
    {
        "volunteering.no_pay": Sentence(
            met=_("不收钱。"),
            unmet=_("这里写了“{word}”：邻里互借互助不收钱，也不要押金和报酬。"),
            way_on=_("请去掉；要出租、出售或者请人做工的，请到别的地方。"),
        ),
        "volunteering.contact_given": Sentence(
            met=_("写了怎么联系。"),
            unmet=_("还没有写怎么联系您。"),
            way_on=_(
                "写一个您愿意给这位邻居的：电话、微信，或者哪天几点在哪里见。双方都答应前没有人看到。"
            ),
        ),
        "volunteering.not_own_note": Sentence(
            met=_("不是自己的条子。"),
            unmet=_("这是您自己贴的。"),
            way_on=_("不需要了的，可以收起。"),
        ),
        "volunteering.note_hangs": Sentence(
            met=_("还贴着。"),
            unmet=_("这一条已经收起了。"),
            way_on=_("可以看看别的，或者自己贴一条。"),
        ),
        "volunteering.asked_once": Sentence(
            met=_("还没有问过。"),
            unmet=_("您已经问过这一条，正等对方回话。"),
            way_on=_("在“我的互借”里看。"),
        ),
        "volunteering.thing_is_here": Sentence(
            met=_("东西在家。"),
            unmet=_("这件东西已经答应了另一位邻居。"),
            way_on=_("等还回来再答应，或者这次说不方便。"),
        ),
        "volunteering.thing_only": Sentence(
            met=_("借的是东西。"),
            unmet=_("这是搭把手，没有东西要交接。"),
            way_on=_("帮好了，点“帮好了”。"),
        ),
        "volunteering.help_only": Sentence(
            met=_("是搭把手。"),
            unmet=_("这是借东西，要先交给借的人，再还。"),
            way_on=_("请点“交给了”，还了再点“还了”。"),
        ),
        "volunteering.happened": Sentence(
            met=_("已经发生。"),
            unmet=_("日期还没有到。"),
            way_on=_("请填今天或者以前的日期。"),
        ),
        "volunteering.due_later": Sentence(
            met=_("约好了哪天还。"),
            unmet=_("归还的日子要在交给那天以后，最长借 {most} 天（到{last}）。"),
            way_on=_("请改一个日子；还想用的，还了再借。"),
        ),
        "volunteering.back_after_out": Sentence(
            met=_("还在交给以后。"),
            unmet=_("是{out}才交给的，还的日子不能更早。"),
            way_on=_("请改一下日子。"),
        ),
        "volunteering.not_a_party": Sentence(
            met=_("和自己无关。"),
            unmet=_("这一条和您自己有关，要由另一位工作人员来办。"),
            way_on=_("请另一位工作人员办；自己贴的，可以自己收起。"),
        ),
        "volunteering.asked_lately": Sentence(
            met=_("可以问。"),
            unmet=_("对方说过这次不方便，{days} 天内不再问同一条。"),
            way_on=_("可以看看别的，或者自己贴一条。"),
        ),
        "volunteering.out_after_agreed": Sentence(
            met=_("答应以后交给的。"),
            unmet=_("双方是{agreed}答应的，交给的日子不能更早。"),
            way_on=_("请改一下日子。"),
        ),
        "volunteering.report_open": Sentence(
            met=_("还没有答复。"),
            unmet=_("已经答复过了。"),
            way_on=_("请看已经写下的答复。"),
        ),
    }
)

_LOAN, _NOTE, _MINE = "volunteering:loan", "volunteering:note", "volunteering:lending_mine"

register_kinds(
    {
        "volunteering.note_answered": Kind(
            _("有邻居问您贴的一条"), _("点开看，答应还是这次不方便，都由您。"), opens=_NOTE
        ),
        "volunteering.loan_agreed": Kind(_("邻居答应了"), _("点开看怎么联系对方。"), opens=_LOAN),
        "volunteering.loan_declined": Kind(
            _("这次不方便"), _("对方这次不方便，您的联系方式没有给出去。"), opens=_MINE
        ),
        "volunteering.loan_out": Kind(
            _("东西交给了，{due}还"), _("到期前一天会提醒。"), opens=_LOAN
        ),
        "volunteering.loan_back": Kind(_("东西还了"), _("谢谢您。"), opens=_LOAN),
        "volunteering.help_done": Kind(_("帮好了"), _("谢谢您。"), opens=_LOAN),
        "volunteering.loan_called_off": Kind(
            _("邻居说不用了"), _("您的联系方式已经删除。"), opens=_MINE
        ),
        "volunteering.loan_due": Kind(
            _("借的东西{due}该还了"), _("还好了，请点一下“还了”。"), opens=_LOAN
        ),
        "volunteering.note_gone": Kind(
            _("您问的那一条收起了"), _("您的联系方式没有给出去。"), opens=_MINE
        ),
        "volunteering.note_over": Kind(
            _("您贴的一条到期收起了"), _("还想借出的，可以再贴一次。"), opens=_MINE
        ),
        "volunteering.note_taken_down": Kind(
            _("您贴的一条被撤下了"), _("点开看为什么。"), opens=_MINE
        ),
        "volunteering.note_reported": Kind(
            _("有人反映互借里的问题"),
            _("请看一看，答复反映的人。"),
            opens="volunteering:lending_desk",
        ),
        "volunteering.report_answered": Kind(
            _("您反映的互借问题有答复了"), _("点开看。"), opens=_MINE
        ),
    }
)
