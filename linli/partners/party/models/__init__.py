"""Records of the Party organisation's public side."""

from linli.partners.party.models.branches import (
    Branch as Branch,
    MonthTold as MonthTold,
    Total as Total,
)
from linli.partners.party.models.calendar import (
    Affair as Affair,
    Meeting as Meeting,
    Pledge as Pledge,
)
from linli.partners.party.models.council import (
    Council as Council,
    Letter as Letter,
    WishTaken as WishTaken,
)
from linli.partners.party.models.serving import (
    CheckIn as CheckIn,
    PostClaim as PostClaim,
    Service as Service,
    ServicePost as ServicePost,
    UnitCheckIn as UnitCheckIn,
)
