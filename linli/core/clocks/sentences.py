"""What the book says of the calendar and of clocks, and the findings of this app in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "clocks.set_day": ActSentence(_("把 {on} 定为“{label}”，重新计算了 {moved} 个办理期限")),
        "clocks.warn": ActSentence(_("提醒：“{title}”的办理期限将到")),
        "clocks.miss": ActSentence(_("“{title}”超过了办理期限")),
        "clocks.make_turns": ActSentence(_("列入到期的常规工作 {made} 项")),
        "clocks.keep_by_record": ActSentence(_("按记录确认常规工作已完成：{title}")),
        "clocks.say_done": ActSentence(_("确认常规工作已完成：{title}")),
        "clocks.take_back_done": ActSentence(_("撤回确认：{title}")),
        "clocks.switch_off_duty": ActSentence(_("本社区不再做：{title}")),
        "clocks.switch_on_duty": ActSentence(_("本社区恢复做：{title}")),
        "clocks.move_duty": ActSentence(_("改了日子：{title}")),
        "clocks.add_duty": ActSentence(_("增加一项常规工作：{title}")),
        "clocks.pause_clock": ActSentence(_("暂停计时，写明了原因")),
        "clocks.resume_clock": ActSentence(_("继续计时")),
        "clocks.extend_clock": ActSentence(_("延长 {extended_by}，写明了原因")),
        "clocks.hand_over_clock": ActSentence(_("交给{to}办理"), forget=("to",)),
        "clocks.hand_over_some": ActSentence(_("把 {count} 件事交给{to}办理"), forget=("to",)),
        "clocks.release": ActSentence(_("{count} 件事的经办人已离岗，退回原岗位等待移交")),
        "clocks.name_stand_in": ActSentence(
            _("{stand_in}为{absent}代班"), forget=("absent", "stand_in")
        ),
        "clocks.end_stand_in": ActSentence(
            _("{stand_in}不再为{absent}代班"), forget=("absent", "stand_in")
        ),
        "clocks.make_feed": ActSentence(_("生成了日历订阅链接，原来的链接作废")),
        "clocks.revoke_feed": ActSentence(_("作废了日历订阅链接")),
    }
)

register_findings(
    {
        "clocks.in_time": Sentence(
            met=_("最后期限是 {last_day}，于 {settled_on} 办结，没有超期。"),
            unmet=_("最后期限是 {last_day}，于 {settled_on} 才办结，已经超期。"),
            way_on=_("超期如实记录。请向等候的居民说明原因。"),
        ),
        "clocks.moved_over_weekend": Sentence(
            met=_("本来到 {plain} 为止，那天是周末，顺延到 {last_day}。"),
            unmet=_("没有因周末顺延。"),
        ),
        "clocks.reasoned": Sentence(
            met=_("已写明原因。"),
            unmet=_("暂停计时要写明原因。"),
            way_on=_("请用一句话写清在等什么，等候的居民会看到。"),
        ),
        "clocks.extendable": Sentence(
            met=_("在期限届满前写明原因，可以延长。"),
            unmet=_("不能延长：延长要不晚于最后一天（{last_day}）提出，并写明原因。"),
            way_on=_("没有写原因的，请补写；已经超期的，请尽快办结并说明原因。"),
        ),
        "clocks.still_running": Sentence(
            met=_("这个期限仍在计时。"),
            unmet=_("这个期限已经有人处理过了。"),
            way_on=_("请刷新页面，查看现在的情况。"),
        ),
        "clocks.duty_rests_on": Sentence(
            met=_("这项工作的依据。"), unmet=_("这项工作没有依据的条文。"), way_on=""
        ),
        "clocks.in_hand": Sentence(
            met=_("这件事今天由您办理。"),
            unmet=_("这件事今天不由您办理，也没有请您代班。"),
            way_on=_("请找现在的经办人，或请居委会主任移交。"),
        ),
        "clocks.may_pause": Sentence(
            met=_("可以暂停计时，请写明原因。"),
            unmet=_("这个期限不能在这里暂停：没有规定可以暂停，或者已经暂停。"),
            way_on=_("打开这件事本身，看那里能不能请对方补充材料。"),
        ),
        "clocks.may_resume": Sentence(
            met=_("可以继续计时。"),
            unmet=_("这个期限没有暂停，或者要在这件事本身的页面上继续。"),
            way_on=_("请打开这件事本身。"),
        ),
        "clocks.within_extension": Sentence(
            met=_("规则允许一共延长 {most}，已延长 {used}，还可以延长。"),
            unmet=_("规则允许一共延长 {most}，已延长 {used}，不能再延长 {by}。"),
            way_on=_("请在期限内办结；办不完的，尽早向等候的人说明原因。"),
        ),
        "clocks.given_reason": Sentence(
            met=_("已写明原因。"),
            unmet=_("要写明原因。"),
            way_on=_("请用一句话写清为什么，记录会留存。"),
        ),
        "clocks.may_receive": Sentence(
            met=_("可以交给这位同事。"),
            unmet=_("只能交给本社区在岗的另一位同事。"),
            way_on=_("请另选一位；新来的同事先在“岗位与单位”里任职。"),
        ),
        "clocks.passed_on_here": Sentence(
            met=_("可以在这里交给同事。"),
            unmet=_("这是一件不公开的事，不能在这里交给同事。"),
            way_on=_("请点“去办理”，在那件事自己的页面里换经办人。"),
        ),
        "clocks.may_switch_off": Sentence(
            met=_("这是通行做法，本社区可以不做，请写明原因。"),
            unmet=_("这是法律要求做的，不能关掉。"),
            way_on=_("做完以后在这里确认；对规定有疑问的，请看依据的条文。"),
        ),
        "clocks.may_move": Sentence(
            met=_("可以改到这一天。"),
            unmet=_("法律要求最迟 {last_day} 做完，可以提前，不能推后。"),
            way_on=_("请选 {last_day} 或更早的日子。"),
        ),
        "clocks.told_by_word": Sentence(
            met=_("没有记录能说明，由做的人确认。"),
            unmet=_("这项工作做完会留下记录，由系统按记录确认，不用手工打勾。"),
            way_on=_("请打开办理页面，把事情在那里做完。"),
        ),
        "clocks.told_enough": Sentence(
            met=_("已说明怎么做的。"),
            unmet=_("请说明这项工作是怎么做的。"),
            way_on=_("一句话就够，比如哪天、在哪里、谁参加。"),
        ),
        "clocks.turn_open": Sentence(
            met=_("现在可以确认。"),
            unmet=_("这一期不能确认或撤回：还没有开始（{opens}起），或者已经结束。"),
            way_on=_("请刷新页面，看看现在的情况。"),
        ),
        "clocks.stand_in_fits": Sentence(
            met=_("代班 {days} 天，可以。"),
            unmet=_("代班从今天或以后算起，一次最长 {longest} 天，现在是 {days} 天。"),
            way_on=_("请改日期；时间更长的，请把事情移交给同事。"),
        ),
        "clocks.one_stand_in": Sentence(
            met=_("这些天还没有别人代班。"),
            unmet=_("这些天里已经有人代班了。"),
            way_on=_("请先结束原来的代班，或改日期。"),
        ),
    }
)
