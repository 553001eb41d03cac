"""What the acts and findings of the map say."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts({"catalogue.place_on_map": ActSentence(_("写明“{service}”在地图上的位置"))})

register_findings(
    {
        "catalogue.no_point": Sentence(
            met=_("可以标在地图上。"),
            unmet=_("这一家只留电话、不留地址，不能标在地图上。"),
            way_on=_("它仍然在服务单位名录里，可以打电话。"),
        ),
        "catalogue.basic_known": Sentence(
            met=_("是列出的基本服务。"),
            unmet=_("没有这一类基本服务。"),
            way_on=_("请从列出的类别里选，或空着。"),
        ),
    }
)
