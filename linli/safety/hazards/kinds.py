"""What is looked at and what is looked for, as data: kinds of check points with their items, and
what each counts for. A place that looks at something else adds a kind here."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

FIRE, SANITATION, ACCESS, SORTING, SPACE = "fire", "sanitation", "access", "sorting", "space"
BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class PointKind:
    """One kind of check point. `items`: what is looked at. `counts`: for which figures a check of
    it counts. `limit`: `blocked` where a way out has to be cleared at once; else as ordinary."""

    code: str
    title: Any
    items: tuple[Any, ...]
    counts: tuple[str, ...] = ()
    limit: str = ""


KINDS = (
    PointKind("fire_lane", _("消防车通道"), (
        _("没有车辆、杂物占用"), _("标线和“禁止占用”标志清楚"), _("限高杆、路障能马上移开")),
        (FIRE, SPACE), BLOCKED),
    PointKind("fire_kit", _("消防栓、灭火器"), (
        _("压力在绿区，没有过期"), _("栓箱、水带、枪头齐全"), _("前面没有东西挡着")), (FIRE,)),
    PointKind("charging", _("电动自行车充电"), (
        _("充电口、线路没有烧焦、破损"), _("没有从窗口拉线充电"), _("旁边没有可燃物"),
        _("灭火器材在位")), (FIRE,)),
    PointKind("corridor", _("楼道和安全出口"), (
        _("楼道、楼梯没有堆放"), _("没有电动自行车停放、充电"), _("安全出口、防火门能打开"),
        _("应急灯亮")), (FIRE, SPACE), BLOCKED),
    PointKind("gas", _("燃气管道和调压箱"), (
        _("闻不到燃气味"), _("管道、阀门没有锈穿、碰撞"), _("旁边没有堆物、明火"))),
    PointKind("lift", _("电梯"), (
        _("检验合格标志在有效期内"), _("紧急呼叫有人应答"), _("开关门、平层正常"))),
    PointKind("high_fall", _("高空坠物"), (
        _("外墙、檐口没有松脱"), _("窗台、阳台外没有易坠物"), _("空调架、广告牌牢固"))),
    PointKind("playground", _("儿童游乐和健身场地"), (
        _("安装牢固，没有松动"), _("没有断裂、锈穿、尖角"), _("地面平整，没有积水"))),
    PointKind("manhole", _("窨井盖和地面"), (
        _("井盖齐全、不松动"), _("地面没有塌陷"), _("临边有护栏或警示"))),
    PointKind("power", _("配电和公共照明"), (
        _("配电箱上锁、没有裸线"), _("路灯、楼道灯亮"), _("没有私拉乱接"))),
    PointKind("water_side", _("水边和低洼处"), (
        _("护栏完好"), _("警示标志、救生圈在位"), _("排水口没有堵"))),
    PointKind("access", _("无障碍设施"), (
        _("坡道、扶手没有占用、损坏"), _("盲道畅通"), _("无障碍卫生间、求助按钮能用")),
        (ACCESS,)),
    PointKind("sanitation", _("环境卫生"), (
        _("地面、绿地没有积存垃圾"), _("没有乱贴乱挂"), _("没有污水外溢、积水蚊虫")),
        (SANITATION,)),
    PointKind("sorting", _("垃圾分类投放点"), (
        _("抽看的桶里分类正确"), _("桶身、地面干净，没有满溢"), _("投放时间和标识清楚")),
        (SORTING,)),
    PointKind("other", pgettext_lazy("check point", "其他地方"), (_("没有危险"),)),
)  # fmt: skip

BY_CODE = {each.code: each for each in KINDS}
CHOICES = [(each.code, each.title) for each in KINDS]


RESULTS = [
    ("ok", _("正常")),
    ("hazard", _("有隐患")),
    ("not_reached", _("没能看到")),
]
RHYTHMS = [
    ("day", _("每天")),
    ("week", _("每周")),
    ("fortnight", _("每两周")),
    ("month", _("每月同一日")),
    ("month_by_weekday", _("每月同一个星期几")),
    ("once", _("只一次")),
]
WALKERS = [
    ("worker", _("社区工作者")),
    ("committee_member", _("居委会委员")),
    ("property_manager", _("物业服务人")),
    ("representative", _("居民代表、楼组长")),
]
OWNER_POSTS = [
    ("director", _("居委会主任")),
    ("deputy_director", _("居委会副主任")),
    ("committee_member", _("居委会委员")),
    ("worker", _("社区工作者")),
]
SOURCES = [
    ("round", _("巡查发现")),
    ("resident", _("居民扫码反映")),
    ("matter", _("居民诉求转来")),
    ("staff", _("工作人员看到")),
]
AUTHORITIES = [
    ("fire", _("消防救援机构")),
    ("market", _("市场监管部门（电梯等特种设备）")),
    ("housing", _("住房城乡建设部门")),
    ("urban", _("城市管理部门")),
    ("gas", _("燃气经营企业")),
    ("power", _("供电企业")),
    ("water", _("供水排水单位")),
    ("police", _("公安机关")),
    ("street", _("街道办事处")),
]
AUTHORITY_TITLES = dict(AUTHORITIES)
