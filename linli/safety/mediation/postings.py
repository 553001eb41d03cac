"""What of mediations may be public: how many of each kind, and how they ended. Never whose (data).

None and fewer than ten are told alike, “不满 10 件”, so that no quarrel shows."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import PublicField
from linli.mechanisms.publication.disclosed import sheet_template

MEDIATIONS_SHEET = sheet_template(
    "mediation.counts",
    _("人民调解的情况"),
    (
        PublicField("kind", _("纠纷类型"), longest=40),
        PublicField("came", _("登记件数"), longest=20),
        PublicField("ended", _("终结"), longest=20),
        PublicField("agreed", _("达成协议"), longest=20),
    ),
    cites=("rcl2025.34", "people_mediation.27"),
)
