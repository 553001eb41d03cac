"""Invented data of an invented community (幸福里): for the style guide and the tests only."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _, ngettext_lazy

from linli.core.pages.sentences import Sentence, register_findings
from linli.core.pages.shapes import (
    Chart,
    Crumb,
    Deadline,
    Entry,
    Level,
    NavItem,
    Place,
    Step,
    Tab,
)
from linli.lib.law.finding import Finding

register_findings(
    {
        "styleguide.quorum": Sentence(
            met=_("到会 {present} 人，达到法定人数"),
            unmet=ngettext_lazy(
                "到会 {present} 人，还差 {short} 人", "到会 {present} 人，还差 {short} 人", "short"
            ),
            way_on=_("可以改期再开，或者请未到的代表书面委托。会议改期要重新公告。"),
            working=_("应到 {members} 人，过半数须多于 {half} 人；实到 {present} 人"),
        ),
        "styleguide.notice": Sentence(
            met=_("公告已张贴 {days} 天，满足 {needed} 天的要求"),
            unmet=_("公告只张贴了 {days} 天，需要 {needed} 天"),
            way_on=_("请在 {from_day} 之后再开会。"),
        ),
    }
)

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 6, 12, tzinfo=UTC)


@dataclass(frozen=True)
class ShownPerson:
    """Stands for the `MaskedPerson` of core/people."""

    name: str
    phone: str = ""
    id_number: str = ""
    address: str = ""
    is_shown: bool = True
    can_be_opened: bool = True


@dataclass(frozen=True)
class QueueRow:
    """A line of an invented queue."""

    number: str
    what: Any
    where: Place
    word: Any
    tone: str
    clock: Deadline
    who: Any


BUILDING = Place("3 号楼 2 单元", ("东湖街道", "幸福里社区", "幸福里小区"))
GARDEN = Place("中心花园", ("东湖街道", "幸福里社区", "桂花苑"))

STATUSES = [
    (_("待受理"), "new"),
    (_("办理中"), "open"),
    (_("等对方回复"), "waiting"),
    (_("暂停计时"), "paused"),
    (_("已答复"), "done"),
    (_("快到期"), "soon"),
    (_("已超期"), "late"),
    (_("不予受理"), "stopped"),
]

PROMISE = Deadline(TODAY + timedelta(days=2), 2, name=_("承诺"))
LIMIT = Deadline(TODAY + timedelta(days=21), 15, name=_("时限"))
LATE = Deadline(TODAY - timedelta(days=4), -2, name=_("承诺"))
EASY = Deadline(TODAY + timedelta(days=9), 7)
DUE_TODAY = Deadline(TODAY, 0)
PAUSED = Deadline(
    TODAY + timedelta(days=7), 5, paused_since=TODAY - timedelta(days=3), reason="等居民补充照片"
)
KEPT = Deadline(TODAY - timedelta(days=1), 1, met_on=TODAY - timedelta(days=2))

MET = Finding(
    True,
    "styleguide.quorum",
    ("rcl2025.3",),
    {"present": 31, "members": 58, "half": 29, "short": 0},
)
UNMET = Finding(
    False,
    "styleguide.quorum",
    ("rcl2025.3", "civil_code.203"),
    {"present": 28, "members": 58, "half": 29, "short": 2},
)
NOTICE_SHORT = Finding(
    False, "styleguide.notice", (), {"days": 5, "needed": 7, "from_day": date(2026, 11, 25)}
)

NEIGHBOUR = ShownPerson("王**", "138****5678", "3***************21")
HIDDEN = ShownPerson("", is_shown=False)

STORY = [
    Entry(
        NOW,
        _("已答复"),
        _("社区工作者"),
        "物业已更换 3 号楼 2 单元二层感应灯，当晚复看正常。",
        tone="done",
    ),
    Entry(
        NOW - timedelta(hours=26),
        _("转请幸福里物业办理"),
        _("社区工作者"),
        "只转去地点、内容和照片，未转联系方式。",
    ),
    Entry(NOW - timedelta(hours=49), _("受理"), _("社区工作者")),
    Entry(
        NOW - timedelta(hours=51),
        _("收到诉求"),
        _("居民，楼道二维码"),
        "楼道灯坏了三天，晚上看不见台阶。",
    ),
]

STAGES = [
    Step(_("收到"), "done", "11月20日"),
    Step(_("受理"), "done", "11月20日"),
    Step(_("办理"), "current", _("物业公司")),
    Step(_("答复"), "coming"),
    Step(_("评价"), "coming"),
]

CRUMBS = [Crumb(_("首页"), "#c-breadcrumb"), Crumb(_("诉求"), "#c-tabs"), Crumb(_("楼道灯不亮"))]

TABS = [
    Tab(_("今天要办"), "#c-tabs", True, 12),
    Tab(_("等对方回复"), "#c-steps", False, 5),
    Tab(_("已办结"), "#c-timeline", False, 1284),
]

MONTHS = ["1 月", "2 月", "3 月", "4 月", "5 月", "6 月", "7 月", "8 月", "9 月", "10 月", "11 月"]

LEVELS = [
    Level(_("服务完善"), 72, _("良好"), _("12 项中 9 项有分"), "#", 65, 78),
    Level(_("治安良好"), 0, _("起步")),
    Level(_("环境优美"), None, _("11 项里 3 项有分，还不够")),
]
LEVEL_TICKS = (40, 60, 85)

CHARTS = [
    Chart(
        "line",
        _("每月收到与办结的诉求"),
        _("月份"),
        (_("收到"), _("办结")),
        [
            (month, got, done)
            for month, got, done in zip(
                MONTHS,
                (64, 41, 58, 61, 72, 88, 97, 90, 66, 59, 43),
                (60, 38, 57, 63, 69, 80, 91, 96, 70, 60, 44),
                strict=True,
            )
        ],
        unit=_("件"),
        note=_("“收到”含电话和上门；11 月截至 23 日。"),
    ),
    Chart(
        "bar",
        _("按时答复的比例"),
        _("小区"),
        (_("按时答复"),),
        [("幸福里小区", 92), ("桂花苑", 87), ("东湖新村", 78), ("铁路宿舍", None)],
        unit="%",
        note=_("铁路宿舍还没有依据。"),
    ),
    Chart(
        "stacked",
        _("各类诉求由谁办结"),
        _("类别"),
        (_("社区自办"), _("物业"), _("部门")),
        [("照明", 12, 40, 3), ("漏水", 5, 31, 2), ("噪声", 44, 8, 19), ("停车", 21, 26, 9)],
        unit=_("件"),
    ),
    Chart(
        "interval",
        _("满意的比例及其区间"),
        _("季度"),
        (_("满意"), _("下限"), _("上限")),
        [("第一季度", 71, 62, 79), ("第二季度", 74, 66, 80), ("第三季度", 81, 75, 86)],
        unit="%",
        note=_("区间为 95% 置信区间；回收份数少，区间就宽。"),
    ),
]

FACTS = [
    (_("编号"), "7KQ4-MX29"),
    (_("类别"), _("公共照明")),
    (_("地点"), "幸福里小区 3 号楼 2 单元"),
    (_("收到"), "2026年11月20日"),
]

THUMBS = [
    NavItem(_("首页"), "#main", "home", current=True),
    NavItem(_("办事"), "#services", "checklist"),
    NavItem(_("公示"), "#board", "speakerphone"),
    NavItem(_("我的"), "#mine", "user-circle"),
]

PORTAL_NAV = [
    NavItem(_("首页"), "#main", "home", current=True),
    NavItem(_("反映问题"), "#matters", "message-report"),
    NavItem(_("办事"), "#services", "checklist"),
    NavItem(_("公示"), "#board", "speakerphone"),
    NavItem(_("活动"), "#mine", "calendar-event"),
]

DESK_NAV = [
    NavItem(_("今天"), "#main", "sun", "t", count=12),
    NavItem(_("诉求"), "#queue", "message-report", "m", current=True, count=37),
    NavItem(_("公示"), "#board", "speakerphone", "p", group=_("公开")),
    NavItem(_("办事指南"), "#services", "checklist", "s", group=_("公开")),
    NavItem(_("人与房"), "#people", "building-community", "r", group=_("底册")),
    NavItem(_("地点"), "#places", "map-pin", "l", group=_("底册")),
    NavItem(_("六项标准"), "#standards", "chart-bar", "e", group=_("评价")),
]

STREET_NAV = [
    NavItem(_("各社区"), "#main", "table", current=True),
    NavItem(_("六项标准"), "#standards", "chart-bar"),
]

QUEUE = [
    QueueRow(
        "7KQ4-MX29", "楼道灯不亮，晚上看不见台阶", BUILDING, _("已超期"), "late", LATE, "李**"
    ),
    QueueRow(
        "7KQ4-PB53", "中心花园长椅断了一根木条", GARDEN, _("办理中"), "open", DUE_TODAY, "李**"
    ),
    QueueRow(
        "7KQ5-AA10", "消防通道被私家车占了一半", BUILDING, _("办理中"), "open", PROMISE, "赵**"
    ),
    QueueRow("7KQ5-C7TT", "想问居家养老评估怎么申请", BUILDING, _("待受理"), "new", EASY, "—"),
    QueueRow(
        "7KQ5-D201",
        "夜里十一点后还有广场舞音响",
        GARDEN,
        _("等对方回复"),
        "waiting",
        PAUSED,
        "赵**",
    ),
    QueueRow(
        "7KQ5-EZ88", "单元门口台阶缺一块，轮椅上不去", BUILDING, _("已答复"), "done", KEPT, "李**"
    ),
]
