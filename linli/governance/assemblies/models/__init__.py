"""Rows of 居民会议: representatives, figures, petitions, meetings, resolutions, documents."""

from linli.governance.assemblies.models.documents import (
    Document,
    Opinion,
    Version,
    VersionStep,
)
from linli.governance.assemblies.models.meetings import Assembly, Duty, Study, Topic
from linli.governance.assemblies.models.petitions import Petition, PetitionStep, Signature
from linli.governance.assemblies.models.representatives import (
    Figure,
    GroupReport,
    Representative,
)
from linli.governance.assemblies.models.resolutions import (
    Authorisation,
    Resolution,
    ResolutionStep,
)

__all__ = [
    "Assembly",
    "Authorisation",
    "Document",
    "Duty",
    "Figure",
    "GroupReport",
    "Opinion",
    "Petition",
    "PetitionStep",
    "Representative",
    "Resolution",
    "ResolutionStep",
    "Signature",
    "Study",
    "Topic",
    "Version",
    "VersionStep",
]
