"""The closed lists of this room: income, handover, answers, disputes and where they lead."""

from django.utils.translation import gettext_lazy as _, pgettext_lazy

INCOME_KINDS = [
    ("parking", _("停车位租金")),
    ("advertising", _("电梯、墙面广告")),
    ("site_rent", _("场地、摊位租金")),
    ("lockers", _("快递柜、售卖机")),
    ("masts", _("通信基站")),
    ("other_income", _("其他收入")),
]
COST_KINDS = [
    ("upkeep", _("维护和保洁")),
    ("power", _("水电")),
    ("management", _("管理成本")),
    ("tax", _("税费")),
    ("other_cost", _("其他支出")),
]
USE_KINDS = [
    ("to_fund", _("补充维修资金")),
    ("to_owners", _("分给业主")),
    ("to_works", _("用于小区的事")),
    ("kept", _("结存")),
]
LINE_KINDS = [*INCOME_KINDS, *COST_KINDS, *USE_KINDS]
LINE_SIDES = [
    ("income", pgettext_lazy("common income", "收入")),
    ("cost", _("合理成本")),
    ("use", _("净收益怎么用")),
]
KINDS_OF = {"income": INCOME_KINDS, "cost": COST_KINDS, "use": USE_KINDS}

HANDOVER_KINDS = [
    ("room", _("物业服务用房")),
    ("paper", _("资料和图纸")),
    ("equipment", _("设施设备")),
    ("money", _("代收代管的钱和账")),
    ("key", _("钥匙、密码和系统")),
]

NOTICE_SIDES = [("owners", _("业主")), ("provider", _("物业服务人"))]

ANSWERS = [("agree", _("同意")), ("object", _("不同意"))]

OFFICES = [
    ("chair", pgettext_lazy("owners' body", "主任、组长")),
    ("deputy", pgettext_lazy("owners' body", "副主任、副组长")),
    ("member", pgettext_lazy("owners' body", "委员、成员")),
]
OFFICES_OF = {
    "preparatory_group": {
        "chair": pgettext_lazy("owners' body", "组长"),
        "deputy": pgettext_lazy("owners' body", "副组长"),
        "member": pgettext_lazy("owners' body", "成员"),
    },
    "": {
        "chair": pgettext_lazy("owners' body", "主任"),
        "deputy": pgettext_lazy("owners' body", "副主任"),
        "member": pgettext_lazy("owners' body", "委员"),
    },
}
"""The same as each kind of body calls them; a preparatory group otherwise than a committee."""
SIDES = [
    ("owner", _("业主")),
    ("committee", _("居委会")),
    ("street", _("街道办事处")),
    ("party", _("社区党组织")),
    ("police", _("派出所")),
    ("developer", _("建设单位")),
    ("provider", _("物业服务人")),
]

SIDES_SAID = {
    "居民委员会": "committee",
    "街道": "street",
    "街道办": "street",
    "党组织": "party",
    "社区党委": "party",
    "公安派出所": "police",
    "开发商": "developer",
    "物业": "provider",
}
"""How the sides are called besides."""

DISPUTE_KINDS = [
    ("service", _("服务不到位")),
    ("fees", _("收费、催费")),
    ("cut_off", _("停水、停电、停气、断门禁催费")),
    ("common_income", _("公共收益不公开、被占用")),
    ("fund", _("维修资金的使用")),
    ("quality", _("房屋质量、保修")),
    ("delivery", _("交房、配套、办证")),
    ("other", _("其他")),
]
MEDIATORS = _("本社区人民调解委员会")
ROUTES = [
    ("talk", _("居委会约双方当面谈")),
    ("mediation", _("人民调解委员会调解")),
    ("authority", _("转主管部门（街道、住建、水电气主管部门）")),
    ("legal_aid", _("法律咨询、法律援助")),
    ("court", _("仲裁、起诉")),
]
