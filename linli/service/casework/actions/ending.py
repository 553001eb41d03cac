"""Closing a case, and destroying it on its day."""

from datetime import timedelta
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.audit.models import ClosedEntry
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Clock
from linli.core.places.laid_down import number_laid_down
from linli.lib.calendar import local_day
from linli.lib.law import Findings, require, require_all
from linli.mechanisms.rounds.forgetting import empty
from linli.mechanisms.rounds.models import Stop
from linli.service.casework.actions.cases import told_person
from linli.service.casework.models import (
    Agreement,
    CareVisit,
    Case,
    CaseHand,
    Destroyed,
    Referral,
    Release,
)
from linli.service.casework.queries import cases as queries
from linli.service.casework.rules import cases as rules


@action("casework.end_case", needs="casework.lead")
def end_case(act: Act, case: Case, *, ending: str) -> Case:
    """Closes it: read only from now on, with a second person's leave, and destroyed on its day."""
    act.about = told_person(case)
    return end(act, case, ending=ending)


def end(act: Act, case: Case, *, ending: str) -> Case:
    """The step of it."""
    case = _locked(case)
    require(rules.still_open(case.is_open))
    kind = case.declared
    known = kind.ending(ending)
    require(rules.known_ending(known is not None))
    assert known is not None
    waits = Release.objects.filter(
        community=case.community_id, case=case, decided_at__isnull=True
    ).count()
    consented = Agreement.objects.filter(community=case.community_id, case=case).exists()
    # Help that was never taken up needed no consent to stop.
    lacks = kind.needs_consent and known.leads_on and not consented
    findings = list(rules.may_end(kind, queries.written_forms(case), waits, lacks))
    own = kind.may_end(case)
    require_all(Findings((*findings, *([own] if own is not None else []))))
    rule = kind.kept if known.leads_on or not kind.kept_short else kind.kept_short
    on = local_day(act.at)
    case.state, case.closed_at, case.ending = Case.CLOSED, act.at, ending
    case.destroy_on = on + timedelta(days=number_laid_down(rule, case.community, on))
    case.save(update_fields=["state", "closed_at", "ending", "destroy_on"])
    clocks.settle(act, case)
    kind.happened(act, case, "ended")
    return case


@action("casework.destroy", needs="casework.destroy")
def destroy(act: Act, case: Case) -> Destroyed:
    """Destroys a case on its day: first its key, without which no word of it opens (also where a
    row were left), then its rows, its clocks, and its book. What stays is a proof without a name,
    for those who handled it to the end."""
    case = _locked(case)
    require(rules.ripe(case.destroy_on, local_day(act.at)))
    proof = Destroyed(community_id=case.community_id, kind=case.kind, on=local_day(act.at), rows=0)
    for row in queries.handlers_of(case):
        if row.role == CaseHand.LEAD:
            proof.lead_id = row.account_id
        elif row.role == CaseHand.SECOND:
            proof.second_id = row.account_id
    Case.objects.filter(community=case.community_id, pk=case.pk).update(key="")
    owned = Clock.objects.filter(community=case.community_id, owner=case.pk)
    ClosedEntry.objects.filter(subject__in=[case.pk, *owned.values_list("pk", flat=True)]).delete()
    owned.delete()
    proof.rows = _delete(case)
    proof.save(force_insert=True)
    return proof


def _empty_doors(case: Case) -> None:
    """What rounds keep of its visits goes with it: the answers, the door, what was called there."""
    visits = CareVisit.objects.filter(community=case.community_id, plan__case=case)
    its = list(visits.values_list("pk", flat=True))
    doors = Stop.objects.filter(community=case.community_id, ref__in=its)
    empty(case.community_id, doors.values("pk"))
    doors.update(place=None, ref=None, called="")


def _delete(case: Case) -> int:
    _empty_doors(case)
    # Referrals hold on to the agreement they stand on; both go with the case.
    referred = Referral.objects.filter(community=case.community_id, case=case).delete()[0]
    gone = Case.objects.filter(community=case.community_id, pk=case.pk).delete()[0]
    return referred + gone


def _locked(case: Case) -> Case:
    row: Any = Case.objects.select_for_update().get(community=case.community_id, pk=case.pk)
    found: Case = row
    return found
