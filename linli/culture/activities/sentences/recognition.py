"""What the acts and messages of thanks and honours say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "activities.call_for_nominations": ActSentence(_("开始提名：{call}")),
        "activities.nominate": ActSentence(_("收到一份提名：{call}")),
        "activities.agree_to_honour": ActSentence(_("被提名的人同意公开：{call}")),
        "activities.decline_honour": ActSentence(_("被提名的人不同意，内容已清除：{call}")),
        "activities.withdraw_honour": ActSentence(_("本人收回同意，已撤下：{call}")),
        "activities.look_at_nomination": ActSentence(_("代表看过一份提名：{call}")),
        "activities.answer_voice": ActSentence(_("答复代表的疑问：{call}")),
        "activities.show_nomination": ActSentence(_("公示一份提名：{call}")),
        "activities.object_to_honour": ActSentence(_("公示期间收到不同意见：{call}")),
        "activities.answer_objection": ActSentence(_("答复不同意见：{call}")),
        "activities.award_honour": ActSentence(_("授予：{call}")),
        "activities.close_honour_call": ActSentence(_("这一轮提名结束：{call}")),
        "activities.end_honour": ActSentence(_("到期，已撤下：{call}")),
        "activities.tell_story": ActSentence(_("讲了一个邻里故事")),
        "activities.take_down_story": ActSentence(_("撤下一个邻里故事")),
    }
)

register_kinds(
    {
        "activities.nominated": Kind(
            _("有人提名：{call}"),
            _("请先问被提名的人愿不愿意；同意以前不公开。"),
            opens="activities:recognition_desk",
        ),
        "activities.you_are_named": Kind(
            _("邻居提名了您：{call}"),
            _("愿不愿意公开，由您定；不愿意，内容马上清除，没有任何影响。"),
            opens="activities:my_nomination",
            by="code",
        ),
        "activities.to_look_at": Kind(
            _("请您看一份提名：{call}"),
            _("支持，或者有疑问，说一声就行；不打分。"),
            opens="activities:look_at",
        ),
        "activities.voice_answered": Kind(
            _("您的疑问有答复了：{call}"),
            _("看了觉得可以，就点支持；还有疑问可以再问。"),
            opens="activities:look_at",
        ),
        "activities.objected": Kind(
            _("公示有不同意见：{call}"),
            _("请核对并答复；没有答复以前不能授予。"),
            opens="activities:recognition_desk",
        ),
        "activities.objection_answered": Kind(
            _("您的不同意见有答复了：{call}"),
            _("答复写在感谢和荣誉的页面上，只有您看得到。"),
            opens="activities:recognition",
        ),
        "activities.honoured": Kind(
            _("授予您：{call}"),
            _("谢谢您。任何时候都可以收回同意，页面马上撤下。"),
            opens="activities:my_nomination",
            by="code",
        ),
        "activities.round_over": Kind(
            _("您提名的这一轮结束了：{call}"),
            _("您的提名这一次没有公示，内容已经清除。谢谢您记得邻居的好。"),
            opens="activities:recognition",
        ),
    }
)
