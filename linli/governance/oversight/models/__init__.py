"""Rows of 公开与监督: what is disclosed, what residents ask, who watches and what they found."""

from linli.governance.oversight.models.appraisal import (
    GRADE_TITLES,
    SERVICE_TITLES,
    Appraisal,
    Appraised,
)
from linli.governance.oversight.models.audits import AuditItem, DirectorAudit
from linli.governance.oversight.models.committee import (
    SittingIn,
    SupervisionContact,
    SupervisorSeat,
)
from linli.governance.oversight.models.disclosure import CatalogueLine, Disclosure, DisclosureStep
from linli.governance.oversight.models.inquiries import Complaint, Inquiry, InquiryStep
from linli.governance.oversight.models.inspections import (
    LOOKED_AT,
    Inspection,
    Shortcoming,
    ShortcomingStep,
)

__all__ = [
    "GRADE_TITLES",
    "LOOKED_AT",
    "SERVICE_TITLES",
    "Appraisal",
    "Appraised",
    "AuditItem",
    "CatalogueLine",
    "Complaint",
    "DirectorAudit",
    "Disclosure",
    "DisclosureStep",
    "Inquiry",
    "InquiryStep",
    "Inspection",
    "Shortcoming",
    "ShortcomingStep",
    "SittingIn",
    "SupervisionContact",
    "SupervisorSeat",
]
