"""The records of 人民调解: the case with its parties and papers, terms of the committee, rounds."""

from linli.safety.mediation.models.case import (
    CaseMediator,
    Mediation,
    MediationStep,
    Party,
    asked_by,
    people_of,
)
from linli.safety.mediation.models.course import Agreement, Exhibit, PaperMark, Point, Record
from linli.safety.mediation.models.work import Screening, Term

__all__ = [
    "Agreement",
    "CaseMediator",
    "Exhibit",
    "Mediation",
    "MediationStep",
    "PaperMark",
    "Party",
    "Point",
    "Record",
    "Screening",
    "Term",
    "asked_by",
    "people_of",
]
