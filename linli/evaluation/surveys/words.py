"""The words of the surveys' codes."""

from django.utils.translation import gettext_lazy as _

STRATA = [("compound", _("按小区")), ("building", _("按楼栋"))]
HOW = [("sample", _("抽样")), ("whole", _("每户（每人）都问"))]

BANDS = {
    "band_under18": _("18 岁以下"),
    "band_18_59": _("18–59 岁"),
    "band_60_up": _("60 岁以上"),
}
SEXES = {"female": _("女"), "male": _("男")}
HUKOU = {"hukou_here": _("户籍在本社区"), "hukou_elsewhere": _("户籍在别处")}
CELLS = {**BANDS, **SEXES, **HUKOU}

METHODS = [
    ("post_stratified", _("按年龄、性别、户籍加权（事后分层）")),
    ("stratified", _("按抽样的层加权")),
    ("simple", _("按答卷直接算")),
    ("asked_all", _("每次服务后都问，按评价直接算")),
]

BREAKDOWNS = {"age": _("年龄"), "sex": _("性别"), "hukou": _("户籍"), "stratum": _("住在哪里")}
