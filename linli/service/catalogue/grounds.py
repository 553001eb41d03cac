"""Why what a certificate says of a person may be kept (PIPL 13), and until when."""

from django.utils.translation import gettext_lazy as _

from linli.core.people.grounds import CONTRACT, Ground, register_grounds
from linli.service.catalogue.models import Certificate

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
