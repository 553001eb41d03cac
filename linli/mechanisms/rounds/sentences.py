"""What the acts, findings and messages of rounds say, in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "rounds.plan": ActSentence(_("安排走访 {doors} 户")),
        "rounds.name_carrier": ActSentence(_("增加一位走访人")),
        "rounds.take_along": ActSentence(_("把 {doors} 户带到手机上，断网也能记")),
        "rounds.hand_in": ActSentence(_("走访交回，手机上不再留存")),
        "rounds.hand_over": ActSentence(_("把走访交给别人（还剩 {doors} 户）")),
        "rounds.end": ActSentence(_("结束走访（{doors} 户，{open} 户没有问到）")),
        "rounds.end_by_itself": ActSentence(
            _("走访日过后没有人结束，走访自动结束（{doors} 户，{open} 户没有问到）")
        ),
        "rounds.forget": ActSentence(_("走访结束满一年，清除 {doors} 户的回答")),
        "rounds.record": ActSentence(_("记下一户的回答")),
        "rounds.no_change": ActSentence(_("一户问过，没有变化")),
        "rounds.note_attempt": ActSentence(_("一户没有见到，记下一次")),
        "rounds.decide_conflict": ActSentence(_("两处记的不一样，定下一个")),
        "rounds.take_late": ActSentence(_("采用来晚的一条")),
        "rounds.drop_late": ActSentence(_("不采用来晚的一条")),
    }
)

register_kinds(
    {
        "rounds.yours": Kind(
            _("请您走访 {doors} 户，{day}"),
            _("点开看要走哪几户、问什么；楼里没有信号的，出门前先带到手机上。"),
            opens="rounds:doors",
        ),
        "rounds.to_decide": Kind(
            _("走访有一条要您定"),
            _("两处记的不一样，或来晚了。两条都留着，请看过定一个。"),
            opens="rounds:mine",
        ),
    }
)

register_findings(
    {
        "rounds.doors_given": Sentence(
            met=_("有 {count} 户要走。"),
            unmet=_("没有选出要走的户。"),
            way_on=_("请换一个范围，或先在要问的事里看看还有没有没问到的。"),
        ),
        "rounds.somebody_carries": Sentence(
            met=_("有人走访。"),
            unmet=_("还没有定谁去走访。"),
            way_on=_("请至少选一位走访人。"),
        ),
        "rounds.questions_given": Sentence(
            met=_("有要问的。"),
            unmet=_("没有要问的，就不用上门。"),
            way_on=_("请先定下要问什么。"),
        ),
        "rounds.day_ahead": Sentence(
            met=_("走访在今天或以后。"),
            unmet=_("走访的日子（{day}）已经过去，今天是{on}。"),
            way_on=_("请选今天或以后的一天。"),
        ),
        "rounds.still_open": Sentence(
            met=_("走访还没有结束。"),
            unmet=_("这次走访已经结束。"),
            way_on=_("还要走的，请另安排一次。手机上后来交的会留在“来晚的”里，由人来定。"),
        ),
        "rounds.carried_by": Sentence(
            met=_("现在由您走访。"),
            unmet=_("这次走访现在不由您走。"),
            way_on=_("请安排走访的人把您加为走访人；记下的会留在“来晚的”里，由人来定。"),
        ),
        "rounds.may_walk": Sentence(
            met=_("可以走访这一类。"),
            unmet=_("所选的人没有走访这一类的权限。"),
            way_on=_("请换一位，或先请居委会主任给他相应的岗位。"),
        ),
        "rounds.no_ties": Sentence(
            met=_("走访的人可以去要走的每一户。"),
            unmet=_("所选的人不能去要走的某一户：有亲属、同住的关系，或者那一户不由这个人去。"),
            way_on=_("请换一位走访人，或把这几户另外安排。"),
        ),
        "rounds.still_kept": Sentence(
            met=_("这一条的内容还在。"),
            unmet=_("这一条的内容已经清除，不能采用。"),
            way_on=_("请按“不采用”。"),
        ),
        "rounds.another": Sentence(
            met=_("交给另一位。"),
            unmet=_("要交给另一位，不能交给同一个人。"),
            way_on=_("请选另一位走访人。"),
        ),
        "rounds.asked_here": Sentence(
            met=_("记的都是这一户要问的。"),
            unmet=_("有 {wrong} 项不在这一户要问的里面，没有记。"),
            way_on=_("请刷新页面再记；不要问的不要记。"),
        ),
        "rounds.something_said": Sentence(
            met=_("写了回答。"),
            unmet=_("什么都没有写。"),
            way_on=_("有变化的请写下；都和上次一样的，请按“没有变化”。"),
        ),
        "rounds.was_asked_before": Sentence(
            met=_("上次问过。"),
            unmet=_("这一户以前没有问过，不能记“没有变化”。"),
            way_on=_("请把问到的写下。"),
        ),
        "rounds.two_went": Sentence(
            met=_("两个人一起去的。"),
            unmet=_("“没有变化”要两个人一起去，并写上另一位。"),
            way_on=_("请选一同上门的另一位走访人。"),
        ),
        "rounds.fits": Sentence(
            met=_("“{title}”写得合格式。"),
            unmet=_("“{title}”写的不合格式，没有记。"),
            way_on=_(
                "数字写整数，日期写成 2026-03-01 的样子，选项请从给出的里面选，文字最多 {longest} 字。"
            ),
        ),
        "rounds.all_decided": Sentence(
            met=_("没有要定的。"),
            unmet=_("还有 {conflicts} 处记的不一样、{late} 条来晚的没有定，不能结束。"),
            way_on=_("请逐条看过定下，再结束走访。"),
        ),
        "rounds.not_decided_yet": Sentence(
            met=_("还没有定。"),
            unmet=_("这一条已经有人定过。"),
            way_on=_("请刷新页面看定成了什么。"),
        ),
        "rounds.still_the_value": Sentence(
            met=_("打开页面以后没有变过。"),
            unmet=_("打开页面以后，这一项又有了新的回答。"),
            way_on=_("请刷新页面，看过现在的再定；您刚才的没有生效。"),
        ),
        "rounds.kept_by_choice": Sentence(
            met=_("明确选了带到手机上。"),
            unmet=_("这一类走访要您明确选择，才带到手机上。"),
            way_on=_("请勾选确认；不带也可以用纸，或有网时逐户打开。"),
        ),
        "rounds.day_came": Sentence(
            met=_("走访就在今明两天。"),
            unmet=_("走访在{day}，还早；最早提前一天带到手机上。"),
            way_on=_("请到前一天或当天再带。"),
        ),
    }
)
