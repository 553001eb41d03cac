"""Elders, children, violence, corrections: by name on the case, and one dedicated post."""

from typing import Any

import rules

from linli.core.audit.actor import Actor, clock, holds, signed_in
from linli.service.casework.models import Case
from linli.service.casework.models.care import CareVisit, CareVisitor
from linli.service.casework.models.children import ChildReport
from linli.service.casework.permissions.cases import handles_it, works

protects_children = holds("child_protection")


def _case_of(subject: Any) -> Any:
    return subject if isinstance(subject, Case) else getattr(subject, "case", None)


@rules.predicate
def tends_it(actor: Actor, subject: Any) -> bool:
    """The actor is named on the case, or on the case that a row hangs on."""
    case = _case_of(subject)
    return isinstance(case, Case) and bool(handles_it(actor, case))


@rules.predicate
def visits_there(actor: Actor, subject: Any) -> bool:
    """The actor is on the roster of those who visit."""
    if not isinstance(subject, Case | CareVisit) or actor.account is None:
        return False
    case = _case_of(subject)
    return CareVisitor.objects.filter(
        community=case.community_id, plan__case=case, account=actor.account, until__isnull=True
    ).exists()


@rules.predicate
def reported_it(actor: Actor, subject: Any) -> bool:
    """The actor reported it."""
    return isinstance(subject, ChildReport) and subject.reported_by_id == actor.account


rules.add_perm("casework.tend", works & tends_it)
rules.add_perm("casework.visit", works & (tends_it | visits_there))
rules.add_perm("casework.see_visits", works)
rules.add_perm("casework.miss_visit", clock)
rules.add_perm("casework.report_child", works)
rules.add_perm("casework.write_child_report", works & (reported_it | protects_children))
rules.add_perm("casework.protect_children", protects_children)
rules.add_perm("casework.forget_child_report", clock)
rules.add_perm("casework.end_by_itself", clock)
rules.add_perm("casework.set_duty_offices", protects_children | holds("director"))
rules.add_perm(
    "casework.arrange_consultations",
    holds("worker", "committee_member", "deputy_director", "director", "mediator"),
)
rules.add_perm("casework.take_number", signed_in)
rules.add_perm("casework.serve_veterans", holds("veterans"))
