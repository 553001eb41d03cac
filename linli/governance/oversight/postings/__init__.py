"""What may be public of disclosure, of residents' inquiries and of supervision (data)."""

from linli.governance.oversight.postings.disclosure import (
    ACCOUNTS,
    CONSULTATION,
    DONATIONS,
    FACILITIES,
    OTHER,
    PROJECTS,
)
from linli.governance.oversight.postings.inquiries import ANSWER, ANSWERED_SHEET
from linli.governance.oversight.postings.supervision import (
    APPRAISAL,
    APPRAISALS_SHEET,
    AUDIT,
    AUDITS_SHEET,
    FINDING,
)

__all__ = [
    "ACCOUNTS",
    "ANSWER",
    "ANSWERED_SHEET",
    "APPRAISAL",
    "APPRAISALS_SHEET",
    "AUDIT",
    "AUDITS_SHEET",
    "CONSULTATION",
    "DONATIONS",
    "FACILITIES",
    "FINDING",
    "OTHER",
    "PROJECTS",
]
