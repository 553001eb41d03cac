"""What there is, when it is open, and who has it when."""

from linli.culture.facilities.models.booking import Booking, BookingStep, BookingWish, Hold
from linli.culture.facilities.models.facility import Closure, Facility, OpenHours

__all__ = ["Booking", "BookingStep", "BookingWish", "Closure", "Facility", "Hold", "OpenHours"]

# Seasons, inspections, loans and offers.
from linli.culture.facilities.models.inspection import (
    Defect,
    DefectStep,
    Device,
    Inspection,
    InspectionPlan,
)
from linli.culture.facilities.models.lending import (
    LentItem,
    LentPiece,
    Loan,
    LoanStep,
)
from linli.culture.facilities.models.offers import Match, Need, Offer
from linli.culture.facilities.models.season import (
    Season,
    SeasonSlot,
    SeasonStep,
    SeasonTurn,
    SeasonWish,
)

__all__ += [
    "Defect",
    "DefectStep",
    "Device",
    "Inspection",
    "InspectionPlan",
    "LentItem",
    "LentPiece",
    "Loan",
    "LoanStep",
    "Match",
    "Need",
    "Offer",
    "Season",
    "SeasonSlot",
    "SeasonStep",
    "SeasonTurn",
    "SeasonWish",
]
