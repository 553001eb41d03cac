"""The register of a day-care centre: who is here today, for the staff named on it (B49)."""

from django.utils.translation import gettext_lazy as _

from linli.service.casework.kinds.care import POSTS
from linli.service.casework.kinds.declaration import (
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    Panel,
    register_kind,
)
from linli.service.casework.kinds.usual import USUAL

KEY = "day_care"
_TO_CARE = _("知道谁在中心、谁回家了")

DAY_CARE = Kind(
    KEY,
    _("日间照料中心登记"),
    purpose=_("知道今天谁在中心、谁已经回家；姓名过些天清除，只留每天几人"),
    cites=("pipl.13", "elders.38"),
    opened_by=POSTS,
    handled_by=POSTS,
    keeper="director",
    forms=(
        Form(
            "centre",
            _("这个中心"),
            (
                Field("where", _("在哪里"), _TO_CARE),
                Field("open", _("什么时候开"), _TO_CARE),
                Field(
                    "notes",
                    _("值班的人要知道的（不写某一位老人的事）"),
                    _TO_CARE,
                    LONG,
                    required=False,
                ),
            ),
        ),
    ),
    purposes=(("sheet", _("登记今天来的人")), *USUAL),
    endings=(Ending("stopped", _("登记不再用了")),),
    kept="care.day_care_kept",
    needs_consent=False,
    named=False,
    panels=(Panel(_("今天谁来了"), "casework:day_care", "users"),),
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(DAY_CARE)
