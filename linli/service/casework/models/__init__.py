"""The rows of this room: closed, every one of them."""

from linli.service.casework.models.arranged import (
    CareContact,
    CareNeed,
    CareService,
    CareServiceStep,
)
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
from linli.service.casework.models.day_care import DayCount, DaySheetLine
from linli.service.casework.models.passing_on import Agreement, Referral
from linli.service.casework.models.release import Destroyed, Release
from linli.service.casework.models.rights import (
    ConsultationDay,
    ConsultationNumber,
    RightsRoute,
)
from linli.service.casework.models.support import (
    SupportAgreement,
    SupportCheck,
    SupportParty,
    SupportStep,
)
from linli.service.casework.models.violence import (
    OtherSide,
    OtherVisit,
    ProtectionOrder,
    VictimVisit,
    ViolenceFile,
)
from linli.service.casework.models.visits import CaseVisit

__all__ = [
    "Agreement",
    "CareContact",
    "CareNeed",
    "CarePlan",
    "CareService",
    "CareServiceStep",
    "CareVisit",
    "CareVisitStep",
    "CareVisitor",
    "Case",
    "CaseHand",
    "CaseNote",
    "CaseVisit",
    "ChildAudit",
    "ChildDuty",
    "ChildFile",
    "ChildReport",
    "ConsultationDay",
    "ConsultationNumber",
    "CorrectionsHelp",
    "DayCount",
    "DaySheetLine",
    "Destroyed",
    "DutyOffice",
    "HelpNote",
    "Look",
    "OtherSide",
    "OtherVisit",
    "ProtectionOrder",
    "Referral",
    "Release",
    "RightsRoute",
    "SearchStep",
    "SupportAgreement",
    "SupportCheck",
    "SupportParty",
    "SupportStep",
    "VictimVisit",
    "ViolenceFile",
]
