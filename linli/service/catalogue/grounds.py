"""Why what a certificate says of a person may be kept (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import (
    CONSENT,
    CONTRACT,
    Ground,
    Purpose,
    register_grounds,
    register_purposes,
)
from linli.service.catalogue.applications import grounds as _applications  # noqa: F401
from linli.service.catalogue.models import Certificate
from linli.service.catalogue.reminders import grounds as _reminders  # noqa: F401
from linli.service.catalogue.work import grounds as _work  # noqa: F401

_TITLES = {
    "holder_name": _("证明的持有人"),
    "purpose": _("证明的用途"),
    "for_office": _("证明交给的单位"),
    "text": _("证明写明的内容"),
    "statements": _("证明逐项核对的结果"),
    "witness": _("证明的见证人"),
    "came": _("代办证明的人"),
}

register_grounds(
    {
        f"catalogue.Certificate.{name}": Ground(
            CONTRACT,
            _("出具本人要的证明，并让用证单位能够核验"),
            (_("开证明"),),
            kept="certificate_term",
            title=_TITLES[name],
        )
        for name in Certificate.PERSONAL
    }
)

# Guides: a person's mobile in the directory; what a visitor should know of the way in.

register_grounds(
    {
        "catalogue.Provider.phone": Ground(
            CONSENT,
            _("让居民找得到服务单位；个人手机号经本人同意才列出"),
            (_("服务目录"),),
            kept="withdrawn",
            optional=True,
            consent="listed_number",
            title=_("服务目录里个人的手机号"),
        ),
        "catalogue.HomeService.words": Ground(
            CONTRACT,
            _("按本人要求上门办事"),
            (_("办理上门"),),
            kept="settled",
            title=_("上门前要知道的"),
        ),
    }
)
register_purposes(
    {
        "listed_number": Purpose(
            _("手机号列入服务目录"),
            _("接活的师傅同意把自己的手机号列在服务目录里，居民看得到；说一声就撤下。"),
        )
    }
)
