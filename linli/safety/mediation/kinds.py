"""What quarrels are about, where they come from, how a case may end: lists to choose from."""

from typing import Any

from django.utils.translation import gettext_lazy as _, pgettext_lazy

KINDS = [
    ("neighbour", pgettext_lazy("kind of quarrel", "邻里")),
    ("noise", _("噪声扰民")),
    ("pets", _("养宠")),
    ("family", _("婚姻家庭")),
    ("property", _("物业服务")),
    ("housing", _("房屋和租赁")),
    ("damage", _("损害赔偿")),
    ("debt", _("债务")),
    ("consumer", _("消费")),
    ("labour", _("劳动")),
    ("other", pgettext_lazy("kind of quarrel", "其他")),
]
DISTURBING = ("noise", "pets")
"""Where dissuading is a step of its own, which police and authorities may later ask for."""

SOURCES = [
    ("application", _("当事人申请")),
    ("own_motion", _("主动调解")),
    ("police", _("公安机关移交")),
    ("court", _("人民法院委托")),
    ("street", _("街道办事处指定")),
]
CHANNELS = [
    ("desk", _("到窗口")),
    ("portal", _("手机网页")),
    ("phone", _("电话")),
    ("paper", _("书面")),
]

BARS = [
    ("criminal", _("涉嫌犯罪或者治安案件，应由公安机关处理")),
    ("in_court", _("法院、仲裁机构已经受理或者已有裁判")),
    ("authority", _("依法只能由行政机关处理")),
    ("excluded", _("法律规定不能用民间调解解决的其他事")),
]

ROUTES = [
    ("arbitration", _("申请仲裁")),
    ("administrative", _("请主管行政机关处理")),
    ("court", _("向人民法院起诉")),
    ("legal_aid", _("请法律援助机构帮助")),
]

COURTS = [
    ("domicile", _("当事人住所地的基层人民法院")),
    ("object", _("标的物所在地的基层人民法院")),
    ("body", _("调解组织所在地的基层人民法院")),
    ("inviting", _("邀请调解的人民法院")),
]


def title_in(choices: list[tuple[str, Any]], key: str) -> str:
    """What a key of one of these lists is called, in the reader's language."""
    return str(dict(choices).get(key, key))
