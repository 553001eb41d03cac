"""What the book says of notices, and the findings of this app in words."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "publication.withdraw": ActSentence(_("撤下了 {number} 号公告")),
        "publication.expire": ActSentence(_("{number} 号公告公示期满，自动撤下")),
    }
)

register_findings(
    {
        "publication.complete": Sentence(
            met=_("要公开的内容都填了。"),
            unmet=_("要公开的内容还缺：{missing}。"),
            way_on=_("请补上再公布。"),
        ),
        "publication.short_enough": Sentence(
            met=_("各项内容的长度都放得下。"),
            unmet=_("这几项太长，最多 {most}（字或行）：{fields}。"),
            way_on=_("请缩短，或者分成几份公布。"),
        ),
        "publication.without_private_numbers": Sentence(
            met=_("要公开的文字里没有能认出或联系到个人的内容。"),
            unmet=_(
                "这几项里有能认出或联系到个人的内容（证件号、电话、门牌、姓名等），不能公开：{fields}。"
            ),
            way_on=_("请删去或遮盖；单位的办公电话和地点填在联系方式一栏。"),
        ),
        "publication.explained": Sentence(
            met=_("已写明更正的原因。"),
            unmet=_("更正公告要写明原因；原因会一同公开，里面不能有个人信息。"),
            way_on=_("请用一句话写清改了什么、为什么改。"),
        ),
        "publication.long_enough": Sentence(
            met=_("公布的时间够长。"),
            unmet=_("公布 {days} 天太短，至少要公布 {minimum} 天。"),
            way_on=_("请把公布天数改为 {minimum} 天以上。公布当天不算在内。"),
        ),
        "publication.not_backdated": Sentence(
            met=_("从公布当天起算。"),
            unmet=_("公布日期 {on} 已经过去，今天是 {today}。"),
            way_on=_("公布期从实际公布之日起算，请选今天或以后的日期。"),
        ),
        "publication.stood_long_enough": Sentence(
            met=_("已经公布满规定的天数，可以撤下。"),
            unmet=_("至少要公布 {minimum} 天，{may_come_down} 起才能撤下。"),
            way_on=_("内容有误的请用更正；误公开了个人信息的，选这个原因可以立即撤下。"),
        ),
        "publication.seen_by_two": Sentence(
            met=_("由另一个人核对后公布。"),
            unmet=_("有个人姓名的公告要由两个人经手：起草的人不能自己公布。"),
            way_on=_("请另一位工作人员核对后公布。"),
        ),
        "publication.unchanged": Sentence(
            met=_("这份公告没有变动。"),
            unmet=_("这份公告刚才已经有人处理过。"),
            way_on=_("请刷新页面，看过现在的情况再决定。"),
        ),
    }
)
