"""What the rules of this room found, in words."""

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.pages.sentences import Sentence, register_findings


def _only(unmet: object, way_on: object = "", met: object = "") -> Sentence:
    """For what is told only where it does not hold."""
    return Sentence(met=met or _("符合"), unmet=unmet, way_on=way_on)


register_findings(
    {
        "emergencies.words_for_all": _only(
            _("这一栏大家都看得到，里面像是有姓名、电话或门牌。"),
            _("请去掉，只写是什么事、在哪里。"),
        ),
        "emergencies.row_fresh": _only(
            _("您打开以后，别人改过了。"), _("请看看现在的样子，再改。")
        ),
        "emergencies.row_stands": _only(_("已经没有了，或已经做完。"), _("请回到列表看看。")),
        "emergencies.title_once": _only(_("已经有一个同名的。"), _("请改那一个，或换个名称。")),
        "emergencies.tree_has_no_circle": _only(
            _("这样电话会绕成一圈，谁也不先打。"), _("请另选由谁通知。")
        ),
        "emergencies.tree_has_lines": _only(_("还没有可以试打的人。"), _("先登记联系人。")),
        "emergencies.one_call_test": _only(_("上一次试打还没有结束。"), _("先结束上一次。")),
        "emergencies.call_test_open": _only(_("这次试打已经结束。"), _("请另开一次。")),
        "emergencies.contact_has_number": _only(_("没有电话。"), _("请写一个打得通的号码。")),
        "emergencies.told_is_an_office": _only(
            _("只公开单位的电话，不公开个人的。"), _("请填单位公开电话，或不勾公开。")
        ),
        "emergencies.number_agreed": _only(
            _("这是个人手机号，要本人同意才能公开。"),
            _("请改填单位的座机；或先征得本人同意，填上同意的日期。"),
        ),
        "emergencies.contact_free": _only(
            _("还有 {count} 个夜班或避难场所写着这一条。"), _("请先换人，再去掉。")
        ),
        "emergencies.all_called": _only(
            _("还有 {left} 个没有记结果。"), _("请打完记下；不打了就放弃这次试打。")
        ),
        "emergencies.night_is_set": _only(
            _("这一夜已经排了人。"), _("要换，请从值班表点开那一夜再改。")
        ),
        "emergencies.night_of_two": _only(_("替补不能是同一个。"), _("请另选一个。")),
        "emergencies.supply_enough": Sentence(
            met=_("有 {held}，不少于 {minimum}。"),
            unmet=_("只有 {held}，最少要有 {minimum}。"),
            way_on=_("请补齐。"),
        ),
        "emergencies.supply_good": Sentence(
            met=_("{days} 天内不到期。"),
            unmet=_("最早的一批到{until}。"),
            way_on=_("请更换，再改到期的日子。"),
        ),
        "emergencies.supply_empty": _only(
            _("还有 {held}，没签字的单子 {waits} 张。"), _("请先领完或盘到零，签好或作废单子。")
        ),
        "emergencies.slip_amount": _only(
            _("数量不对：现在有 {held}。"), _("请核对数量，或先盘点。")
        ),
        "emergencies.slip_explained": _only(
            _("账上 {held}，点到 {counted}，没有写原因。"), _("请写为什么不一样。")
        ),
        "emergencies.slip_two_hands": _only(_("开单和签字要两个人。"), _("请另一位同事点过再签。")),
        "emergencies.slip_unmoved": _only(_("盘点以后又有进出。"), _("请作废，重新盘点。")),
        "emergencies.slip_open": _only(_("这张单子已经签过或作废。"), _("请看单子。")),
        "emergencies.slip_not_ahead": _only(_("日子还没到。"), _("请写今天或以前的日子。")),
        "emergencies.drill_planned": _only(_("这次演练已经做完或取消。"), _("请另计划一次。")),
        "emergencies.drills_held": Sentence(
            met=ngettext_lazy(
                "今年演练 {held} 次，不少于本地定的 {least} 次。",
                "今年演练 {held} 次，不少于本地定的 {least} 次。",
                "held",
            ),
            unmet=ngettext_lazy(
                "今年演练 {held} 次，还不到本地定的 {least} 次。",
                "今年演练 {held} 次，还不到本地定的 {least} 次。",
                "held",
            ),
            way_on=_("请再计划一次。法律要求演练，没有定次数；次数按本地的要求。"),
        ),
        "emergencies.lesson_after": _only(_("事情还没有完。"), _("做完以后再写教训。")),
        "emergencies.card_consented": _only(
            _("没有单独同意，不能登记。"), _("请问过本人，同意了再勾。")
        ),
        "emergencies.card_says_what": _only(_("没有选要什么帮助。"), _("请至少选一项。")),
        "emergencies.card_has_name": _only(_("没有写怎么称呼。"), _("写“老王”这样的称呼就行。")),
        "emergencies.card_once": _only(_("您已经填过一张。"), _("请改那一张。")),
        "emergencies.card_of_holder": _only(
            _("这张卡是本人或家人自己填的。"), _("请他们自己改；口头同意的才由工作人员改。")
        ),
        "emergencies.card_person_known": _only(
            _("登记册里这一户没有这个名字。"), _("请核对住房和姓名；不在册的可以不填姓名。")
        ),
        "emergencies.card_own_home": _only(
            _("只能填自己住的房子。"), _("替别处的家人填，请本人打电话或到居委会说。")
        ),
        "emergencies.card_in_force": _only(_("这张卡{until}到期了。"), _("请再同意一次。")),
        "emergencies.card_lapses": _only(_("这张卡还没有到期。"), _("要删，请本人撤回。")),
        "emergencies.desk_types": _only(_("口头同意要由工作人员记录。"), _("请到居委会或打电话。")),
        "emergencies.door_fresh": _only(
            _("刚才别人已经去过，打的是“{state}”（{who}，{at}），和您的不一样。"),
            _("请看看，再决定要不要改。"),
        ),
        "emergencies.door_shelter": _only(
            _("送到避难场所的要选是哪一个，别的不用选。"), _("请核对。")
        ),
        "emergencies.incident_running": _only(
            _("这件事已经结束。"),
            _("名单销毁以前还可以录入纸上的勾、补记、补登有人要求帮助；别的请看复盘页面。"),
        ),
        "emergencies.list_stands": _only(_("名单已经销毁，不能再写。"), _("请看复盘页面。")),
        "emergencies.doors_seen_to": Sentence(
            met=_("名单上每一户都去过了。"),
            unmet=ngettext_lazy(
                "还有 {left} 户没有去，或没有人应门。",
                "还有 {left} 户没有去，或没有人应门。",
                "left",
            ),
            way_on=_("去过的请打勾；名单销毁以前都可以补。"),
        ),
        "emergencies.tasks_done": Sentence(
            met=_("没有没做完的任务。"),
            unmet=ngettext_lazy(
                "还有 {count} 件任务没有做完：{titles}。",
                "还有 {count} 件任务没有做完：{titles}。",
                "count",
            ),
            way_on=_("做完的请点“做完”；名单销毁以前都可以补。"),
        ),
        "emergencies.paper_typed": Sentence(
            met=_("纸上的勾录入过了。"),
            unmet=_("打印过名单，还没有录入纸上的勾。"),
            way_on=_("手上有纸的先录入；名单销毁以前都可以录，销毁以后不能。"),
        ),
        "emergencies.incident_over": _only(
            _("还没有结束，或名单已经销毁。"), _("先结束，再销毁。")
        ),
        "emergencies.listed_once": _only(
            _("您已经在名单上。"), _("要改，请到“应急求助卡”里改；急就打电话。")
        ),
        "emergencies.incident_somewhere": _only(_("没有选在哪里。"), _("请至少选一处。")),
        "emergencies.log_moment": _only(_("时间要在启动以后、现在以前。"), _("请核对时间。")),
        "emergencies.destroy_ripe": _only(
            _("还没到销毁的日子（{on}）。"), _("提前销毁要两个人确认。")
        ),
        "emergencies.destroy_most": _only(_("最晚只能延到{last_day}。"), _("请写早一些的日子。")),
        "emergencies.destroy_later": _only(
            _("现在定的是{on}，延期要写更晚的日子。"), _("要提前，请两个人确认销毁。")
        ),
        "emergencies.destroy_two_hands": _only(
            _("提出和确认要两个人。"), _("请另一位负责人确认。")
        ),
    }
)
