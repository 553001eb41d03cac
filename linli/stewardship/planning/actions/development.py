"""The development plan: where the community wants to be in three to five years."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.links.linking import link
from linli.core.places.models import Place
from linli.lib.law import Finding, Refused, require
from linli.stewardship.planning import rules
from linli.stewardship.planning.actions.drafting import row_called
from linli.stewardship.planning.actions.plans import decided_by
from linli.stewardship.planning.actions.wording import fit_for_everybody
from linli.stewardship.planning.models import DevelopmentPlan, Goal
from linli.stewardship.planning.queries.needs import decision_called, known_needs, words_of


@action("planning.write_development", needs="planning.draft")
def write_development(
    act: Act,
    community: Place,
    *,
    title: str,
    first_year: int,
    last_year: int,
    vision: str = "",
    goals: Sequence[Mapping[str, Any]] = (),
    development: DevelopmentPlan | None = None,
) -> DevelopmentPlan:
    """Writes a development plan, or one that is still a draft anew. `goals`: `title`, `measure`,
    `standard`, `need` (a `NeedRef` as text); each says which need it answers."""
    require(rules.development_span(first_year, last_year))
    fit_for_everybody(title, vision, *(goal["title"] for goal in goals))
    plan = development or DevelopmentPlan(community=community)
    require(Finding(plan.adopted_on is None, "planning.development_in_draft"))
    plan.title, plan.vision = title.strip(), vision.strip()
    plan.first_year, plan.last_year = first_year, last_year
    try:
        with transaction.atomic():
            plan.save()
    except IntegrityError:
        numbers = {"title": plan.title}
        raise Refused(Finding(False, "planning.development_title", numbers=numbers)) from None
    _write_goals(plan, community, goals)
    act.note(title=plan.title, goals=len(goals))
    return plan


@action("planning.adopt_development", needs="planning.settle")
def adopt_development(act: Act, plan: DevelopmentPlan, *, decision: str) -> DevelopmentPlan:
    """Records that residents adopted it; from then on it stands as it is."""
    found = decision_called(plan.community, decision)
    require(Finding(found is not None, "planning.decision_known"))
    assert found is not None
    require(rules.approved_by_residents(found.body))
    goals = Goal.objects.filter(community=plan.community_id, development=plan)
    require(rules.ready_to_settle(goals.count(), goals.filter(need="").count()))
    plan.adopted_on, plan.adopted_by = found.adopted_on, decided_by(found)[:120]
    plan.save(update_fields=["adopted_on", "adopted_by"])
    row = row_called(plan.community, decision)
    if row is not None:
        link(act, plan, "follows_from", row)
    act.note(title=plan.title)
    return plan


def _write_goals(
    plan: DevelopmentPlan, community: Place, goals: Sequence[Mapping[str, Any]]
) -> None:
    kept = {goal.order: goal for goal in Goal.objects.filter(community=community, development=plan)}
    known = known_needs(community)
    for order, each in enumerate(goals, 1):
        goal = kept.pop(order, None) or Goal(community=community, development=plan, order=order)
        goal.title, goal.measure = each["title"].strip(), each.get("measure", "").strip()
        goal.standard = each.get("standard", "")
        ref = each.get("need", "")
        if ref != (goal.need_ref or goal.need) or not goal.need:
            goal.need, goal.need_words = words_of(community, ref, known)
            require(Finding(bool(goal.need) or not ref, "planning.need_known"))
            goal.need_ref = ref if ":" in ref else ""
        goal.save()
    for left in kept.values():
        left.delete()
