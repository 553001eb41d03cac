"""Help after release (B61): by her own wish, by initials, to a last day. Help and nothing else:
there is no supervision, no assessment and no place here, and no room for them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.casework.kinds.corrections import OVER, POSTS
from linli.service.casework.kinds.declaration import Ending, Kind, Panel, register_kind
from linli.service.casework.kinds.usual import USUAL
from linli.service.casework.rules import corrections

KEY = "resettlement"


def _happened(act: Act, case: Any, what: str) -> None:
    """Initials alone, and tied to nobody on the roster: who was in prison stands on no list."""
    if what == "opened":
        most = number_laid_down("corrections.longest_initials", case.community, local_day(act.at))
        require(corrections.only_initials(case.called, most=most))
        require(corrections.tied_to_nobody(case.person_id))
        require(corrections.names_nobody(case.reason))


RESETTLEMENT = Kind(
    KEY,
    _("安置帮教"),
    purpose=_("本人愿意的，帮着找工作、申请救助、上学、落户；不监督、不评价、不记行踪"),
    cites=("prison.37", "pipl.13", "pipl.29"),
    opened_by=POSTS,
    handled_by=POSTS,
    keeper="director",
    forms=(),
    purposes=USUAL,
    endings=(
        Ending(OVER, _("期满，自动封存")),
        Ending("reached", _("不再需要帮助")),
        Ending("declined", _("本人不愿意或者不再愿意"), leads_on=False),
    ),
    kept="resettlement.kept",
    kept_short="casework.not_taken_up_kept",
    needs_consent=True,
    told_to_person=False,
    refers_to=(
        ("employment", _("就业服务机构")),
        ("street", _("街道办事处")),
        ("school", _("学校、培训机构")),
        ("registration", _("派出所户籍窗口")),
        ("legal_aid", _("法律援助机构")),
        ("other", _("其他")),
    ),
    panels=(Panel(_("要帮什么、怎么帮"), "casework:corrections", "heart-handshake"),),
    happened=_happened,
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(RESETTLEMENT)
