"""What a guide and an entry of the directory can be chosen from: fields, prices, means, steps."""

from django.utils.translation import gettext_lazy as _, pgettext_lazy

FIELDS = [
    ("assistance", _("社会救助")),
    ("disability", _("社区助残")),
    ("employment", _("就业再就业")),
    ("elders", _("为老服务和退休人员")),
    ("veterans", _("社区优抚")),
    ("property", _("物业服务")),
    ("home_help", _("家政服务")),
    ("shops", _("商业服务")),
    ("health", _("社区医疗卫生")),
    ("volunteering", _("志愿服务")),
]
"""The ten fields of the book (2.2(三) one to ten)."""

PRICES = [("free", _("无偿")), ("low", _("低偿")), ("paid", _("有偿"))]

MEANS = [
    ("window", _("窗口")),
    ("phone", _("电话")),
    ("home", _("上门")),
    ("online", _("网上")),
]

LIFE = [
    ("low_income", _("收入不够用")),
    ("ill", _("生病、看病")),
    ("old_age", _("上了年纪")),
    ("disability", _("身体不便")),
    ("child", _("孩子和上学")),
    ("job", _("找工作、退休")),
    ("housing", _("住房")),
    ("newcomer", _("刚搬来")),
    ("veteran", _("当过兵、军人家属")),
    ("rights", _("遇到纠纷、要维权")),
    ("repair", _("东西坏了、家务")),
    ("helping", _("想帮忙")),
]
"""What somebody is in when they look for a guide; said of the guide, never kept of a person."""

ELDER_HAVE = [
    ("supported", _("老有所养")),
    ("treated", _("老有所医")),
    ("useful", _("老有所为")),
    ("learning", _("老有所学")),
    ("teaching", _("老有所教")),
    ("joyful", _("老有所乐")),
]
"""The six 老有 of the book: which of them a guide serves. Of the guide, never of a person."""

STEP_FREE = [
    ("yes", _("无台阶")),
    ("no", pgettext_lazy("access", "有台阶")),
    ("unknown", _("还没去看过")),
]

ACCESS = [
    ("ramp", _("有坡道")),
    ("lift", _("有电梯")),
    ("wide_door", _("门够宽，轮椅能进")),
    ("low_counter", _("有低位柜台")),
    ("toilet", _("有无障碍卫生间")),
    ("seat", _("有座位可以等")),
    ("large_print", _("有大字材料")),
    ("hearing", _("有写字板或语音提示")),
    ("helper", _("按铃有人出来帮忙")),
]

PROVIDER_KINDS = [
    ("home_help", _("家政")),
    ("shop", pgettext_lazy("provider", "商业")),
    ("medical", _("医疗")),
    ("legal_aid", _("法律援助")),
    ("ngo", _("社会组织")),
    ("public", _("公共服务")),
]

RESULTS = [
    ("confirmed", _("都对，没变")),
    ("changed", _("有变化")),
    ("not_reached", _("没打通")),
    ("gone", _("停业了")),
]
"""What one call came to."""

WANTED = [
    ("workday_morning", _("工作日上午")),
    ("workday_afternoon", _("工作日下午")),
    ("evening", _("下班后（晚上）")),
    ("weekend", _("周末")),
]
"""When somebody can be visited; the last two lie outside office hours."""

BASICS = [
    ("convenience", _("便利店"), "shops"),
    ("supermarket", _("综合超市"), "shops"),
    ("market", _("菜市场、菜店"), "shops"),
    ("breakfast", _("早餐店"), "shops"),
    ("hairdresser", _("理发店"), "shops"),
    ("laundry", _("洗衣店"), "shops"),
    ("printing", _("照相、复印"), "shops"),
    ("repair", _("修理点"), "shops"),
    ("parcels", _("快递收发点"), "shops"),
    ("recycling", _("废品回收点"), "shops"),
    ("home_help", _("家政服务点"), "home_help"),
    ("pharmacy", _("药店"), "health"),
    ("health_station", _("社区卫生服务站"), "health"),
    ("elders_meal", _("老人就餐点"), "elders"),
    ("elders_day", _("老人日间照料"), "elders"),
]
"""What everybody should have within a quarter of an hour on foot, each with its field: the basic
businesses of the guidance on quarter-hour life circles of 2021, and what the book asks for the
sick and the old (2.2(三) four and nine)."""
BASIC_CHOICES = [(key, title) for key, title, _field in BASICS]

KIND_FIELDS = {
    "home_help": "home_help",
    "shop": "shops",
    "medical": "health",
    "legal_aid": "assistance",
    "ngo": "volunteering",
    "public": "property",
}
"""Under which field an entry of the directory is found on the map, unless its basic kind says."""
