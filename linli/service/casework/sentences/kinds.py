"""What the acts and findings about rights help, visits and help after release say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "casework.note_route": ActSentence(_("记下了一条路和最后一天")),
        "casework.take_route": ActSentence(_("一条路交出去了")),
        "casework.ask_route_again": ActSentence(_("问过了，还没有答复，另约了日子")),
        "casework.end_route": ActSentence(_("一条路走完了")),
        "casework.announce_consultation": ActSentence(_("安排了一次法律咨询日")),
        "casework.call_off_consultation": ActSentence(_("取消了一次法律咨询日")),
        "casework.take_number": ActSentence(_("取了一个号")),
        "casework.give_number": ActSentence(_("给来的人一个号")),
        "casework.give_number_back": ActSentence(_("退了一个号")),
        "casework.forget_numbers": ActSentence(_("咨询日已过，取号的记录清除了")),
        "casework.plan_case_visit": ActSentence(_("约了一次走访")),
        "casework.enter_case_visit": ActSentence(_("记下了走访怎么样")),
        "casework.describe_child": ActSentence(_("写了孩子属于哪一类、谁监护、多久看一次")),
        "casework.note_school_answer": ActSentence(_("记下了学校的答复")),
    }
)

register_clock_names({"child_look": _("看望孩子")})

register_kinds(
    {
        # Told closed: the reader gets one neutral sentence, and this leads to the page.
        "casework.consultation_off": Kind(_("有一件需要您看的事"), opens="casework:consultations")
    }
)

register_findings(
    {
        "casework.route_since": Sentence(
            met=_("起算的日子合适。"),
            unmet=_("{day}还没有到，期限从已经发生的那一天起算。"),
            way_on=_("请问清是哪一天知道、哪一天收到的。"),
        ),
        "casework.route_once": Sentence(
            met=_("这条路还没有记过。"),
            unmet=_("这条路已经记着，还没有走完。"),
            way_on=_("请在原来那条上接着记。"),
        ),
        "casework.route_open": Sentence(
            met=_("这条路还在走。"),
            unmet=_("这条路已经走完，不再记。"),
            way_on=_("要再走一次的，请另记一条。"),
        ),
        "casework.route_taken_once": Sentence(
            met=_("还没有交出去。"),
            unmet=_("已经交出去了，记过一次就够了。"),
            way_on=_("没有答复的，请记“问过了”。"),
        ),
        "casework.route_taken_first": Sentence(
            met=_("已经交出去了。"),
            unmet=_("还没有交出去，谈不上催问答复。"),
            way_on=_("请先记交到了哪里、哪天交的。"),
        ),
        "casework.route_in_time": Sentence(
            met=_("在最后一天以前交的。"),
            unmet=_("最后一天是{last_day}，交得晚了；还算不算数，由收的单位说。"),
            way_on=_("请马上问对方，有没有可以说明的理由；也看看别的路。"),
        ),
        "casework.numbers_left": Sentence(
            met=_("还有号。"),
            unmet=_("这次的 {numbers} 个号取完了。"),
            way_on=_("请打 12348，或者等下一次。"),
        ),
        "casework.consultation_held": Sentence(
            met=_("这次照常。"),
            unmet=_("{day}的咨询日已经过去或者取消了。"),
            way_on=_("请看下一次，或者打 12348。"),
        ),
        "casework.number_once": Sentence(
            met=_("还没有取过号。"),
            unmet=_("您已经有这一天的号了。"),
            way_on=_("一人一天一个号；不来请退号。"),
        ),
        "casework.number_of_ones_own": Sentence(
            met=_("是您的号。"),
            unmet=_("您没有这一天的号。"),
            way_on=_("已经退过的，不用再退。"),
        ),
        "casework.consultation_ahead": Sentence(
            met=_("日子合适。"),
            unmet=_("{day}已经过去了。"),
            way_on=_("请选今天或以后的日子。"),
        ),
        "casework.consultation_hours": Sentence(
            met=_("时间合适。"),
            unmet=_("结束的时间要在开始之后。"),
            way_on=_("请改正时间。"),
        ),
        "casework.adviser_verified": Sentence(
            met=_("核实过身份。"),
            unmet=_("来咨询的人还没有核实身份。"),
            way_on=_("请看过执业证或者单位来函，写明怎样核实的。"),
        ),
        "casework.numbers_ripe": Sentence(
            met=_("可以清除了。"),
            unmet=_("取号的记录到{on}清除。"),
            way_on=_("到期由系统自动清除。"),
        ),
        "casework.visit_not_past": Sentence(
            met=_("日子合适。"),
            unmet=_("{day}已经过去了。"),
            way_on=_("请选今天或以后的日子。"),
        ),
        "casework.visit_has_come": Sentence(
            met=_("约好的日子到了。"),
            unmet=_("约的是{day}，还没有到。"),
            way_on=_("去过了再记；本人说不要来的，现在就可以记。"),
        ),
        "casework.visit_welcome": Sentence(
            met=_("本人愿意。"),
            unmet=_("本人说过以后不要来。"),
            way_on=_("照本人的意思办；本人又说可以来的，勾选以后再约。"),
        ),
        "casework.visit_one_planned": Sentence(
            met=_("没有约着的走访。"),
            unmet=_("已经约了一次，还没有写怎么样。"),
            way_on=_("请先写那一次，或者取消它。"),
        ),
        "casework.visit_entered_once": Sentence(
            met=_("这次还没有写。"),
            unmet=_("这次走访已经写过了。"),
            way_on=_("要补充的，请写在“做了什么”里。"),
        ),
        "casework.visit_occasion": Sentence(
            met=_("走访的缘由合适。"),
            unmet=_("这类个案没有这样的走访。"),
            way_on=_("请从列出的几种里选一种。"),
        ),
        "casework.child_difficulty_named": Sentence(
            met=_("写了有哪些困难。"),
            unmet=_("困境儿童要勾选有哪些困难，才知道帮什么。"),
            way_on=_("请至少勾选一项；都没有的，选“都不是”。"),
        ),
        "casework.child_entrusted_named": Sentence(
            met=_("写了委托谁照护。"),
            unmet=_("留守儿童要写父母委托谁照护。"),
            way_on=_("没有委托的，先劝父母委托，并看“监护的事”里怎么办。"),
        ),
        "casework.child_school_asked": Sentence(
            met=_("请过学校。"),
            unmet=_("还没有请学校帮助，谈不上答复。"),
            way_on=_("请先记请学校帮什么。"),
        ),
        "casework.help_by_own_wish": Sentence(
            met=_("本人愿意。"),
            unmet=_("帮教要本人愿意：这里没有本人的同意，或者已经撤回。"),
            way_on=_("请先问本人，记下同意；不愿意的，按“本人不愿意”结案。"),
        ),
        "casework.help_not_longer": Sentence(
            met=_("在最长的期限以内。"),
            unmet=_("帮助最长 {months} 个月，到期自动封存。"),
            way_on=_("请把结束的日子改早；到期本人还要帮的，另建一件。"),
        ),
    }
)
