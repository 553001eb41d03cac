"""The words of the room's codes."""

from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.access.posts import POSTS

STANDARDS = [
    ("S1", pgettext_lazy("six standards", "居民自治")),
    ("S2", pgettext_lazy("six standards", "管理有序")),
    ("S3", pgettext_lazy("six standards", "服务完善")),
    ("S4", pgettext_lazy("six standards", "治安良好")),
    ("S5", pgettext_lazy("six standards", "环境优美")),
    ("S6", pgettext_lazy("six standards", "文明祥和")),
]
"""The six standards; a test holds their titles to those of the evaluation, which lies above."""


def owners() -> list[tuple[str, Any]]:
    """The posts that can answer for a task: work is given to a post, not to a person. A function,
    so that a further post asks for no migration."""
    return [(post.name, post.title) for post in POSTS.values() if post.works and not post.for_body]


NEEDS = [
    ("wish", _("居民的心愿")),
    ("survey", _("需求调查")),
    ("decision", _("会议的决议")),
    ("diagnosis", _("社区诊断")),
    ("statutory", _("法律规定的职责")),
    ("routine", _("每年都做的工作")),
    ("carried", _("上一年没有做完的")),
    ("above", _("上级交办的")),
]
"""What a task answers. The first four point at the need itself."""

DECIDERS = {"assembly": _("居民会议"), "representatives_meeting": _("居民代表会议")}
"""Who can approve a plan."""

POINTING = frozenset({"wish", "survey", "decision", "diagnosis"})

SOURCES = [
    ("web", _("网上提的")),
    ("desk", _("当面或电话说的")),
    ("plan", _("对计划草案的意见")),
    ("survey", _("需求调查里写的")),
]

OUTCOMES = [
    ("planned", _("还没开始")),
    ("doing", _("正在做")),
    ("late", _("到期没完成")),
    ("done", _("按时完成")),
    ("done_late", _("晚于计划完成")),
    ("dropped", _("不做了")),
    ("carried", _("转到下一年")),
]
TONES = {
    "planned": "new",
    "doing": "open",
    "late": "late",
    "done": "done",
    "done_late": "done",
    "dropped": "stopped",
    "carried": "paused",
}
HALVES = [("half", _("半年报告")), ("year", _("全年报告"))]
