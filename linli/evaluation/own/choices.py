"""The closed choices an own indicator is composed of, with the words in which they are offered."""

from django.utils.translation import gettext_lazy as _

DRAFT, KEPT = "draft", "kept"
STATES = [(DRAFT, _("草稿")), (KEPT, _("在用"))]

AGGREGATORS = [
    ("count", _("数有多少条记录")),
    ("sum", _("把每条记录的数加起来（如分钟、条数）")),
    ("ratio_of_sums", _("做到的占应做的（如按期办结的占到期的）")),
    ("distinct", _("数有多少个不同的人或户，每个只算一次")),
    ("share_at_least", _("这些人里，在几个以上不同月份有记录的占多少")),
    ("median", _("把每条记录的数排队，取正中间那个")),
    ("last", _("期末还有多少（存量）")),
]
OWNERS = [("person", _("人")), ("household", _("户"))]
FIELDS = [
    ("", _("不分")),
    ("basic", _("只数基本生活方面的")),
    ("development", _("只数全面发展方面的")),
]

NO_BASE, REGISTER, CONSTANT = "", "kind", "constant"
BASES = [
    (NO_BASE, _("不比，就看这个数")),
    (REGISTER, _("比一种登记数或记录数")),
    (CONSTANT, _("除以一个固定的数")),
]

UNITS = [
    ("percent", "%"),
    ("ratio", _("倍数（几比一）")),
    ("per_1000", _("每千人")),
    ("per_10000", _("每万人")),
    ("per_100_households", _("每百户")),
    ("per_1000_households", _("每千户")),
    ("count", _("件")),
    ("number", _("个")),
    ("households", _("户")),
    ("days", _("天")),
    ("working_days", _("个工作日")),
    ("hours", _("小时")),
]
DIRECTIONS = [
    ("higher", _("越高越好")),
    ("lower", _("越低越好")),
    ("context", _("只作背景，不评好坏")),
]
PERIODS = [("month", _("每月")), ("quarter", _("每季")), ("", _("只算全年"))]

ROOMS = {
    "access": _("居委会的岗位"),
    "activity": _("活动"),
    "applications": _("帮助申请"),
    "archive": _("居务档案"),
    "assemblies": _("居民会议"),
    "casework": _("走访帮扶"),
    "budgeting": _("大家定的钱"),
    "certificates": _("开证明"),
    "chains": _("接龙"),
    "clocks": _("日历上的事"),
    "course": _("课程"),
    "deliberation": _("协商议事"),
    "elections": _("选举"),
    "facilities": _("场地设施"),
    "organisations": _("社区里的组织"),
    "party": _("党建"),
    "property": _("业主与物业"),
    "hazards": _("安全巡查"),
    "emergencies": _("应急"),
    "estate": _("小区和物业"),
    "facility": _("服务设施的面积"),
    "funds": _("经费"),
    "group": _("居民团队"),
    "guides": _("服务指南"),
    "home_services": _("上门服务"),
    "intake": _("上级要求"),
    "matters": _("诉求"),
    "mediation": _("人民调解"),
    "openings": _("岗位和培训"),
    "org": _("社区社会组织"),
    "oversight": _("居务公开和监督"),
    "paperwork": _("填表"),
    "people": _("居民登记"),
    "places": _("房屋和户数"),
    "planning": _("计划和心愿"),
    "providers": _("身边的服务单位"),
    "reminders": _("到期提醒"),
    "returns": _("上报"),
    "scorecard": _("评议会"),
    "services": _("十类服务"),
    "sewer": _("污水管"),
    "sport": _("社会体育指导员"),
    "station": _("志愿服务站"),
    "venue": _("文体场所"),
    "volunteer": _("志愿服务"),
    "watch": _("平安巡逻"),
}
"""The room a kind of fact comes from, by the first word of the kind."""

PERSON_WORDS = (
    "离婚", "单亲", "再婚", "丧偶", "未婚", "生育", "上访", "信访人", "重点人", "刑满", "矫正对象",
    "吸毒", "精神病", "艾滋", "信教", "宗教", "民族", "收入", "信用", "积分", "红榜", "黑名单", "排名",
    "divorc", "single parent", "petitioner", "religio", "ethnic", "credit score", "blacklist",
)  # fmt: skip
"""What would turn an indicator from the work of an institution to what somebody is or has: such
words are refused in its title and sentence."""

MOST_KINDS = 12
MOST_OWN = 99
"""As many codes as two figures make."""
