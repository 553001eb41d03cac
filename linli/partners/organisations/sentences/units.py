"""What is said of units, their lists, pledges and joint meetings."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds

register_acts(
    {
        "organisations.open_unit_file": ActSentence(_("建立单位档案：{unit}")),
        "organisations.change_unit_file": ActSentence(_("修改单位档案：{unit}")),
        "organisations.record_agreement": ActSentence(_("登记共建协议：{unit}")),
        "organisations.end_unit_file": ActSentence(_("单位不在社区了：{unit}")),
        "organisations.offer": ActSentence(_("{unit}提供一项资源")),
        "organisations.withdraw_offer": ActSentence(_("{unit}收回一项资源")),
        "organisations.enter_need": ActSentence(_("{unit}提出一项需求")),
        "organisations.enter_community_need": ActSentence(_("登记社区的一项需求")),
        "organisations.withdraw_need": ActSentence(_("一项需求不需要了")),
        "organisations.match": ActSentence(_("需求和{unit}对接成项目")),
        "organisations.end_project": ActSentence(_("记下和{unit}一起做的项目的结果")),
        "organisations.show_entry": ActSentence(_("看过单位填的一项，公布")),
        "organisations.pledge": ActSentence(_("{unit}答应一件事，{due}以前做到")),
        "organisations.deliver_pledge": ActSentence(_("{unit}的一件承诺说做到了")),
        "organisations.confirm_delivery": ActSentence(_("核对过，{unit}的一件承诺做到了")),
        "organisations.turn_delivery_down": ActSentence(_("核对过，{unit}的一件承诺还没有做到")),
        "organisations.give_pledge_back": ActSentence(_("{unit}收回一件承诺，写明了理由")),
        "organisations.rate_pledge": ActSentence(_("一位居民评了{unit}做到的一件事")),
        "organisations.tell_pledge_late": ActSentence(_("{unit}的一件承诺过期没有做到，提醒了")),
        "organisations.plan_joint_meeting": ActSentence(_("筹备联席会议")),
        "organisations.change_joint_meeting": ActSentence(_("修改联席会议的安排")),
        "organisations.call_joint_meeting": ActSentence(_("发出联席会议通知")),
        "organisations.cancel_joint_meeting": ActSentence(_("取消联席会议")),
        "organisations.open_joint_meeting": ActSentence(_("联席会议开始")),
        "organisations.close_joint_meeting": ActSentence(_("联席会议散会")),
    }
)

_OWN, _DESK = "organisations:own_units", "organisations:units_desk"
register_kinds(
    {
        "organisations.entry_to_look_at": Kind(
            _("{unit}填了一项，等您看过"), _("看过以后大家才读得到。"), opens=_DESK
        ),
        "organisations.offer_gone": Kind(
            _("{unit}收回了正在用的一项资源"), _("有项目靠它在做，请另想办法。"), opens=_DESK
        ),
        "organisations.matched": Kind(
            _("对接上了：{what}"), _("社区想用您单位的资源做这件事，点开看。"), opens=_OWN
        ),
        "organisations.pledged": Kind(
            _("记下了承诺：{what}"),
            _("答应在{due}以前做到（含这一天）；做到了请在这里说一声。"),
            opens=_OWN,
        ),
        "organisations.delivery_to_check": Kind(
            _("{unit}说一件承诺做到了"), _("请看一看，核对过才算数。"), opens=_DESK
        ),
        "organisations.delivery_confirmed": Kind(
            _("核对过了，做到了：{what}"), _("大家都读得到。"), opens=_OWN
        ),
        "organisations.delivery_turned_down": Kind(
            _("核对过了，还没有做到：{what}"), _("点开看哪里不对，做好了再说一声。"), opens=_OWN
        ),
        "organisations.pledge_given_back": Kind(
            _("{unit}收回了一件承诺"), _("理由写在承诺里，大家都读得到。"), opens=_DESK
        ),
        "organisations.pledge_late": Kind(
            _("承诺过期了：{what}"),
            _("答应的是{due}以前；做到了请说一声，做不到的请写明理由收回。"),
            opens=_OWN,
        ),
        "organisations.pledge_late_desk": Kind(
            _("{unit}有一件承诺过期没有做到"), _("请问一问，下次联席会议上说。"), opens=_DESK
        ),
        "organisations.joint_called": Kind(
            _("请派代表参加联席会议：{starts_at}"), _("因为议到：{matter}"), opens=_OWN
        ),
        "organisations.joint_cancelled": Kind(_("联席会议取消了"), _("改期会再通知。"), opens=_OWN),
    }
)
