"""What neighbours give each other time for, and what can never be had for it (data)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

PURPOSES: list[tuple[str, Any]] = [
    ("company", _("聊天、陪伴、读报")),
    ("errand", _("代买、代取、跑腿")),
    ("walk", _("陪着散步、出门")),
    ("phone", _("教用手机")),
    ("repair", _("小修小补")),
    ("cook", _("做饭、送一碗汤")),
    ("pet", _("照看花草、猫狗")),
    ("child", _("大人在场时陪孩子玩、辅导")),
    ("lesson", _("教一样本事")),
    ("carry", _("搬东西、搭把手")),
    ("other", _("别的邻里小忙")),
]

STATUTORY: list[tuple[str, Any]] = [
    ("certificate", _("开证明、盖章")),
    ("benefit", _("低保、特困、临时救助的申请和入户核查")),
    ("elder_subsidy", _("高龄津贴、养老服务补贴")),
    ("elder_care", _("政府购买的居家养老服务")),
    ("disabled", _("残疾人两项补贴和康复服务")),
    ("child_protection", _("困境儿童、未成年人保护")),
    ("health", _("基本公共卫生服务、接种")),
    ("mediation", _("人民调解")),
    ("legal_aid", _("法律援助")),
    ("election", _("选举、表决和居务公开")),
    ("housing", _("公租房、住房保障")),
    ("priority", _("排队优先、名额优先")),
]
"""What everybody has a right to by law, or what is done for all alike: free, for everybody, and
never for somebody's time (志愿服务条例 25, 40)."""
