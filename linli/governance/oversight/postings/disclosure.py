"""What may be public of the items that are filled in by hand, until a room speaks for them (data).

Amounts are in fen and each bears its voucher, so that a figure can be followed to its paper. Of
donors there is no field.
"""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import PublicField, Template
from linli.mechanisms.publication.disclosed import sheet_template

VOUCHER = PublicField("voucher", _("凭证号"), longest=40)

ACCOUNTS = sheet_template(
    "oversight.accounts",
    _("经费收支"),
    (
        PublicField("on", _("日期"), kind="day"),
        PublicField("what", _("事由"), longest=80),
        PublicField("income", _("收入"), kind="money", required=False),
        PublicField("outgo", _("支出"), kind="money", required=False),
        VOUCHER,
    ),
    more=(
        PublicField("opening", _("上期结余"), kind="money"),
        PublicField("income", _("本期收入合计"), kind="money"),
        PublicField("outgo", _("本期支出合计"), kind="money"),
        PublicField("left", _("本期结余"), kind="money"),
    ),
    cites=("rcl2025.34", "rcl2025.42"),
)

DONATIONS = sheet_template(
    "oversight.donations",
    _("接受捐赠和使用"),
    (
        PublicField("on", _("收到日期"), kind="day"),
        PublicField("what", _("捐了什么"), longest=60),
        PublicField("purpose", _("约定的用途"), longest=80),
        PublicField("received", _("金额（物品折价）"), kind="money"),
        PublicField("used", _("已用"), kind="money", required=False),
        PublicField("used_for", _("用在哪里"), required=False, longest=120),
        PublicField("left", _("还剩多少"), kind="money"),
        VOUCHER,
    ),
    more=(
        PublicField("received", _("捐赠合计"), kind="money"),
        PublicField("used", _("已用合计"), kind="money"),
        PublicField("left", _("一共还剩"), kind="money"),
    ),
    cites=("rcl2025.34", "rcl2025.42"),
)

FACILITIES = sheet_template(
    "oversight.facilities",
    _("公共服务设施"),
    (
        PublicField("what", _("设施"), longest=60),
        PublicField("where", _("在哪里"), longest=60),
        PublicField("opens", _("开放时间"), longest=60),
        PublicField("fee", _("收费"), longest=60),
        PublicField("used", _("使用次数"), kind="number", required=False),
        PublicField("income", _("收入"), kind="money", required=False),
        PublicField("repairs", _("维修支出"), kind="money", required=False),
        PublicField("voucher", _("凭证号"), required=False, longest=40),
    ),
)

PROJECTS = sheet_template(
    "oversight.projects",
    _("社区服务项目"),
    (
        PublicField("what", _("项目"), longest=60),
        PublicField("provider", _("承办单位"), longest=60),
        PublicField("budget", _("经费"), kind="money"),
        PublicField("spent", _("已用"), kind="money", required=False),
        PublicField("served", _("服务人次"), kind="number", required=False),
        PublicField("result", _("进展和评价"), longest=120),
        PublicField("voucher", _("合同或凭证号"), longest=40),
    ),
)

CONSULTATION = sheet_template(
    "oversight.consultation",
    _("协商结果"),
    (
        PublicField("on", _("哪天商量的"), kind="day"),
        PublicField("what", _("议题"), longest=80),
        PublicField("parties", _("哪些方面参加"), longest=120),
        PublicField("agreed", _("商量出什么"), longest=200),
        PublicField("delivered", _("落实到哪一步"), longest=120),
    ),
    cites=("rcl2025.32", "rcl2025.34"),
)

OTHER = sheet_template(
    "oversight.other",
    _("公开的内容"),
    (
        PublicField("on", _("日期"), kind="day", required=False),
        PublicField("what", _("事项"), longest=80),
        PublicField("how", _("情况"), longest=200),
        PublicField("reference", _("文号或凭证号"), required=False, longest=60),
    ),
)

BY_HAND: dict[str, Template] = {
    "accounts": ACCOUNTS,
    "donations": DONATIONS,
    "facilities": FACILITIES,
    "projects": PROJECTS,
    "consultation": CONSULTATION,
    "other": OTHER,
}
"""The templates filled in by hand, by the `kind` of the line."""

COMPUTED = {"donations": frozenset({"left"})}
"""Columns that are reckoned and never typed."""
