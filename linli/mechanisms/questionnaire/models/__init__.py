"""What is asked (asking), the slips that are good for one answer, and the answers (answering)."""

from linli.mechanisms.questionnaire.models.answering import (
    AnswerSheet,
    PaperEntry,
    Slip,
    SlipTaken,
)
from linli.mechanisms.questionnaire.models.asking import Question, Questionnaire, Stratum

__all__ = [
    "AnswerSheet",
    "PaperEntry",
    "Question",
    "Questionnaire",
    "Slip",
    "SlipTaken",
    "Stratum",
]
