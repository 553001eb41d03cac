"""The ways in which an old estate can be looked after: what each needs, as data."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.governance.property import law


@dataclass(frozen=True, slots=True)
class Option:
    """One way. `needs`: what there must be first; `rule`, `clock`: the parameter that limits it,
    and what it says."""

    code: str
    title: Any
    says: Any
    needs: tuple[Any, ...]
    clock: Any = ""
    rule: str = ""


OPTIONS = (
    Option(
        "provider", _("成立业主大会，选聘物业"),
        _("业主自己决定，选业主委员会去签合同、盯服务。管得最全，也要交物业费。"),
        (
            _("够当地规定的业主或者面积提出"),
            _("面积、人数都有三分之二以上参与表决，过半数同意"),
            _("说好服务标准和价格，公共收益归业主"),
        ),
        _("街道在 {days} 天内答复"), "street_answers",
    ),
    Option(
        "management_committee", _("组建物业管理委员会"),
        _("选不出业主委员会时的过渡办法，由居委会牵头，组织业主决定共同的事。看当地有没有规定。"),
        (
            _("当地规定允许"),
            _("单数，有业主、居委会、街道等各方，由居委会的人当主任"),
            _("条件够了就推动成立业主大会"),
        ),
        _("至少 {days} 人"), "management_least",
    ),
    Option(
        "self", _("业主自行管理"),
        _("楼少、人齐的小区可以自己管：推人记账、请保洁、修公共的东西，账目按期公布。"),
        (
            _("业主共同决定，写明谁负责、怎么出钱"),
            _("电梯、消防等要请有资质的单位维护"),
            _("收支按期公布"),
        ),
        _("账目每 {days} 个月公布一次"), "income_months",
    ),
    Option(
        "custody", _("低偿托管、准物业"),
        _("由街道、居委会联系单位做保洁、看门、小修这几样，收一点钱或者政府补一点。"),
        (
            _("业主同意，写明做哪几样、收多少"),
            _("和托管单位签协议，到期再定"),
            _("交得起多少、补多少公开"),
        ),
        _("协议到期前 {days} 天商量下一年"), "contract_raised",
    ),
)  # fmt: skip


def options_with_clocks(community: Any, on: date) -> list[tuple[Option, str]]:
    """Each way with what limits it here; empty where the place has said nothing."""
    shown = []
    for option in OPTIONS:
        number = law.number_if_any(option.rule, community, on) if option.rule else None
        told = str(option.clock).format(days=number) if number is not None else ""
        shown.append((option, told))
    return shown
