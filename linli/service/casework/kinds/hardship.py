"""A hardship lead: somebody who may need help and has not asked. The committee reports it to the
office in time and helps to ask; it decides nothing (social assistance law 39)."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.door import Act
from linli.core.clocks import actions as clocks
from linli.core.pages.bilingual import in_both
from linli.core.places.laid_down import laid_down, number_laid_down
from linli.lib.calendar import local_day
from linli.service.casework.kinds.declaration import (
    CHOICE,
    DAY,
    LONG,
    Ending,
    Field,
    Form,
    Kind,
    Override,
    register_kind,
)
from linli.service.casework.kinds.social_work import OFFICES
from linli.service.casework.kinds.usual import LIFE_IN_DANGER, USUAL, what_was_done
from linli.service.casework.words import NEXT_STEP

_TO_REPORT = _("及时报告有困难的家庭、协助申请")
REPORT = "case_report"
REPORT_WITHIN = "casework.lead_reported"

HARDSHIP = Kind(
    "hardship",
    _("困难线索"),
    purpose=_("发现有困难的家庭，及时报告街道并协助申请；给不给救助由街道和区县决定"),
    cites=("social_assistance.39", "social_assistance.11"),
    opened_by=("worker", "committee_member", "deputy_director", "director"),
    handled_by=("worker", "committee_member", "deputy_director", "director"),
    keeper="director",
    forms=(
        Form(
            "found",
            _("怎么发现的"),
            (
                Field(
                    "how",
                    _("从哪里知道"),
                    _TO_REPORT,
                    CHOICE,
                    choices=(
                        ("self", _("本人说的")),
                        ("visit", _("走访时看到")),
                        ("neighbour", _("邻居说的")),
                        ("office", _("别的单位转来")),
                    ),
                ),
                Field("seen", _("看到什么困难（只写事实）"), _TO_REPORT, LONG),
                Field("wish", _("本人愿不愿意申请，希望什么"), _TO_REPORT, LONG, required=False),
            ),
        ),
        what_was_done(_TO_REPORT, after=("found",)),
        Form(
            "reported",
            _("报告街道"),
            (
                Field("on", _("哪天报告的"), _TO_REPORT, DAY),
                Field("to", _("报告给哪个窗口、哪位"), _TO_REPORT),
                Field("said", _("对方怎么答复"), _TO_REPORT, LONG, required=False),
            ),
            many=True,
            after=("found",),
        ),
    ),
    purposes=USUAL,
    endings=(
        Ending("applied", _("本人已申请")),
        Ending("reported", _("已报告，由街道接着办")),
        Ending("no_application", _("没有申请"), leads_on=False),
        Ending("no_hardship", _("没有需要帮助的困难"), leads_on=False),
    ),
    kept="casework.lead_kept",
    kept_short="casework.lead_dropped_kept",
    first_step_within="casework.lead_step",
    ends_after=("found",),
    needs_consent=False,
    overrides=(
        Override("sal39", _("发现困难家庭应当及时报告"), ("social_assistance.39",)),
        LIFE_IN_DANGER,
    ),
    refers_to=OFFICES,
    happened=lambda act, case, what: _happened(act, case, what),
)


def _happened(act: Act, case: Any, what: str) -> None:
    """The limit within which the street is told runs from the day the lead is written down."""
    if what == "opened":
        from linli.service.casework.actions.cases import holder_of

        on = local_day(act.at)
        clocks.start(
            act,
            case,
            REPORT,
            length=number_laid_down(REPORT_WITHIN, case.community, on),
            unit=laid_down(REPORT_WITHIN, case.community, on).unit,
            title=in_both(NEXT_STEP),
            holder=holder_of(case),
            rule=REPORT_WITHIN,
            url_name="casework:case",
            url_args={"community_code": case.community.code, "case_id": case.pk},
        )
    elif what in ("write:reported", "refer"):
        clocks.settle(act, case, REPORT)


def register() -> None:
    """Called when the app is ready."""
    register_kind(HARDSHIP)
