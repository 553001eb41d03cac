"""What the acts and findings of a gathering say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "gathering.check_in": ActSentence(_("签到一人（{capacity}）")),
        "gathering.check_in_with_slip": ActSentence(_("凭邀请单签到一人（{capacity}）")),
        "gathering.check_in_myself": ActSentence(_("扫码签到（{capacity}）")),
        "gathering.undo_check_in": ActSentence(_("撤销一次签到（{capacity}）")),
        "gathering.check_out": ActSentence(_("登记一人提前离会（{capacity}）")),
        "gathering.take_up": ActSentence(_("开始第 {order} 项议题")),
        "gathering.ask_to_speak": ActSentence(_("登记一人发言（{capacity}）")),
        "gathering.record_speech": ActSentence(_("记下发言要点")),
        "gathering.strike_speech": ActSentence(_("从发言名单撤下一人")),
        "gathering.write_down": ActSentence(_("写会议记录")),
        "gathering.sign_as_recorder": ActSentence(_("记录人签字")),
        "gathering.sign_as_chair": ActSentence(_("主持人签字，会议记录定稿")),
        "gathering.forget_names": ActSentence(_("会后满一年，清除到会人员姓名 {count} 个")),
    }
)

register_findings(
    {
        "gathering.stands": Sentence(
            met=_("会议现在可以办这一步。"),
            unmet=_("会议现在的状态不能办这一步。"),
            way_on=_("请刷新页面，看会议进行到哪一步。"),
        ),
        "gathering.unchanged": Sentence(
            met=_("打开页面以后没有别人改过。"),
            unmet=_("打开页面以后，别人已经改过这场会议。"),
            way_on=_("请刷新页面，看过现在的情况再决定；您刚才的操作没有生效。"),
        ),
        "gathering.lies_ahead": Sentence(
            met=_("通知在开会之前。"),
            unmet=_("开会日期（{meets_on}）已经过去，今天是{noticed_on}。"),
            way_on=_("请先改开会时间。"),
        ),
        "gathering.has_business": Sentence(
            met=_("有议程。"),
            unmet=_("还没有议程，不能发通知：不能请人来开不知道议什么的会。"),
            way_on=_("请先写议题。"),
        ),
        "gathering.reasoned": Sentence(
            met=_("写明了原因。"),
            unmet=_("请写明原因，会一同告知大家。"),
            way_on=_("用一句话写清就行。"),
        ),
        "gathering.votes_add_up": Sentence(
            met=_("票数和到会人数相符。"),
            unmet=_("三项合计 {cast} 票，超过在场有表决权的 {voting} 人，或有负数。"),
            way_on=_("请重新清点；有人到会没签到的，先补签到。"),
        ),
        "gathering.here_once": Sentence(
            met=_("还没有签到。"),
            unmet=_("这个人已经以“{capacity}”的身份签到过，一人只算一次。"),
            way_on=_("同名的两个人，请在姓名后加注楼栋再签；签错了先撤销。"),
        ),
        "gathering.walks_in": Sentence(
            met=_("可以现场登记。"),
            unmet=_("这个身份要在应到名单里，不能现场登记。"),
            way_on=_("可以登记为列席；名单有误请在开会通知前改。"),
        ),
        "gathering.named": Sentence(
            met=_("写了姓名。"),
            unmet=_("请写姓名，会议记录要用。"),
            way_on=_("写本人平常用的姓名就行。"),
        ),
        "gathering.invited": Sentence(
            met=_("在应到名单里。"),
            unmet=_("没有找到这份邀请。"),
            way_on=_("请核对邀请单上的编号，或到签到台报姓名。"),
        ),
        "gathering.at_the_door": Sentence(
            met=_("在会场签到。"),
            unmet=_("签到要在会场扫门口的码。"),
            way_on=_("到会场后扫门口的二维码，或到签到台签到。"),
        ),
        "gathering.decided_once": Sentence(
            met=_("第 {order} 项还没有表决。"),
            unmet=_("第 {order} 项已经表决过，一项只表决一次。"),
            way_on=_("要改已作的决定，请列入下一次会议的议程。"),
        ),
        "gathering.all_decided": Sentence(
            met=_("要表决的议题都有了结果。"),
            unmet=_("这几项还没有表决，也没有说明暂缓：{undecided}。"),
            way_on=_("请逐项表决，或写明暂缓的原因，再宣布散会。"),
        ),
        "gathering.said_something": Sentence(
            met=_("写了要点。"),
            unmet=_("请写发言要点。"),
            way_on=_("一两句话写清意思就行；不想记的可以从名单撤下。"),
        ),
        "gathering.not_yet_spoken": Sentence(
            met=_("还没有发言。"),
            unmet=_("已经发言的不能从名单撤下，记录要如实。"),
            way_on=_("要点记错了可以改。"),
        ),
        "gathering.told_in_full": Sentence(
            met=_("发言都记了要点。"),
            unmet=_("还有 {left} 位登记了发言，没有要点。"),
            way_on=_("请补记要点，或把没有发言的从名单撤下，再签字。"),
        ),
        "gathering.signed_by_two": Sentence(
            met=_("记录人和主持人都签了字。"),
            unmet=_("要先由记录人签字，再由另一个人以主持人身份签字。"),
            way_on=_("请另一位（例如主持会议的主任）登录后签字。"),
        ),
    }
)
