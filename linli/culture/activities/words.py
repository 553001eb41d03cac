"""The closed lists of this room: what it is, what it is about, whom it is for, what it costs."""

from django.utils.translation import gettext_lazy as _

KINDS = [
    ("course", _("课程")),
    ("club", _("团队活动")),
    ("lecture", _("讲座")),
    ("festival", _("节庆")),
    ("outing", _("外出活动")),
    ("screening", _("放映、演出")),
    ("competition", _("比赛、展演")),
    ("open_day", _("开放日")),
    ("fitness_test", _("体质测试")),
]

TOPICS = [
    ("culture", _("文化艺术")),
    ("sport", _("体育健身")),
    ("learning", _("学习")),
    ("elder_school", _("老年学校")),
    ("digital", _("数字技能")),
    ("parents", _("家长学校")),
    ("reading", _("阅读")),
    ("green", _("绿色生活")),
    ("health", _("健康知识")),
    ("handicraft", _("手工")),
    ("tradition", _("传统节日")),
    ("neighbours", _("邻里往来")),
]

AUDIENCES = [
    ("everyone", _("人人可以来")),
    ("elders", _("老年人")),
    ("adults", _("成年人")),
    ("teenagers", _("青少年")),
    ("children", _("儿童")),
    ("families", _("家庭")),
    ("disabled", _("残疾人")),
]

FOR_MINORS = ("teenagers", "children", "families")
"""Whoever signs up for these says how old they are, and a guardian agrees."""

PRICES = [("free", _("无偿")), ("low", _("低偿")), ("paid", _("有偿"))]
"""Free, at cost, at a price: the three classes of a community's services."""

RHYTHMS = [
    ("once", _("只办一次")),
    ("day", _("每天")),
    ("week", _("每周")),
    ("fortnight", _("隔周")),
    ("month", _("每月同一天")),
    ("month_by_weekday", _("每月同一个星期几")),
]

WEEKDAYS = [
    (0, _("星期一")),
    (1, _("星期二")),
    (2, _("星期三")),
    (3, _("星期四")),
    (4, _("星期五")),
    (5, _("星期六")),
    (6, _("星期日")),
]

CONSENTS = [
    ("nobody", _("照片里认不出任何人")),
    ("everybody", _("照片里能认出的每个人都同意公开")),
]
"""The only two photographs that are taken in."""

KNOWN = [("", _("还没有看过")), ("yes", _("是")), ("no", _("不是"))]
"""How a place is, where somebody has looked."""
