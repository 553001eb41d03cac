"""What is asked of plans, tasks and diagnoses: pure, over plain values."""

from linli.stewardship.planning.rules.plans import (
    approved_by_residents,
    day_in_year,
    development_span,
    editable,
    ready_to_settle,
    reasoned,
)
from linli.stewardship.planning.rules.progress import (
    OPEN,
    Progress,
    count_outcomes,
    half_ends,
    outcome_of,
)

__all__ = [
    "OPEN",
    "Progress",
    "approved_by_residents",
    "count_outcomes",
    "day_in_year",
    "development_span",
    "editable",
    "half_ends",
    "outcome_of",
    "ready_to_settle",
    "reasoned",
]
