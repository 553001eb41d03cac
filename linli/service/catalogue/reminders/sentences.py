"""What the acts, findings and messages of reminders and service cards say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "catalogue.set_reminder": ActSentence(_("设了一条到期提醒")),
        "catalogue.set_reminder_for": ActSentence(_("照本人的意思设了一条到期提醒")),
        "catalogue.change_reminder": ActSentence(_("改了一条到期提醒")),
        "catalogue.pause_reminder": ActSentence(_("暂停了一条到期提醒")),
        "catalogue.resume_reminder": ActSentence(_("恢复了一条到期提醒")),
        "catalogue.finish_reminder": ActSentence(_("到期的事办好了")),
        "catalogue.delete_reminder": ActSentence(_("删除了一条到期提醒")),
        "catalogue.tell_reminder": ActSentence(_("提醒了到期的事")),
        "catalogue.record_reminder_call": ActSentence(_("打电话提醒")),
        "catalogue.move_on_reminder": ActSentence(_("到期提醒过了，转到下一次或删除")),
        "catalogue.forget_those_who_left": ActSentence(
            _("搬离的人的提醒和服务卡删除了：{rows} 份")
        ),
        "catalogue.make_card": ActSentence(_("填了一张服务卡")),
        "catalogue.make_card_for": ActSentence(_("照本人的意思填了一张服务卡")),
        "catalogue.change_card": ActSentence(_("改了服务卡")),
        "catalogue.note_welcome": ActSentence(_("见了面，迎接过了")),
        "catalogue.keep_card": ActSentence(_("服务卡再留一年")),
        "catalogue.delete_card": ActSentence(_("删除了服务卡")),
        "catalogue.ask_about_card": ActSentence(_("问了服务卡还要不要")),
        "catalogue.look_at_reminders": ActSentence(_("看了要打电话提醒的名单")),
        "catalogue.look_at_reminder": ActSentence(_("打开了到期提醒")),
        "catalogue.look_at_cards": ActSentence(_("看了服务卡的名单")),
        "catalogue.look_at_card": ActSentence(_("打开了服务卡")),
    }
)

register_findings(
    {
        "catalogue.reminder_day": Sentence(
            met=_("日子合适。"),
            unmet=_("这个日子不对：办过的日子不能晚于今天，到期的日子不能早于今天。"),
            way_on=_("请看证件或合同再填；已经过期的，请马上去办，办好了再设。"),
        ),
        "catalogue.reminder_to_come": Sentence(
            met=_("还没有到期。"),
            unmet=_("照这个日子算，{due}就到期了。"),
            way_on=_("请马上去办；办好以后，填新的日子再设提醒。"),
        ),
        "catalogue.reminder_done": Sentence(
            met=_("是这一次办的。"),
            unmet=_("办好的日子不能晚于今天，也不能早于{since}：更早的不算这一次。"),
            way_on=_("请核对日子；这一次还没有办的，先留着提醒。"),
        ),
        "catalogue.reminder_new_day": Sentence(
            met=_("新的到期日在今天以后。"),
            unmet=_("新的到期日要在今天以后。"),
            way_on=_("请看新的证件或合同；还没有拿到的可以不填，提醒就结束。"),
        ),
        "catalogue.reminder_once": Sentence(
            met=_("还没有设过。"),
            unmet=_("这一种提醒已经设过了。"),
            way_on=_("请打开原来那一条，改日子就行。"),
        ),
        "catalogue.reminder_there": Sentence(
            met=_("提醒还在。"),
            unmet=_("这条提醒刚才已经删除了。"),
            way_on=_("还要的话，重新设一条。"),
        ),
        "catalogue.reminder_turn": Sentence(
            met=_("到时候了。"),
            unmet=_("这条提醒刚才已经改了、停了或者说过了。"),
            way_on=_("不用再做什么，下次到时候再说。"),
        ),
        "catalogue.reminder_number": Sentence(
            met=_("有电话。"),
            unmet=_("要打电话提醒，没有留电话。"),
            way_on=_("请填一个打得通的电话，家里的、家人的都行。"),
        ),
        "catalogue.reminder_heard": Sentence(
            met=_("提醒得到。"),
            unmet=_("没有账号，也不要打电话，就没有办法提醒到。"),
            way_on=_("请勾上“打电话提醒”，留一个电话；或者先开一个账号。"),
        ),
        "catalogue.reminder_agreed": Sentence(
            met=_("本人同意了。"),
            unmet=_("没有写明本人怎样同意的。"),
            way_on=_("请先问过本人；本人不要的，就不记。"),
        ),
        "catalogue.card_once": Sentence(
            met=_("还没有服务卡。"),
            unmet=_("已经有一张服务卡了。"),
            way_on=_("请打开原来那一张，改就行。"),
        ),
        "catalogue.card_there": Sentence(
            met=_("服务卡还在。"),
            unmet=_("这张服务卡刚才已经删除了。"),
            way_on=_("没有服务卡，服务一样；还要的话，重新填一张。"),
        ),
        "catalogue.service_card_asked": Sentence(
            met=_("该问还要不要了。"),
            unmet=_("这张服务卡还不用问，或者刚才已经问过了。"),
            way_on=_("不用再做什么，满一年再问。"),
        ),
        "catalogue.welcomed_once": Sentence(
            met=_("还没有迎接过。"),
            unmet=_("已经有人迎接过了。"),
            way_on=_("请看服务卡上是谁、哪一天。"),
        ),
    }
)

register_kinds(
    {
        "catalogue.reminder_due": Kind(
            _("有一件事快到期了"), _("点开看是什么、带什么、去哪里。"), opens="catalogue:reminders"
        ),
        "catalogue.card_kept": Kind(
            _("服务卡满一年了，还要吗"), _("要就再留一年；不要，点一下就删除。"),
            opens="catalogue:my_card",
        ),
    }
)  # fmt: skip
