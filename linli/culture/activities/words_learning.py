"""The closed lists of what people learn, meet for and are honoured with."""

from django.utils.translation import gettext_lazy as _

CONSENT_WAYS = [
    ("signed", _("本人签了字")),
    ("online", _("本人在网上同意")),
    ("spoken", _("本人口头同意，有人在场作证")),
]
WAY_NAMES = [name for name, _title in CONSENT_WAYS]

TEACHER_KINDS = [
    ("teacher", _("授课老师")),
    ("sport_instructor", _("社会体育指导员")),
]
ENGAGED = [("part", _("兼职")), ("full", _("专职"))]

GROUP_KINDS = [
    ("culture", _("文艺")),
    ("sport", _("体育健身")),
    ("dance", _("广场舞")),
    ("learning", _("学习")),
    ("craft", _("手工和爱好")),
    ("elder", _("老年学习")),
]
DANCE = "dance"

TURN_ROLES = [("lead", _("带活动")), ("door", _("开门"))]

RHYTHMS = [
    ("once", _("只一次")),
    ("day", _("每天")),
    ("week", _("每周")),
    ("fortnight", _("每两周")),
    ("month", _("每月")),
]

HELPED = [("much", _("很有帮助")), ("some", _("有一些帮助")), ("little", _("帮助不大"))]

HONOUR_KINDS = [
    ("civil_family", _("文明家庭")),
    ("good_neighbour", _("好邻居")),
    ("learning_family", _("学习型家庭")),
    ("volunteer_family", _("志愿家庭")),
    ("other_thanks", _("其他感谢")),
]

ENDED_FOR = [
    ("declined", _("本人不同意")),
    ("withdrawn", _("本人收回同意")),
    ("objected", _("异议成立")),
    ("closed", _("这一轮结束")),
    ("expired", _("到期")),
]

SAYS = [("supports", _("支持")), ("question", _("有疑问"))]

DELIVERY_KINDS = [
    ("film", _("电影放映")),
    ("performance", _("演出")),
    ("exhibition", _("展览")),
    ("talk", _("讲座")),
    ("books", _("送书")),
]

SPORT_DAY_KINDS = [
    ("fitness_test", _("国民体质监测日")),
    ("open_day", _("全民健身日开放")),
]
