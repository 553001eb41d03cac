"""The records of 开证明 (the two lists, the offices, the certificates, the seal, what was asked), of
notices about help, of help to apply, of reminders and service cards, and of work."""

from linli.service.catalogue.applications.models import (
    ApplicationHelp,
    ApplicationStep,
    HandedPaper,
    MissingList,
    NeedWish,
    PrivateSuggestion,
    ToldByOffice,
)
from linli.service.catalogue.models.assistance import AssistanceNotice
from linli.service.catalogue.models.certificates import (
    AskedNotOurs,
    Certificate,
    CertificateStep,
    SealUse,
)
from linli.service.catalogue.models.guides import Guide, GuideRating, GuideVersion
from linli.service.catalogue.models.home_service import (
    HomeService,
    HomeServiceStep,
    NetworkContact,
)
from linli.service.catalogue.models.lists import CertificateItem, CertificateOffice
from linli.service.catalogue.models.providers import Provider, ProviderCheck
from linli.service.catalogue.reminders.models import Reminder, ServiceCard, ServiceCount
from linli.service.catalogue.work.models import (
    Employer,
    EmployerCheck,
    JobCard,
    JobOpening,
    Release,
)

__all__ = [
    "ApplicationHelp",
    "ApplicationStep",
    "AskedNotOurs",
    "AssistanceNotice",
    "Certificate",
    "CertificateItem",
    "CertificateOffice",
    "CertificateStep",
    "Employer",
    "EmployerCheck",
    "Guide",
    "GuideRating",
    "GuideVersion",
    "HandedPaper",
    "HomeService",
    "HomeServiceStep",
    "JobCard",
    "JobOpening",
    "MissingList",
    "NeedWish",
    "NetworkContact",
    "PrivateSuggestion",
    "Provider",
    "ProviderCheck",
    "Release",
    "Reminder",
    "SealUse",
    "ServiceCard",
    "ServiceCount",
    "ToldByOffice",
]
