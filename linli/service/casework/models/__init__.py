"""The rows of this room: closed, every one of them."""

from linli.service.casework.models.care import (
    CarePlan,
    CareVisit,
    CareVisitor,
    CareVisitStep,
    SearchStep,
)
from linli.service.casework.models.cases import Case, CaseHand, CaseNote, Look
from linli.service.casework.models.children import (
    ChildAudit,
    ChildDuty,
    ChildFile,
    ChildReport,
    DutyOffice,
)
from linli.service.casework.models.corrections import CorrectionsHelp, HelpNote
from linli.service.casework.models.passing_on import Agreement, Referral
from linli.service.casework.models.release import Destroyed, Release
from linli.service.casework.models.violence import (
    OtherSide,
    OtherVisit,
    ProtectionOrder,
    VictimVisit,
    ViolenceFile,
)

__all__ = [
    "Agreement",
    "CarePlan",
    "CareVisit",
    "CareVisitStep",
    "CareVisitor",
    "Case",
    "CaseHand",
    "CaseNote",
    "ChildAudit",
    "ChildDuty",
    "ChildFile",
    "ChildReport",
    "CorrectionsHelp",
    "Destroyed",
    "DutyOffice",
    "HelpNote",
    "Look",
    "OtherSide",
    "OtherVisit",
    "ProtectionOrder",
    "Referral",
    "Release",
    "SearchStep",
    "VictimVisit",
    "ViolenceFile",
]
