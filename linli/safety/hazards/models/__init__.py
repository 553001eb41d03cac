"""Points and rounds, hazards, fire, the community police's page, lost and found."""

from linli.safety.hazards.models.fire import CovenantCount, FireCovenant, FireForce, FireKeeper
from linli.safety.hazards.models.found import FoundStep, FoundThing, LostReport
from linli.safety.hazards.models.hazard import Handing, Hazard, HazardStep, Mending
from linli.safety.hazards.models.points import (
    Check,
    CheckPoint,
    PlanPoint,
    RoundPlan,
    SafetyRound,
)
from linli.safety.hazards.models.police import (
    GivenToPolice,
    MeetingPoint,
    PoliceOffice,
    SafetyAlert,
    SafetyMeeting,
)

__all__ = [
    "Check",
    "CheckPoint",
    "CovenantCount",
    "FireCovenant",
    "FireForce",
    "FireKeeper",
    "FoundStep",
    "FoundThing",
    "GivenToPolice",
    "Handing",
    "Hazard",
    "HazardStep",
    "LostReport",
    "MeetingPoint",
    "Mending",
    "PlanPoint",
    "PoliceOffice",
    "RoundPlan",
    "SafetyAlert",
    "SafetyMeeting",
    "SafetyRound",
]
