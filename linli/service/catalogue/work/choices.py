"""What can be chosen of an opening and of a job-seeker's card."""

from django.utils.translation import gettext_lazy as _, pgettext_lazy

JOB, PUBLIC, TRAINING = "job", "public", "training"
KINDS = [(JOB, _("招工岗位")), (PUBLIC, _("公益性岗位")), (TRAINING, _("技能培训"))]

TIMES = [
    ("day", _("白天，整天")),
    ("part", _("半天或按钟点")),
    ("shift", _("倒班或夜里")),
    ("weekend", _("周末")),
    ("flexible", _("时间可以商量")),
]

PER = [
    ("month", pgettext_lazy("pay", "月")),
    ("day", pgettext_lazy("pay", "天")),
    ("hour", pgettext_lazy("pay", "小时")),
    ("piece", pgettext_lazy("pay", "件")),
    ("course", _("整个培训")),
]
"""What the pay is counted by."""

DRAFT, OPEN, FILLED, EXPIRED, WITHDRAWN = "draft", "open", "filled", "expired", "withdrawn"
STATES = [
    (DRAFT, _("没有公布")),
    (OPEN, _("正在招")),
    (FILLED, _("招满了")),
    (EXPIRED, _("到期了")),
    (WITHDRAWN, _("撤下了")),
]
TONES = {DRAFT: "new", OPEN: "open", FILLED: "done", EXPIRED: "paused", WITHDRAWN: "stopped"}

EMPLOYERS = [
    ("employer", _("用人单位")),
    ("public_body", _("公益性岗位的主管单位")),
    ("school", _("培训机构")),
]

HOW_ASKED = [("phone", _("打电话")), ("visit", _("上门看过"))]

REACH = [("phone", _("打我的电话")), ("community", _("请社区转告我"))]

NEEDED_TITLES = {
    "title": _("做什么"),
    "duties": _("具体做什么"),
    "where": _("在哪里"),
    "hours": _("几点到几点"),
    "phone": _("联系电话"),
    "pay": _("工钱"),
}
"""What every opening says, as a refusal names what is missing."""

FIELDS = {
    "name": _("姓名"),
    "phone": _("电话"),
    "wish": _("想做什么"),
    "hours": _("想什么时间做"),
    "near": _("想在哪里做"),
    "can": _("会什么、做过什么"),
    "learn": _("想学什么"),
    "pay": _("希望的工钱"),
}
"""What can be told of a card to one employer, each only where its owner ticked it."""

CONSENTS = [
    ("online", _("本人在网上")),
    ("signed", _("本人签字")),
    ("spoken", _("当面口头同意，有经办人记录")),
]
AT_THE_DESK = CONSENTS[1:]

ANSWERS = [
    ("still", _("还在招，延长")),
    ("filled", _("招满了")),
    ("not_reached", _("没打通")),
    ("over", _("不招了")),
]
"""What a call about an opening came to."""
