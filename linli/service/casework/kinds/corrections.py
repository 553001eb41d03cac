"""Help for people in community corrections: by initials, for the named group, to a last day (B61).
Minors have a kind of their own, so that nothing of theirs stands among the adults'."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.casework.kinds.declaration import Ending, Kind, Panel, register_kind
from linli.service.casework.kinds.usual import USUAL
from linli.service.casework.rules import corrections

POSTS = ("worker", "committee_member", "deputy_director", "director", "mediator")
OVER = "over"


def _happened(act: Act, case: Any, what: str) -> None:
    """A case is called by initials, and is tied to nobody on the roster."""
    if what == "opened":
        most = number_laid_down("corrections.longest_initials", case.community, local_day(act.at))
        require(corrections.only_initials(case.called, most=most))
        require(corrections.tied_to_nobody(case.person_id))
        require(corrections.names_nobody(case.reason))


def _kind(key: str, title: Any, cites: tuple[str, ...]) -> Kind:
    return Kind(
        key,
        title,
        purpose=_("协助社区矫正机构，帮助有困难的人；不监督、不评价"),
        cites=cites,
        opened_by=POSTS,
        handled_by=POSTS,
        keeper="director",
        forms=(),
        purposes=USUAL,
        endings=(
            Ending(OVER, _("期满，自动封存")),
            Ending("early", _("提前结束帮助"), leads_on=False),
        ),
        kept="corrections.kept",
        needs_consent=False,
        told_to_person=False,
        panels=(Panel(_("要帮什么、怎么帮"), "casework:corrections", "heart-handshake"),),
        happened=_happened,
    )


ADULT = _kind(
    "corrections",
    _("矫正帮扶"),
    ("community_corrections.12", "community_corrections.38", "community_corrections.61"),
)
MINOR = _kind(
    "corrections_minor",
    _("未成年人矫正帮扶"),
    ("community_corrections.52", "community_corrections.54", "community_corrections.61"),
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(ADULT)
    register_kind(MINOR)
