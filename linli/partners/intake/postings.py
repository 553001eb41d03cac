"""What may be public of the work that comes from above: which office, what, on what basis, with
what money, and what became of it (data)."""

from django.utils.translation import gettext_lazy as _

from linli.mechanisms.publication.declaration import PublicField
from linli.mechanisms.publication.disclosed import sheet_template

DONE_SHEET = sheet_template(
    "intake.done",
    _("协助政府做了什么"),
    (
        PublicField("office", _("哪个单位"), longest=80),
        PublicField("title", _("什么事"), longest=80),
        PublicField("received_on", _("收到日期"), kind="day"),
        PublicField("basis", _("依据"), longest=200),
        PublicField("money", _("经费"), longest=60),
        PublicField("state", _("办到哪一步"), longest=40),
    ),
    cites=("rcl2025.34", "rcl2025.43"),
)
