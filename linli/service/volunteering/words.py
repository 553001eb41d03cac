"""The closed lists of this room: what is done, what one can, when one has time."""

from django.utils.translation import gettext_lazy as _

KINDS = [
    ("patrol", _("平安巡逻")),
    ("visit", _("上门探访")),
    ("meal", _("助餐送餐")),
    ("escort", _("陪同就医、外出")),
    ("event", _("活动保障")),
    ("desk", _("窗口引导")),
    ("teaching", _("教学辅导")),
    ("other", _("其他服务")),
]
ROUND_KINDS = ("meal", "escort", "visit")
"""Kinds whose shifts lead to people's homes, one stop after the other."""

SKILLS = [
    ("listening", _("陪伴聊天")),
    ("cooking", _("做饭配餐")),
    ("care", _("照护")),
    ("first_aid", _("急救")),
    ("repair", _("小修小补")),
    ("phone_help", _("手机使用辅导")),
    ("teaching", _("教学辅导")),
    ("driving", _("驾驶")),
    ("sign_language", _("手语")),
    ("dialect", _("方言、外语")),
    ("photography", _("摄影文字")),
    ("organising", _("活动组织")),
]
TIMES = [
    ("weekday_am", _("工作日上午")),
    ("weekday_pm", _("工作日下午")),
    ("weekday_eve", _("工作日晚上")),
    ("weekend_am", _("周末上午")),
    ("weekend_pm", _("周末下午")),
    ("weekend_eve", _("周末晚上")),
]
TRAININGS = [
    ("general", _("志愿服务基础培训")),
    ("first_aid", _("急救培训")),
    ("care", _("照护和陪护培训")),
    ("food", _("食品安全培训")),
    ("patrol", _("巡逻值守培训")),
    ("fire", _("消防培训")),
    ("children", _("儿童保护培训")),
]
SERVED = [
    ("elders", _("老年人")),
    ("children", _("儿童和青少年")),
    ("disabled", _("残疾人")),
    ("patients", _("病人和照护者")),
    ("newcomers", _("新搬来的居民")),
    ("everybody", _("全体居民")),
    ("place", _("社区环境和公共地方")),
]
"""Whom a service is for, by kind; never who they are."""

EVALUATIONS = [
    ("as_agreed", _("按约定完成")),
    ("in_part", _("完成了一部分")),
    ("changed", _("内容有变动")),
]
"""How the service went. Of the service, never of whoever did it."""

VIAS = [("web", _("自己在网上")), ("desk", _("到居委会")), ("phone", _("打电话"))]
GUARDIAN_WAYS = [
    ("signed", _("监护人签了字")),
    ("spoken", _("监护人当面或电话里同意，经办人记下")),
]
CONSENT_WAYS = [
    ("signed", _("本人签了字")),
    ("spoken", _("本人当面或电话里同意，经办人记下")),
]
THANKS = [("thanks", _("感谢")), ("award", _("表彰"))]

STOPS = [
    ("done", _("办好了")),
    ("nobody", _("没有人应门")),
    ("refused", _("今天不要")),
]
STOP_TONES = {"done": "done", "nobody": "late", "refused": "stopped"}

EXPORT_COLUMNS = (
    ("national_number", "志愿者编号"),
    ("name", "姓名"),
    ("id_kind", "证件类型"),
    ("id_number", "证件号码"),
    ("activity", "志愿服务项目名称"),
    ("place", "服务地点"),
    ("served", "服务对象"),
    ("content", "服务内容"),
    ("on", "服务日期"),
    ("hours", "服务时长（小时）"),
    ("training", "培训情况"),
    ("awards", "表彰奖励情况"),
    ("evaluation", "评价情况"),
    ("recorded_by", "记录单位"),
)
"""The columns of the record as the Ministry's measures name its fields, in their order. The
national system's own sheet may be worded otherwise: its titles are told here and nowhere else."""
