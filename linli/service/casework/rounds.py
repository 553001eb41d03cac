"""Visits that go along on a telephone where there is no network: only of elders who have agreed to
it, only those the visitor picks for this day, and never a name on the device."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.lib.law import Finding, require
from linli.mechanisms.rounds.declaration import (
    BY_CHOICE,
    CHOICE,
    NOBODY,
    Question,
    RoundKind,
    register_round,
)
from linli.service.casework.actions.care import record_visit
from linli.service.casework.models import CareVisit
from linli.service.casework.rules import care

KIND = "casework.visits"
_GROUND = _("老人同意的探访计划")


def visit_arrived(stop: Any, answers: Mapping[str, str], by: Actor, at: datetime) -> None:
    """What came of a visit, brought home. Said twice it is once; what the plan no longer takes is
    refused and kept for a person to decide."""
    visit = (
        CareVisit.objects.filter(community=stop.community_id, pk=stop.ref)
        .select_related("plan__case", "community", "visitor")
        .first()
    )
    require(Finding(visit is not None, "casework.care_wanted", numbers={"ended_on": None}))
    assert visit is not None
    outcome = answers.get("outcome", "")
    if not outcome or visit.outcome == outcome:
        return
    record_visit(
        visit.case, visit=visit, outcome=outcome, words=answers.get("words", ""), by=by, at=at
    )


def may_visit(stops: Sequence[Any], account: Any) -> bool:
    """Whether somebody handles the cases of all the visits at these doors, or is on the elders'
    rosters: a round is not a way for others to learn of them. One question for all; a door that
    was emptied with its case holds nothing."""
    wanted = {stop.ref for stop in stops if stop.ref is not None}
    visits = CareVisit.objects.filter(community=stops[0].community_id, pk__in=wanted)
    handled = Q(plan__case__handlers__account=account, plan__case__handlers__until__isnull=True)
    on_roster = Q(plan__visitors__account=account, plan__visitors__until__isnull=True)
    return visits.filter(handled | on_roster).distinct().count() == len(wanted)


def register() -> None:
    """Called when the app is ready."""
    register_round(
        RoundKind(
            KIND,
            _("探访"),
            may_see="casework.see_visits",
            may_carry="casework.see_visits",
            arrived=visit_arrived,
            questions=(
                Question(
                    "outcome",
                    _("结果"),
                    CHOICE,
                    choices=((care.DONE, _("见到了老人")), (care.REFUSED, _("老人这次不要来"))),
                    ground=_GROUND,
                ),
                Question("words", _("老人要什么"), ground=_GROUND),
            ),
            offline=BY_CHOICE,
            is_closed=True,
            names=NOBODY,
            attempts=1,
            fits=may_visit,
        )
    )
