"""The acts of this room; each is called by its module."""

from linli.safety.emergencies.actions import (
    cards,
    contacts,
    destroying,
    doors,
    drills,
    forgetting,
    incident,
    places,
    supplies,
)

__all__ = [
    "cards",
    "contacts",
    "destroying",
    "doors",
    "drills",
    "forgetting",
    "incident",
    "places",
    "supplies",
]
