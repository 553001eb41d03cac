"""What the book says of acts of seasons, inspections, loans and offers."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts

register_acts(
    {
        "facilities.draft_season": ActSentence(_("起草场地季：{season}")),
        "facilities.put_slots": ActSentence(_("{season}：加了{facility}的 {count} 个时段")),
        "facilities.drop_slot": ActSentence(_("{season}：去掉 {slot} 号时段")),
        "facilities.publish_season": ActSentence(_("公布场地季的时段和规则：{season}")),
        "facilities.cancel_season": ActSentence(_("取消场地季：{season}")),
        "facilities.wish_slots": ActSentence(_("{season}：收到 {number} 号志愿")),
        "facilities.withdraw_wish": ActSentence(_("{season}：撤回 {number} 号志愿")),
        "facilities.allocate_season": ActSentence(
            _("{season}：按公布的规则分配，{groups} 个团队，分出 {slots} 个时段")
        ),
        "facilities.book_turn": ActSentence(_("{season}：{slot} 号时段补订了 {dates} 次")),
        "facilities.give_slot_back": ActSentence(_("{season}：还回 {slot} 号时段")),
        "facilities.answer_slot": ActSentence(_("{season}：对 {slot} 号时段回了话")),
        "facilities.lapse_slot": ActSentence(_("{season}：{slot} 号时段没有回话，问下一个")),
        "facilities.put_device": ActSentence(_("{facility}：登记器材{device}")),
        "facilities.alter_device": ActSentence(_("{facility}：更新器材{device}")),
        "facilities.remove_device": ActSentence(_("{facility}：器材{device}拆除")),
        "facilities.plan_inspection": ActSentence(_("{facility}：每 {days} 天巡查一次")),
        "facilities.inspect_facility": ActSentence(_("巡查{facility}，{failed} 项不合格")),
        "facilities.find_defect": ActSentence(_("{facility}{device}坏了，已处理")),
        "facilities.report_defect": ActSentence(_("有人反映{facility}{device}坏了")),
        "facilities.stop_use": ActSentence(_("停用：{facility}{device}")),
        "facilities.keep_in_use": ActSentence(_("看过，照常用：{facility}{device}")),
        "facilities.dismiss_defect": ActSentence(_("看过，没有问题：{facility}{device}")),
        "facilities.repair_defect": ActSentence(_("修好了，等复查：{facility}{device}")),
        "facilities.look_again": ActSentence(_("复查：{facility}{device}")),
        "facilities.list_lent": ActSentence(_("登记出借的东西：{item}，{count} 件")),
        "facilities.alter_lent": ActSentence(_("更新出借的东西：{item}")),
        "facilities.mark_piece": ActSentence(_("{item} {piece}：{state}")),
        "facilities.ask_loan": ActSentence(_("有人要借{kind}")),
        "facilities.hand_out": ActSentence(_("借出{kind}")),
        "facilities.take_back": ActSentence(_("收回{kind}")),
        "facilities.note_lost": ActSentence(_("没有还回{kind}")),
        "facilities.lend_longer": ActSentence(_("续借{kind}")),
        "facilities.cancel_loan": ActSentence(_("不借{kind}了")),
        "facilities.lapse_loan": ActSentence(_("没有来拿{kind}")),
        "facilities.remind_loan": ActSentence(_("提醒归还{kind}")),
        "facilities.forget_kept": ActSentence(_("清除了过期的联系人和电话")),
        "facilities.offer": ActSentence(_("有人提供资源：{offer}")),
        "facilities.withdraw_offer": ActSentence(_("收回提供的资源：{offer}")),
        "facilities.need": ActSentence(_("记下需要：{need}")),
        "facilities.close_need": ActSentence(_("不再需要：{need}")),
        "facilities.match": ActSentence(_("对接：{offer} → {need}")),
        "facilities.tell_outcome": ActSentence(_("记下对接的结果：{offer} → {need}")),
    }
)
