"""The holdings, the plan's local lines, loans, appraisals, requests for copies, packages."""

from linli.governance.archive.models.appraisals import (
    Appraisal,
    AppraisalStep,
    Judgement,
    Present,
)
from linli.governance.archive.models.copies import CopyRequest, CopyRequestStep
from linli.governance.archive.models.holdings import Hold, Item, Loan
from linli.governance.archive.models.packages import Package
from linli.governance.archive.models.plan import LocalLine, YearFiled

__all__ = [
    "Appraisal",
    "AppraisalStep",
    "CopyRequest",
    "CopyRequestStep",
    "Hold",
    "Item",
    "Judgement",
    "Loan",
    "LocalLine",
    "Package",
    "Present",
    "YearFiled",
]
