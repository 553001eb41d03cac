"""What the book says of steering jobs, and why a step cannot be taken."""

from django.utils.translation import gettext_lazy as _

from linli.core.audit.sentences import ActSentence, register_acts
from linli.core.pages.sentences import Sentence, register_findings

register_acts(
    {
        "jobs.cancel": ActSentence(_("取消了一项后台工作")),
        "jobs.pause": ActSentence(_("暂停了一项后台工作")),
        "jobs.resume": ActSentence(_("继续一项后台工作")),
        "jobs.retry": ActSentence(_("重新做一项后台工作")),
    }
)
register_findings(
    {
        "jobs.may_cancel": Sentence(
            met=_("可以取消"),
            unmet=_("这项工作已经结束，不能取消"),
            way_on=_("请刷新页面看结果；需要撤回已完成的部分，请用它自己的撤销功能。"),
        ),
        "jobs.may_pause": Sentence(
            met=_("可以暂停"),
            unmet=_("这项工作没有在进行，不能暂停"),
            way_on=_("请刷新页面看它现在的状态。"),
        ),
        "jobs.may_resume": Sentence(
            met=_("可以继续"),
            unmet=_("这项工作没有暂停，不用继续"),
            way_on=_("请刷新页面看它现在的状态。"),
        ),
        "jobs.may_retry": Sentence(
            met=_("可以重做"),
            unmet=_("这项工作没有失败或取消，不用重做"),
            way_on=_("请刷新页面看它现在的状态。"),
        ),
    }
)
