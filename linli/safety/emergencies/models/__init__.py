"""What is prepared, and what an incident collects."""

from linli.safety.emergencies.models.cards import CardLook, HelpCard
from linli.safety.emergencies.models.contacts import CallResult, CallTest, Contact, NightDuty
from linli.safety.emergencies.models.drills import Drill, Lesson
from linli.safety.emergencies.models.incident import (
    Certificate,
    Door,
    DoorTick,
    HeadCount,
    Incident,
    IncidentPlace,
    IncidentTask,
    LogLine,
)
from linli.safety.emergencies.models.places import RiskPlace, Shelter
from linli.safety.emergencies.models.supplies import Supply, SupplySlip

__all__ = [
    "CallResult",
    "CallTest",
    "CardLook",
    "Certificate",
    "Contact",
    "Door",
    "DoorTick",
    "Drill",
    "HeadCount",
    "HelpCard",
    "Incident",
    "IncidentPlace",
    "IncidentTask",
    "Lesson",
    "LogLine",
    "NightDuty",
    "RiskPlace",
    "Shelter",
    "Supply",
    "SupplySlip",
]
