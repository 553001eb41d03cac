"""What other offices' forms ask of us: the facts we can tell, those we must not, and the proposal
which column is which."""

from linli.partners.paperwork.asked.facts import (
    ENTITIES,
    FACTS,
    FIELDS,
    GROUNDLESS,
    WITHOUT_GROUND,
    Entity,
    Fact,
    Groundless,
)
from linli.partners.paperwork.asked.proposing import (
    Mapping,
    Proposed,
    entity_of,
    propose,
    read_form,
)

__all__ = [
    "ENTITIES",
    "FACTS",
    "FIELDS",
    "GROUNDLESS",
    "WITHOUT_GROUND",
    "Entity",
    "Fact",
    "Groundless",
    "Mapping",
    "Proposed",
    "entity_of",
    "propose",
    "read_form",
]
