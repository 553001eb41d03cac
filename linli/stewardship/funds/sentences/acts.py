"""What the book says of each act, and what is told of it."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.clocks.names import register_clock_names
from linli.core.messages.kinds import Kind, register_kinds

register_clock_names({"funds_voucher": _("附上凭证的期限")})

register_acts(
    {
        "funds.open_source": ActSentence(_("设立经费来源：{source}")),
        "funds.close_source": ActSentence(_("结束经费来源：{source}")),
        "funds.reopen_source": ActSentence(_("重新启用经费来源：{source}")),
        "funds.receive": ActSentence(_("到账记入{source}，第 {number} 号")),
        "funds.reserve": ActSentence(_("从{source}为项目预留")),
        "funds.release": ActSentence(_("把预留的余款放回{source}")),
        "funds.ask": ActSentence(_("申请用款 {number}，从{source}")),
        "funds.approve": ActSentence(_("同意用款 {number}")),
        "funds.refuse": ActSentence(_("没有同意用款 {number}")),
        "funds.withdraw": ActSentence(_("撤回用款申请 {number}")),
        "funds.pay": ActSentence(_("付款 {number}，凭证第 {entry} 号")),
        "funds.add_voucher": ActSentence(_("附上凭证，第 {number} 号")),
        "funds.clear_voucher": ActSentence(_("看过凭证没有个人信息，公开第 {number} 号的影像")),
        "funds.cover_voucher": ActSentence(_("收回第 {number} 号凭证的影像")),
        "funds.open_voucher": ActSentence(_("看了第 {number} 号还没有公开的凭证影像")),
        "funds.reverse_payment": ActSentence(_("冲销付款 {number}")),
        "funds.reverse_receipt": ActSentence(_("冲销到账，第 {number} 号")),
        "funds.draft_budget": ActSentence(_("编写 {year} 年预算草案")),
        "funds.settle_budget": ActSentence(_("{year} 年预算经居民决定，第 {edition} 版")),
        "funds.revise_budget": ActSentence(_("调整 {year} 年预算，第 {edition} 版")),
        "funds.prepare_month": ActSentence(_("备好 {month} 的收支表，等另一人结账")),
        "funds.close_month": ActSentence(_("{month} 结账")),
    }
)

_ASKS = "funds:requests"
register_kinds(
    {
        "funds.to_approve": Kind(
            _("有一笔用款等您看：{number}"), _("申请人自己不能同意；请看金额和用途。"), opens=_ASKS
        ),
        "funds.to_pay": Kind(
            _("用款已同意，可以付款：{number}"), _("付款时或付款后，请附上凭证。"), opens=_ASKS
        ),
        "funds.refused": Kind(
            _("用款没有同意：{number}"), _("理由写在申请里；改好可以重新申请。"), opens=_ASKS
        ),
        "funds.to_close": Kind(
            _("{month} 的收支表备好了，等您结账"),
            _("请核对后结账；做表的人自己不能结账。"),
            opens="funds:months",
        ),
        "funds.not_disclosed": Kind(
            _("{month} 结了账，公开表没能自动填好"),
            _("多半是上一期的结余对不上；请到居务公开里核对后填写。"),
            opens="funds:months",
        ),
    }
)
