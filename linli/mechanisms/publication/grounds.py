"""Why what notices hold about persons may be kept (PIPL 13), and what may be agreed to."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONTRACT,
    DUTY,
    Ground,
    Purpose,
    register_bookkeeping,
    register_grounds,
    register_purposes,
)
from linli.mechanisms.publication.postings import NAMED

_ANSWERED = _("答复本人对公告提出的异议")
_OBJECTIONS = (_("公告异议"),)

register_purposes(
    {
        NAMED: Purpose(
            _("在公告栏公布我的名字"),
            _("表扬、感谢我的公告可以写我的名字，在公告栏和网上公布一段时间；撤回同意即撤下。"),
        ),
    }
)

register_grounds(
    {
        **{
            f"publication.Objection.{name}": Ground(
                CONTRACT,
                _ANSWERED,
                _OBJECTIONS,
                kept="settled",
                optional=name == "contact",
                title=title,
            )
            for name, title in {
                "words": _("对公告的异议"),
                "contact": _("异议里留的联系方式"),
                "answer": _("对异议的答复"),
            }.items()
        },
        **{
            f"publication.Told.{name}": Ground(
                DUTY,
                _("没有电话的人家也能知道社区的公告"),
                (_("上门告知"),),
                kept="posted",
                title=_("哪一户已经告知到公告"),
            )
            for name in ("how", "at")
        },
    }
)

register_bookkeeping(
    *(
        f"publication.Objection.{name}"
        for name in (
            "receipt",
            "channel",
            "raised_at",
            "state",
            "passed_to",
            "passed_on_at",
            "outcome",
            "closed_at",
        )
    )
)
