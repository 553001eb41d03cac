"""What clocks are called, and what a firm that leaves hands over."""

from django.utils.translation import gettext_lazy as _

from linli.core.clocks.names import register_clock_names, register_works

CONTRACT_TITLE = _("物业合同快到期，请业主决定")
TERM_TITLE = _("业主组织任期快到，准备换届")
POINT_TITLE = _("三方会议商定的事")
POSTED_TITLE = _("加装电梯、住改商方案公示到期")
DISPUTE_TITLE = _("物业纠纷，等答复")
TOLD_TITLE = _("物业纠纷，等转到能办的地方")
UNDER_CONTRACT = _("签订了物业服务合同")

HANDOVER_LIST = (
    ("room", _("物业服务用房")),
    ("paper", _("竣工验收资料和图纸")),
    ("paper", _("设施设备的安装、使用、维护资料")),
    ("paper", _("业主名册和房屋档案")),
    ("equipment", _("电梯、水泵、消防、监控等共用设施设备")),
    ("money", _("公共收益的结余和账册")),
    ("money", _("预收的物业费和押金清单")),
    ("key", _("机房、地库、屋面的钥匙和门禁系统")),
)

register_clock_names(
    {
        "property_contract": _("物业合同到期"),
        "property_term": _("业主组织任期"),
        "property_point": _("三方商定的日期"),
        "property_posted": _("方案公示期"),
        "property_dispute": _("答复纠纷的期限"),
        "property_told": _("接手并转出纠纷的期限"),
    }
)
register_works({"property.Dispute": _("物业纠纷")})
