"""What is asked of plans, tasks, surveys and diagnoses: pure, over plain values."""

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
from linli.stewardship.planning.rules.survey import (
    Shown,
    answers_fit,
    enough_answers,
    show_counts,
    survey_days,
)

__all__ = [
    "OPEN",
    "Progress",
    "Shown",
    "answers_fit",
    "approved_by_residents",
    "count_outcomes",
    "day_in_year",
    "development_span",
    "editable",
    "enough_answers",
    "half_ends",
    "outcome_of",
    "ready_to_settle",
    "reasoned",
    "show_counts",
    "survey_days",
]
