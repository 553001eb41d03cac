"""Visits to an elder at home, by the elder's own wish (B49)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.lib.law import Finding
from linli.service.casework.kinds.declaration import (
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    Panel,
    register_kind,
)
from linli.service.casework.kinds.social_work import OFFICES
from linli.service.casework.kinds.usual import LIFE_IN_DANGER, USUAL

POSTS = ("worker", "committee_member", "deputy_director", "director")
_TO_CARE = _("照老人的意思安排探访和帮助")


def _may_end(case: Any) -> Finding | None:
    """The case ends when its plan has: who is being looked for is found first; and when nobody
    has to see any more how a support agreement is kept."""
    from linli.service.casework.queries.care import plan_of
    from linli.service.casework.queries.support import agreement_of
    from linli.service.casework.rules import support
    from linli.service.casework.rules.care import plan_over

    plan, agreement = plan_of(case), agreement_of(case)
    watched = support.over(agreement is not None and agreement.state == "in_force")
    return watched if not watched else plan_over(plan is None or plan.ended_on is not None)


ELDER_CARE = Kind(
    "elder_care",
    _("探访关爱"),
    purpose=_("照老人的意思上门看望，找不到人时知道找谁"),
    cites=("pipl.13", "pipl.29", "elders.7", "elders.38"),
    opened_by=POSTS,
    handled_by=POSTS,
    keeper="director",
    forms=(
        Form(
            "talk",
            _("和老人谈过"),
            (
                Field("said", _("老人怎么说、要什么"), _TO_CARE, LONG),
                Field("next", _("下一步"), _TO_CARE, required=False),
            ),
            many=True,
        ),
    ),
    purposes=(*USUAL, ("visit", _("上门探访之前"))),
    endings=(
        Ending("wished", _("老人不要了")),
        Ending("moved", _("老人搬离、入住机构或去世")),
        Ending("never", _("老人没有同意"), leads_on=False),
    ),
    kept="care.kept",
    kept_short="casework.not_taken_up_kept",
    needs_consent=False,  # the plan stands on the elder's own yes, and says when and how
    overrides=(LIFE_IN_DANGER,),
    refers_to=OFFICES,
    panels=(
        Panel(_("探访计划"), "casework:care_plan", "calendar-event"),
        Panel(_("赡养协议"), "casework:support", "clipboard-list"),
    ),
    may_end=_may_end,
)


def register() -> None:
    """Called when the app is ready."""
    register_kind(ELDER_CARE)
