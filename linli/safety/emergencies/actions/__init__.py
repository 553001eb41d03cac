"""The acts of this room; each is called by its module."""

from linli.safety.emergencies.actions import (
    asking,
    cards,
    contacts,
    destroying,
    doors,
    drills,
    forgetting,
    incident,
    leaders,
    places,
    supplies,
)

__all__ = [
    "asking",
    "cards",
    "contacts",
    "destroying",
    "doors",
    "drills",
    "forgetting",
    "incident",
    "leaders",
    "places",
    "supplies",
]
