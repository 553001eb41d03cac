"""Django's system checks over every model that follows a flow, run at start and by the tests."""

from collections.abc import Sequence
from typing import Any

import rules
from django.apps import AppConfig, apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import CheckConstraint, Model

from linli.mechanisms.flow.declaration import Flow
from linli.mechanisms.flow.flaws import find_flaws
from linli.mechanisms.flow.models import FlowRow, StepRow


def flow_models() -> list[type[FlowRow]]:
    """Every model that follows a flow."""
    return [model for model in apps.get_models() if issubclass(model, FlowRow)]


@register("linli")
def check_flows(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Flows that name permissions nobody registered, and models that do not hold to theirs."""
    found: list[CheckMessage] = []
    for model in flow_models():
        flow = getattr(model, "flow", None)
        if not isinstance(flow, Flow):
            found.append(Error("it names no flow", obj=model, id="flow.E001"))
            continue
        flaws = find_flaws(flow, rules.permissions.permissions)
        found += [Error(flaw, obj=model, id="flow.E002") for flaw in flaws]
        if not _keeps_states(model, flow):
            hint = "add in_states_of(FLOW, …) to its constraints and make a migration"
            found.append(Error("its states are not held by the database", hint, model, "flow.E003"))
        if not _has_steps(model):
            found.append(Error("it has no steps made from StepRow", obj=model, id="flow.E004"))
        if flow.has_clocks and model.face is FlowRow.face:
            found.append(Error("it has clocks and no face", obj=model, id="flow.E005"))
    return found


def _keeps_states(model: type[Model], flow: Flow) -> bool:
    return any(
        isinstance(constraint, CheckConstraint)
        and ("state__in", list(flow.states)) in getattr(constraint.condition, "children", ())
        for constraint in model._meta.constraints
    )


def _has_steps(model: type[Model]) -> bool:
    return any(
        relation.get_accessor_name() == "steps" and issubclass(relation.related_model, StepRow)
        for relation in model._meta.related_objects
    )
