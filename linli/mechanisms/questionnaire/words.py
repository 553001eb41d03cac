"""The words of the mechanism's codes."""

from typing import Any

from django.utils.translation import gettext_lazy as _

STATES = [("draft", _("准备中")), ("open", _("正在调查")), ("closed", _("已结束"))]
TONES = {"draft": "new", "open": "open", "closed": "done"}

PER = [("household", _("每户一份")), ("person", _("每人一份"))]

SITUATIONS = [
    ("all", _("所有人")),
    ("elders", _("老年人")),
    ("children", _("孩子和家长")),
    ("workers", _("上班的人")),
    ("newcomers", _("新搬来的和租房的")),
    ("disabled", _("残疾人和家属")),
    ("seekers", _("找工作的人")),
    ("owners", _("业主")),
]
"""Life situations a question may be meant for. Whoever answers chooses; nobody is sorted."""

QUESTION_KINDS = [
    ("one", _("选一项")),
    ("several", _("可以选几项")),
    ("scale", _("从 1 到 5 打分")),
    ("number", _("选一个数目范围")),
    ("words", _("用自己的话写")),
]

CHANNELS = [
    ("web", _("网上")),
    ("paper", _("纸质，由工作人员录入")),
    ("phone", _("电话里答的")),
    ("door", _("上门时答的")),
]

DONT_KNOW: Any = _("不知道、说不好")
