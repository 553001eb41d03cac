"""Persons and what ties them to the community. Every field about a person has a ground."""

from linli.core.people.models.agreements import Agency, Consent
from linli.core.people.models.declarations import Declaration
from linli.core.people.models.identity import Merge, NotSamePerson
from linli.core.people.models.imports import Batch, Change
from linli.core.people.models.person import Person
from linli.core.people.models.questions import Question
from linli.core.people.models.requests import RightsRequest
from linli.core.people.models.resembling import Resemblance
from linli.core.people.models.ties import Household, Tie

__all__ = [
    "Agency",
    "Batch",
    "Change",
    "Consent",
    "Declaration",
    "Household",
    "Merge",
    "NotSamePerson",
    "Person",
    "Question",
    "Resemblance",
    "RightsRequest",
    "Tie",
]
