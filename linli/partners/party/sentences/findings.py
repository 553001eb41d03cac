"""What the rules of this room find."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

_ONE = _("请核对后再办。")

register_findings(
    {
        "party.words_given": Sentence(
            met=_("写了。"), unmet=_("这里还没有写。"), way_on=_("请写一句。")
        ),
        "party.names_nobody": Sentence(
            met=_("没有写出是谁。"),
            unmet=_("大家都会读到，这里好像写了人的姓名、称呼、电话或者门牌号。"),
            way_on=_("请去掉；谁是党员属于敏感个人信息，公开的话里不写任何人。"),
        ),
        "party.office_phone": Sentence(
            met=_("是办公电话。"),
            unmet=_("这是手机号，公开的地方只写办公电话。"),
            way_on=_("请写座机，或者空着；怎么找到写在“在哪里找得到”里。"),
        ),
        "party.not_ahead": Sentence(
            met=_("日期不在今天以后。"),
            unmet=_("日期是{day}，还没有到（今天是{today}）。"),
            way_on=_("办完以后再记。"),
        ),
        "party.lies_ahead": Sentence(
            met=_("日期在今天或以后。"),
            unmet=_("日期是{day}，已经过去了（今天是{today}）。"),
            way_on=_("请选今天或以后的一天。"),
        ),
        "party.row_fresh": Sentence(
            met=_("没有别人改过。"),
            unmet=_("您打开这一页以后，别人已经改过了。"),
            way_on=_("请打开最新的一页再办，别人写的不会丢。"),
        ),
        "party.row_open": Sentence(met=_("还在办。"), unmet=_("已经结束了。"), way_on=_ONE),
        "party.branch_stands": Sentence(
            met=_("这个党组织还在。"), unmet=_("这个党组织已经撤销。"), way_on=_("请选另一个。")
        ),
        "party.branch_named_once": Sentence(
            met=_("没有重名。"),
            unmet=_("已经有一个同名的。"),
            way_on=_("请换一个名称，或者改原来的。"),
        ),
        "party.branch_lies_here": Sentence(
            met=_("在本社区。"), unmet=_("选的地方或上级不在本社区。"), way_on=_("请重新选。")
        ),
        "party.sort_of_branch": Sentence(
            met=_("这种会由它来开。"),
            unmet=_("这种会不由它来开。"),
            way_on=_(
                "大会、党课、主题党日由支部开；支委会由设了委员会的支部开；小组会由党小组开。"
            ),
        ),
        "party.meeting_planned": Sentence(
            met=_("还没有开。"),
            unmet=_("已经记下开过或者不开了。"),
            way_on=_("要再开一次，请另外安排。"),
        ),
        "party.somebody_came": Sentence(
            met=_("写了到会人数。"),
            unmet=_("到会人数至少是 1。"),
            way_on=_("没有人来，请记“不开”。"),
        ),
        "party.pledge_open": Sentence(
            met=_("还没有兑现。"),
            unmet=_("已经记下兑现，或者日期早于承诺的那天。"),
            way_on=_("请核对日期。"),
        ),
        "party.time_over": Sentence(
            met=_("这段时间已经过去。"),
            unmet=_("这段时间到{ends}才结束。"),
            way_on=_("过了再办，数字才完整。"),
        ),
        "party.affair_once": Sentence(
            met=_("这段时间还没有公开过。"),
            unmet=_("这段时间的这一项已经公开了。"),
            way_on=_("要更正，请在公告那一页更正，原来的话还看得到。"),
        ),
        "party.consented": Sentence(
            met=_("本人单独同意了。"),
            unmet=_("没有您的单独同意，不能记下您的报到。"),
            way_on=_("不同意也没有关系：认领公益岗位、参加志愿服务都不用说明身份。"),
        ),
        "party.checked_in_once": Sentence(
            met=_("还没有报到过。"), unmet=_("您已经报到了。"), way_on=_("在“我的服务”里可以看到。")
        ),
        "party.post_free": Sentence(
            met=_("还要人：已有 {claims} 人，要 {wanted} 人。"),
            unmet=_("这个岗位不再招人（已有 {claims} 人，要 {wanted} 人）。"),
            way_on=_("请看别的岗位。"),
        ),
        "party.claimed_once": Sentence(
            met=_("还没有认领过。"),
            unmet=_("您已经认领了这个岗位。"),
            way_on=_("在“我的服务”里可以看到。"),
        ),
        "party.minutes_fit": Sentence(
            met=_("时间合适。"),
            unmet=_("{minutes} 分钟不合适：一次服务从 1 分钟到 12 小时。"),
            way_on=_("几天的请分几次记。"),
        ),
        "party.unit_once": Sentence(
            met=_("还没有登记过。"),
            unmet=_("这个单位已经报到了。"),
            way_on=_("请改原来的那一条。"),
        ),
        "party.unit_known": Sentence(
            met=_("在驻社区单位里登记过。"),
            unmet=_("还没有这个单位的档案。"),
            way_on=_("请先在“驻社区单位”登记，名称只写一次。"),
        ),
        "party.need_listed": Sentence(
            met=_("在清单上。"),
            unmet=_("清单上没有这一项。"),
            way_on=_("请重新选，或者不选。"),
        ),
        "party.unit_here": Sentence(
            met=_("单位在清单里。"),
            unmet=_("这个单位没有在本社区报到。"),
            way_on=_("请选清单里的，或者不选。"),
        ),
        "party.units_here": Sentence(
            met=_("有单位报到。"),
            unmet=_("还没有单位报到，没有人可以通知。"),
            way_on=_("请先登记报到的单位。"),
        ),
        "party.month_once": Sentence(
            met=_("这个月还没有记下。"), unmet=_("这个月已经记下了。"), way_on=_("不用再记。")
        ),
        "party.letter_once": Sentence(
            met=_("还没有写过。"), unmet=_("这段时间的反馈信已经写了。"), way_on=_("可以再打印。")
        ),
        "party.council_notice": Sentence(
            met=_("提前 {given} 天通知，至少 {days} 天。"),
            unmet=_("只提前 {given} 天，至少要 {days} 天。"),
            way_on=_("请改日期；真的紧急，写明理由。"),
        ),
        "party.wish_waits": Sentence(
            met=_("这个心愿在等人认领。"),
            unmet=_("这个心愿已经有人认领或者收回了。"),
            way_on=_("请看看别的。"),
        ),
    }
)
