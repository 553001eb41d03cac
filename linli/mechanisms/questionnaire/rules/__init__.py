"""What is asked of a questionnaire, an answer, and what may be shown: pure, over plain values."""

from linli.mechanisms.questionnaire.rules.answering import (
    DONT_KNOW,
    MOST_WORDS,
    answers_fit,
    asked_only,
    differences,
    hands_out,
    is_asked,
    paper_counted,
    takes_answers,
)
from linli.mechanisms.questionnaire.rules.asking import (
    Asked,
    asked_in_order,
    leaves,
    runs_forward,
    stands,
    well_formed,
)
from linli.mechanisms.questionnaire.rules.counts import (
    THIN,
    Shown,
    enough_answers,
    show_counts,
    within_sample,
)

__all__ = [
    "DONT_KNOW",
    "MOST_WORDS",
    "THIN",
    "Asked",
    "Shown",
    "answers_fit",
    "asked_in_order",
    "asked_only",
    "differences",
    "enough_answers",
    "hands_out",
    "is_asked",
    "leaves",
    "paper_counted",
    "runs_forward",
    "show_counts",
    "stands",
    "takes_answers",
    "well_formed",
    "within_sample",
]
