"""What the acts, findings and messages of disclosure say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds
from linli.core.pages.sentences import Sentence, register_findings

register_clock_names({"disclosure": _("公布的期限"), "inquiry_answer": _("答复询问的期限")})

register_acts(
    {
        "oversight.open_round": ActSentence(_("到了该公开的时候：{item}")),
        "oversight.start_item": ActSentence(_("起草居务公开：{item}")),
        "oversight.prepare_item": ActSentence(_("起草居务公开：{item}")),
        "oversight.check_item": ActSentence(_("核对居务公开：{item}")),
        "oversight.return_item": ActSentence(_("退回修改居务公开：{item}")),
        "oversight.publish_item": ActSentence(_("公布居务公开 {number} 号：{item}")),
        "oversight.drop_item": ActSentence(_("不公布了：{item}")),
        "oversight.correct_item": ActSentence(_("更正居务公开 {number} 号：{item}")),
        "oversight.keep_line": ActSentence(_("调整公开目录：{item}")),
        "oversight.add_line": ActSentence(_("公开目录增加：{item}")),
        "oversight.end_line": ActSentence(_("公开目录去掉：{item}")),
    }
)

register_kinds(
    {
        "oversight.to_check": Kind(
            _("请核对居务公开：{item}"),
            _("起草好了，请对照记录或凭证核对；起草的人不能自己核对。"),
            opens="oversight:desk",
        ),
        "oversight.to_post": Kind(
            _("可以公布了：{item}"), _("已经有人核对过，请公布。"), opens="oversight:desk"
        ),
        "oversight.returned": Kind(
            _("请修改居务公开：{item}"), _("核对的人退回了，原因在经过里。"), opens="oversight:desk"
        ),
    }
)

register_findings(
    {
        "oversight.on_time": Sentence(
            met=_("按期公布。"),
            unmet=_("应在{due_on}前公布，已经晚了 {days} 天。"),
            way_on=_("请尽快起草、核对、公布；居民可以询问，也可以向街道反映。"),
        ),
        "oversight.often_enough": Sentence(
            met=_("公布得够勤。"),
            unmet=_("这一项不能比目录规定的更慢。"),
            way_on=_("可以更勤，不能更慢。请选更短的周期。"),
        ),
        "oversight.checked_by_another": Sentence(
            met=_("由另一个人核对。"),
            unmet=_("起草的人不能自己核对或更正。"),
            way_on=_("请居务监督委员会成员或另一位居委会成员来做。"),
        ),
        "oversight.left_out_openly": Sentence(
            met=_("没有列出的，都写明了原因。"),
            unmet=_("有 {silent} 行没有列出，也没有写原因。"),
            way_on=_("请写明为什么不列出，原因会一同公布；或者照记录列出。"),
        ),
        "oversight.something_said": Sentence(
            met=_("有内容可以公布。"),
            unmet=_("要么有内容，要么写明本期没有。"),
            way_on=_("请填上内容；真的没有，请勾选“本期没有”。"),
        ),
        "oversight.shown_long_enough": Sentence(
            met=_("公布的天数够。"),
            unmet=_("公布 {days} 天太短，法律要求不少于 {least} 天。"),
            way_on=_("请改为 {least} 天以上；公布当天不算在内。"),
        ),
        "oversight.still_so": Sentence(
            met=_("和现在的记录一致。"),
            unmet=_("起草以后记录有了变动，和现在不一致。"),
            way_on=_("请退回，重新从记录生成，再核对、公布。"),
        ),
        "oversight.may_drop": Sentence(
            met=_("可以不公布。"),
            unmet=_("法律要求公开的事项不能不公布。"),
            way_on=_("没有内容的，请公布“本期没有”。"),
        ),
        "oversight.still_up": Sentence(
            met=_("还在公布。"),
            unmet=_("这一份已经到期撤下，不能更正了。"),
            way_on=_("请在下一期里说明。"),
        ),
        "oversight.disclosed_once": Sentence(
            met=_("这一期还没有。"),
            unmet=_("“{item}”的这一期已经有了。"),
            way_on=_("请打开已有的那一份接着做。"),
        ),
        "oversight.one_side_each": Sentence(
            met=_("每一行都是一笔收入或一笔支出，都有凭证号。"),
            unmet=_("第 {line} 行不对：每一行只填收入或支出中的一个，并写明凭证号。"),
            way_on=_("请对照凭证改好。"),
        ),
        "oversight.carried_over": Sentence(
            met=_("期初和上期结余一致。"),
            unmet=_("期初填的是 {opening} 元，上一期公布的结余是 {left_before} 元，对不上。"),
            way_on=_("请对照账本；上一期公布错了的，请先更正上一期。"),
        ),
        "oversight.not_overspent": Sentence(
            met=_("支出没有超过收入和结余。"),
            unmet=_("支出超过了收入和结余，差 {left} 元。"),
            way_on=_("请对照凭证，看看漏了哪一笔收入或记错了哪一笔。"),
        ),
        "oversight.used_within": Sentence(
            met=_("每一笔捐赠都用在金额以内，写明了去向和凭证号。"),
            unmet=_("第 {line} 行不对：已用的不能超过收到的，用了的要写明用在哪里，并有凭证号。"),
            way_on=_("请对照凭证改好。"),
        ),
        "oversight.line_once": Sentence(
            met=_("目录里还没有。"),
            unmet=_("目录里已经有这个编号了：{title}。"),
            way_on=_("请换一个编号，或修改已有的那一项。"),
        ),
        "oversight.public_words": Sentence(
            met=_("没有个人信息。"),
            unmet=_("目录是公开的，这里有能认出或联系到个人的内容。"),
            way_on=_("请去掉姓名、电话和门牌。"),
        ),
    }
)
