"""The closed lists of this room: whence money comes, what it is for, what proves it."""

from django.utils.translation import gettext_lazy as _, pgettext_lazy

SOURCE_KINDS = [
    ("operating", _("工作经费")),
    ("project", _("项目经费")),
    ("commissioned", _("委托经费（费随事转）")),
    ("contribution", _("自愿筹集")),
    ("donation", _("捐赠")),
    ("charity", _("慈善组织合作")),
    ("common_income", _("公共收益")),
]
"""Each source has a book of its own; the kind says under which rule it was given."""

KIND_ORDER = {name: place for place, (name, _title) in enumerate(SOURCE_KINDS)}

ALWAYS_RESTRICTED = ("project", "commissioned", "charity")
"""Kinds that are given for one thing and nothing else; a donation may be given without a wish."""

GIVEN = ("donation", "charity")
"""Kinds that the line "donations and their use" of the disclosure catalogue speaks of."""

PURPOSES = [
    ("office", _("办公和人员")),
    ("elders", _("为老服务")),
    ("children", _("儿童和青少年")),
    ("disabled", _("助残")),
    ("relief", _("帮困救急")),
    ("facilities", _("公共设施和维修")),
    ("environment", _("环境和绿化")),
    ("safety", _("安全和消防")),
    ("culture", _("文体活动")),
    ("governance", _("居民会议和协商")),
    ("other", _("其他约定用途")),
]
"""What money is for. Money with an agreed purpose pays for that purpose alone."""

PARTIES = [
    ("government", _("政府或部门")),
    ("unit", _("单位")),
    ("charity", _("慈善组织")),
    ("person", _("个人")),
    ("several", _("多人")),
]
"""Who gave or was paid. Of a person everybody reads this word and no name."""

NAMED_PARTIES = ("government", "unit", "charity")
"""Kinds whose name everybody reads: they are no persons."""

VOUCHER_KINDS = [
    ("invoice", _("发票")),
    ("receipt", _("收据")),
    ("bank", _("银行回单")),
    ("contract", _("合同")),
    ("acceptance", _("验收单")),
    ("list", _("签领表")),
    ("statement", _("情况说明")),
]

SIDES = [("income", pgettext_lazy("money", "收入")), ("outgo", pgettext_lazy("money", "支出"))]

GIFT_FORMS = [("money", _("钱")), ("goods", _("物品"))]

DONORS = [("person", _("个人")), ("unit", _("单位")), ("several", _("多人"))]

SLIP_WAYS = [("in", _("入库")), ("out", _("发放")), ("count", _("盘点"))]

BANK_KINDS = [("bank", _("银行账户")), ("wechat", _("微信支付商户号")), ("alipay", _("支付宝商户"))]

BID_ENDS = {
    "funded": _("获得资助"),
    "below": _("没有达到及格分"),
    "no_money": _("剩下的钱不够了"),
    "unjudged": _("评审全部回避，没有打分"),
}
"""What came of a bid, by the rule published with the call."""
