"""The records of 开证明: the two lists, the offices, the certificates, the seal, what was asked."""

from linli.service.catalogue.models.assistance import AssistanceNotice
from linli.service.catalogue.models.certificates import (
    AskedNotOurs,
    Certificate,
    CertificateStep,
    SealUse,
)
from linli.service.catalogue.models.lists import CertificateItem, CertificateOffice

__all__ = [
    "AskedNotOurs",
    "AssistanceNotice",
    "Certificate",
    "CertificateItem",
    "CertificateOffice",
    "CertificateStep",
    "SealUse",
]
