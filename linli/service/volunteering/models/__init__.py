"""Who helps, with what, when and on what terms; the hours that prove it."""

from linli.service.volunteering.models.calls import Gap, GapCall, Shift, VolunteerCall
from linli.service.volunteering.models.clearing import TimeClearing, TimePartner
from linli.service.volunteering.models.exchange import (
    TimeCheque,
    TimeDecision,
    TimeDeed,
    TimeMember,
    TimeNotice,
    TimeScheme,
)
from linli.service.volunteering.models.hours import HoursCertificate, ServiceRecord
from linli.service.volunteering.models.lending import (
    Loan,
    LoanStep,
    NeighbourNote,
    NeighbourNoteStep,
    NoteReport,
)
from linli.service.volunteering.models.rounds import Receiver, RoundStop
from linli.service.volunteering.models.volunteers import (
    Cover,
    Team,
    Thanks,
    Training,
    Volunteer,
)
from linli.service.volunteering.models.wishes import Wish, WishClaim, WishStep

__all__ = [
    "Cover",
    "Gap",
    "GapCall",
    "HoursCertificate",
    "Loan",
    "LoanStep",
    "NeighbourNote",
    "NeighbourNoteStep",
    "NoteReport",
    "Receiver",
    "RoundStop",
    "ServiceRecord",
    "Shift",
    "Team",
    "Thanks",
    "TimeCheque",
    "TimeClearing",
    "TimeDecision",
    "TimeDeed",
    "TimeMember",
    "TimeNotice",
    "TimePartner",
    "TimeScheme",
    "Training",
    "Volunteer",
    "VolunteerCall",
    "Wish",
    "WishClaim",
    "WishStep",
]
