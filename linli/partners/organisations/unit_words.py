"""The closed lists of resident units, pledges and proposals."""

from django.utils.translation import gettext_lazy as _

UNIT_KINDS = ("resident_unit", "property_provider")
"""Kinds of bodies that have a unit's file and may pledge."""
DELEGATES = ("unit_delegate", "property_manager")
"""The posts that speak for such a body."""

FEATURES = [
    ("room", _("场地")),
    ("opening", _("设施向居民开放")),
    ("things", _("设备物品")),
    ("skill", _("专业服务")),
    ("people", _("人手")),
    ("posts", _("岗位和实习")),
    ("support", _("经费支持")),
    ("other", _("其他")),
]

STANDINGS = {
    "kept": (_("按期做到"), "done"),
    "late": (_("做到了，晚了"), "late"),
    "open": (_("还没到期"), "open"),
    "overdue": (_("过期没有做到"), "late"),
    "checking": (_("说做到了，等核对"), "waiting"),
    "given_back": (_("收回了承诺"), "stopped"),
}
"""How a pledge stands, in words and tone. What was due and was not kept stays to be read."""

SCORES = [
    ("good", _("有用")),
    ("partly", _("一般")),
    ("poor", _("没有用")),
]
"""Of what was done, never of who did it."""

VIAS = [("web", _("自己在网上")), ("box", _("投在纸箱里")), ("desk", _("到居委会说的"))]

RUNGS = [
    ("informed", _("知道"), _("看得到社区在做什么、钱花在哪里")),
    ("consulted", _("说得上话"), _("提建议、回问卷、来议事")),
    ("deciding", _("定得了"), _("开会表决，选人，定预算")),
    ("doing", _("一起做"), _("做志愿者，办活动，参加社区社会组织")),
    ("supervising", _("管得住"), _("查账、评议、打分、要求答复")),
]
"""The ladder of taking part, from the lowest rung up: code, name, what it means."""

TO_TALK = "to_talk"
GOES_ON = _("提成议题，大家来议")
