"""What a flow says when a move may not be taken."""

from django.utils.translation import gettext_lazy as _

from linli.core.pages.sentences import Sentence, register_findings

register_findings(
    {
        "flow.move_open": Sentence(
            met=_("现在是“{state}”，可以“{move}”。"),
            unmet=_("现在是“{state}”，不能“{move}”。这一步由{who}办理。"),
            way_on=_("现在可以办的是：{open}。"),
        ),
        "flow.move_theirs": Sentence(
            met=_("可以“{move}”。"),
            unmet=_("“{move}”要由{who}来办。"),
            way_on=_("请转告能办的人；如果应当由您办，请居委会主任核对您的岗位。"),
        ),
        "flow.all_given": Sentence(
            met=_("“{move}”要填的都填了。"),
            unmet=_("“{move}”还缺：{missing}。"),
            way_on=_("请补上再提交，已经填写的内容不会丢。"),
        ),
        "flow.fresh": Sentence(
            met=_("打开页面以后没有别人办理过。"),
            unmet=_("打开页面以后，{who}已于 {at} 办理了“{did}”。"),
            way_on=_("请刷新页面，看过现在的情况再决定；您刚才的操作没有生效。"),
        ),
    }
)
