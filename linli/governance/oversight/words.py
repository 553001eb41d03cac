"""What the kinds of disclosure are called, once for forms, pages and sheets."""

from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

CATEGORIES: list[tuple[str, Any]] = [
    ("decisions", _("会议的决定和落实情况")),
    ("money", _("政府拨付的经费和接受捐赠的使用")),
    ("facilities", _("公共服务设施的管理和使用")),
    ("projects", _("社区服务项目")),
    ("consultation", _("协商结果和落实情况")),
    ("government", _("协助政府开展工作的情况")),
    ("concerns", _("居民普遍关心的其他事项")),
    ("local", _("本社区自己加的")),
]
"""The seven statutory categories of RCL 2025 art. 34, and what the community adds itself."""

RHYTHMS: list[tuple[str, Any]] = [
    ("month", pgettext_lazy("rhythm of disclosure", "每月")),
    ("quarter", pgettext_lazy("rhythm of disclosure", "每季度")),
    ("half_year", pgettext_lazy("rhythm of disclosure", "每半年")),
    ("year", pgettext_lazy("rhythm of disclosure", "每年")),
    ("event", pgettext_lazy("rhythm of disclosure", "有了就公布")),
]

GROUNDS: list[tuple[str, Any]] = [
    ("statutory", _("法律规定的频次")),
    ("practice", _("通行做法")),
    ("promise", _("本社区的承诺")),
]
"""On what the rhythm stands: the law says what is disclosed and for how long, hardly how often."""

CHANNELS: list[tuple[str, Any]] = [
    ("board", _("居务公开栏（必须）")),
    ("web", _("本网站")),
    ("group", _("居民微信群")),
    ("hall", _("服务大厅屏幕")),
    ("meeting", _("居民代表会议上报告")),
]

PREPARERS = ("worker", "director", "deputy_director", "committee_member")
CHECKERS = ("supervisor", "committee_member", "deputy_director", "director")
"""The posts that may prepare an item and that may check it; always two different people."""

SUBJECTS: list[tuple[str, Any]] = [
    ("disclosed", _("公开的内容")),
    ("not_disclosed", _("该公开没有公开的")),
    ("committee", _("居委会的其他工作")),
]
"""What residents ask about."""
