"""Weights entered from a resolution, adopted, taken away before they count."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.evaluation.models import Weighing
from linli.evaluation.weighing import rules
from linli.evaluation.weighing.entering import weigh
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require


@action("evaluation.draft_weights", needs="evaluation.draft_weights")
def draft_weights(
    act: Act,
    community: Any,
    *,
    method: str,
    entered: dict[str, Any],
    resolution: str,
    decided_on: date,
    from_year: int,
    took_part: int = 0,
    weighing: Weighing | None = None,
) -> Weighing:
    """Enters what a meeting decided, or enters it anew while it is a draft. Refused where the
    points do not sum up, the comparisons contradict each other, or it would judge a past year."""
    require(rules.has_met(decided_on, local_day(act.at)))
    require(rules.from_then(from_year, decided_on))
    found = weigh(method, entered, took_part)
    for finding in found.findings:
        require(finding)
    row = weighing or Weighing(community=community, made_at=act.at)
    if weighing is not None:
        row = _locked(weighing)
        require(Finding(not row.is_adopted, "evaluation.weights_open"))
    row.method, row.from_year, row.decided_on = method, from_year, decided_on
    row.resolution, row.took_part, row.ratio = resolution.strip(), found.took_part, found.ratio
    row.entered = found.kept
    row.weights = {code: str(weight) for code, weight in found.weights.items()}
    row.save()
    act.note(year=from_year, members=row.took_part)
    return row


@action("evaluation.adopt_weights", needs="evaluation.adopt_weights")
def adopt_weights(act: Act, weighing: Weighing) -> Weighing:
    """Makes them count from their year on. Refused where another decision begins in that year, or
    the year is over."""
    row = _locked(weighing)
    require(Finding(not row.is_adopted, "evaluation.weights_open"))
    require(rules.from_then(row.from_year, local_day(act.at)))
    taken = Weighing.objects.filter(
        community=row.community_id, state="adopted", from_year=row.from_year
    )
    require(rules.year_is_free(taken.exists(), row.from_year))
    row.state, row.adopted_at = "adopted", act.at
    try:
        with transaction.atomic():
            row.save(update_fields=["state", "adopted_at"])
    except IntegrityError:  # somebody adopted another in the same moment
        require(rules.year_is_free(True, row.from_year))
    act.note(year=row.from_year, members=row.took_part)
    return row


@action("evaluation.drop_weights", needs="evaluation.draft_weights")
def drop_weights(act: Act, weighing: Weighing) -> None:
    """Takes a draft away. What was adopted stays: years are read by it."""
    row = _locked(weighing)
    require(Finding(not row.is_adopted, "evaluation.weights_open"))
    act.note(year=row.from_year)
    row.delete()


def _locked(weighing: Weighing) -> Weighing:
    return Weighing.objects.select_for_update().get(community=weighing.community_id, pk=weighing.pk)
