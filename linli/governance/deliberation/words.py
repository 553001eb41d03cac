"""The words of the room's codes: who proposes, how it is talked over, as what one comes."""

from django.utils.translation import gettext_lazy as _, pgettext_lazy

SOURCES = [
    ("resident", _("居民")),
    ("representative", _("居民代表")),
    ("unit", _("驻社区单位")),
    ("supervisor", _("居务监督委员会")),
    ("committee", _("居民委员会")),
    ("matters", _("反复出现的诉求")),
]
FOR_BODIES = ("property_manager", "department_officer")
"""The posts whose holders speak for a body here."""
FORMS = [
    ("council", _("议事会")),
    ("hearing", _("听证会")),
    ("open_talk", _("恳谈会")),
    ("round_table", _("圆桌会")),
    ("online", _("线上议")),
]
HALL_FORMS = [each for each in FORMS if each[0] != "online"]
FORM_SAYS = {
    "council": _("大家坐下来商量一件事怎么办，谈出几条做法。"),
    "hearing": _("要定一件影响到具体一些人的事，先请他们把理由摆出来听。"),
    "open_talk": _("事情还没有头绪，先敞开说，听听各人的难处。"),
    "round_table": _("几方面的人各来几位，围坐着逐条谈。"),
    "online": _("不开会，在手机和纸上写短意见、表态，看大家同意什么。"),
}
SIDES = [
    ("party", _("相关方")),
    ("professional", _("专业人士")),
]
WHERE_SAID = [
    ("talk", _("会上说的")),
    ("statement", _("意见表态里的")),
    ("letter", _("写来的")),
    ("matter", _("诉求里的")),
]

WHY_STRUCK = [
    ("asked", _("本人要求收回")),
    ("twice", _("同一份登记了两次")),
    ("mistyped", _("没有照原话写，照本人原话重新登记")),
]
TALK_RULES = (
    _("一次只议一件事，先说清要解决什么。"),
    _("想说话先举手，由主持人按顺序请；同一个人说第二次，要等想说的人都说过一次。"),
    _("每人每次三分钟，讲事实、讲自己的难处和办法。"),
    _("对事不对人，不打断，不猜别人的用心，不贴标签。"),
    _("不同意的可以保留，一字不改写进记录；署不署名由本人定。"),
    _("谈成的每一条都写明谁去做、哪天以前；谈不成的也写明各方的理由。"),
)
"""Shown wherever people talk: on the topic's page, on the notice, at the table."""

STRATA = [("age", _("年龄段")), ("sex", _("性别")), ("building", _("楼栋"))]
BANDS = {"60": _("60 岁以上"), "40": _("40 到 59 岁"), "18": _("18 到 39 岁")}
SEXES = {"male": _("男"), "female": _("女"), "-": _("性别没有登记")}

HEARD_AT = [
    ("day", _("接待日")),
    ("visit", _("走访")),
    ("box", _("意见箱")),
    ("talk", _("议事")),
    ("matter", _("诉求")),
    ("representative", _("居民代表带来的")),
]
MODES = [
    ("before", _("先看后放：管理员看过才给大家表态")),
    ("after", _("先放后看：写了就能表态，不合适的再拿下来")),
]
STATEMENT_SOURCES = [
    ("seed", _("居委会开头放的")),
    ("resident", _("居民写的")),
    ("paper", _("会上或纸上写的")),
]
BLOCKED_FOR = [
    ("person", _("说到了具体的人")),
    ("attack", _("骂人或者猜人用心")),
    ("off_topic", _("说的是另一件事")),
    ("several", _("一条里有几个意思")),
    ("same", _("和已有的一条意思一样")),
    ("unlawful", _("内容违法")),
]
VALUE_TITLES = {
    1: pgettext_lazy("on a statement", "同意"),
    -1: pgettext_lazy("on a statement", "不同意"),
    0: pgettext_lazy("on a statement", "说不好，跳过"),
}
