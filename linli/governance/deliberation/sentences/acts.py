"""What the book says of each act, and what the clocks are called."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names

register_clock_names(
    {
        "topic_answer": _("答复议题的期限"),
        "topic_look_back": _("回头看的期限"),
        "point_done": _("议事约定的日期"),
        "topic_talk": _("议出初稿的期限"),
        "topic_publish": _("公布议事结果的期限"),
        "carried_answer": _("反映的意见等答复的期限"),
    }
)

register_acts(
    {
        "deliberation.propose": ActSentence(_("收到一件要议的事 {number}（{source}）")),
        "deliberation.withdraw": ActSentence(_("提议人收回 {number} 号议题")),
        "deliberation.accept": ActSentence(_("受理 {number} 号议题（{form}）")),
        "deliberation.decline": ActSentence(_("没有受理 {number} 号议题，写明了理由和办法")),
        "deliberation.reconsider": ActSentence(_("重新考虑 {number} 号议题")),
        "deliberation.arrange": ActSentence(_("改 {number} 号议题的议法（{form}）")),
        "deliberation.invite_party": ActSentence(_("为 {number} 号议题请一方（{side}）")),
        "deliberation.drop_party": ActSentence(_("从 {number} 号议题划掉一方")),
        "deliberation.plan_talk": ActSentence(_("为 {number} 号议题筹备{form}")),
        "deliberation.change_talk": ActSentence(_("修改议事的时间、地点或顺序")),
        "deliberation.call_talk": ActSentence(_("发出议事通知，提前 {days} 天")),
        "deliberation.cancel_talk": ActSentence(_("取消一次议事")),
        "deliberation.open_talk": ActSentence(_("宣布开始议事，到场 {present} 人")),
        "deliberation.close_talk": ActSentence(_("宣布议事结束")),
        "deliberation.publish_minutes": ActSentence(_("公布 {number} 号议题的议事纪要")),
        "deliberation.begin_online": ActSentence(_("{number} 号议题开始线上议")),
        "deliberation.announce_draw": ActSentence(
            _("公布 {number} 号议题第 {draw} 次抽人的种子，请 {wanted} 位")
        ),
        "deliberation.draw": ActSentence(_("为 {number} 号议题从 {whole} 位居民里抽 {wanted} 位")),
        "deliberation.answer_draw": ActSentence(_("抽到的一位居民答复了（{number} 号议题）")),
        "deliberation.forget_drawn": ActSentence(_("议完了，删除 {number} 号议题抽到的人")),
        "deliberation.write_agreement": ActSentence(_("写 {number} 号议题的结果")),
        "deliberation.add_point": ActSentence(_("写下 {number} 号议题谈成的第 {point} 条")),
        "deliberation.strike_point": ActSentence(_("划掉 {number} 号议题的第 {point} 条")),
        "deliberation.consider": ActSentence(_("写明 {number} 号议题一条意见是否采纳")),
        "deliberation.strike_considered": ActSentence(_("划掉 {number} 号议题的一条采纳说明")),
        "deliberation.show_draft": ActSentence(_("把 {number} 号议题的初稿给参加的 {told} 人看")),
        "deliberation.take_draft_back": ActSentence(_("收回 {number} 号议题的初稿，接着议")),
        "deliberation.dissent": ActSentence(_("{number} 号议题有人保留意见")),
        "deliberation.take_dissent_back": ActSentence(_("{number} 号议题有人收回保留的意见")),
        "deliberation.strike_dissent": ActSentence(
            _("划掉 {number} 号议题在居委会登记的一份保留意见：{reason}")
        ),
        "deliberation.publish": ActSentence(_("公布 {number} 号议题谈成的 {points} 条")),
        "deliberation.leave_open": ActSentence(_("公布 {number} 号议题没有谈成")),
        "deliberation.talk_again": ActSentence(_("{number} 号议题再议一次")),
        "deliberation.report": ActSentence(_("说了 {number} 号议题第 {point} 条的进展")),
        "deliberation.finish": ActSentence(_("做到了 {number} 号议题的第 {point} 条")),
        "deliberation.leave": ActSentence(_("没有做到 {number} 号议题的第 {point} 条，写明了原因")),
        "deliberation.reopen": ActSentence(_("{number} 号议题的第 {point} 条记错了，重新打开")),
        "deliberation.end": ActSentence(_("{number} 号议题不议了，写明了理由")),
        "deliberation.take_to_assembly": ActSentence(_("把 {number} 号议题提请居民会议决定")),
        "deliberation.record_decision": ActSentence(_("记下会议对 {number} 号议题的决定")),
        "deliberation.look_back": ActSentence(_("回头看了 {number} 号议题")),
    }
)
