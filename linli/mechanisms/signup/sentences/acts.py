"""What the book says was done with a sheet: never a name."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "signup.sign_up": ActSentence(_("报名（{via}，{seats} 人）：{state}")),
        "signup.put_down_many": ActSentence(
            _("一次登记报名 {count} 条，其中候补 {waiting} 条，没有登记 {left_out} 条")
        ),
        "signup.take_offer": ActSentence(_("候补确认：{state}")),
        "signup.decline_offer": ActSentence(_("候补不要了：{state}")),
        "signup.leave": ActSentence(_("来不了，取消报名：{state}")),
        "signup.remove": ActSentence(_("工作人员取消一条报名：{state}")),
        "signup.settle_call": ActSentence(_("电话通知：{result}")),
        "signup.lapse_offer": ActSentence(_("空位到时没有确认，让给下一位")),
        "signup.offer_on": ActSentence(_("名额空出来了，按顺序问 {count} 位候补的人")),
        "signup.draw": ActSentence(_("抽签：{applied} 条报名，报上 {placed} 条")),
        "signup.mark": ActSentence(_("登记第 {number} 次的到场：{count} 条，来了 {came} 条")),
        "signup.add_late": ActSentence(_("从纸质名单补登一人（第 {number} 次）")),
        "signup.add_late_many": ActSentence(_("从纸质名单补登 {count} 人（第 {number} 次）")),
        "signup.excuse": ActSentence(_("第 {number} 次来不了")),
        "signup.come_after_all": ActSentence(_("第 {number} 次又能来了")),
        "signup.write_to": ActSentence(_("给报名的人发通知：{count} 人")),
        "signup.forget_names": ActSentence(_("结束满一年，清除报名人的姓名 {count} 条")),
        "signup.make_feed": ActSentence(_("生成自己报名的日历链接")),
        "signup.revoke_feed": ActSentence(_("作废自己报名的日历链接")),
    }
)
