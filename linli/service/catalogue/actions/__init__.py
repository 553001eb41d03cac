"""Everything that can be done with certificates; one verb, one function, behind the one door."""

from linli.service.catalogue.actions.asking import (
    ask_certificate,
    tell_not_ours,
    withdraw_certificate,
)
from linli.service.catalogue.actions.drafting import Draft, draft_asked, draft_here
from linli.service.catalogue.actions.forgetting import forget_certificate
from linli.service.catalogue.actions.listing import (
    Line,
    change_line,
    end_line,
    enter_line,
    save_office,
)
from linli.service.catalogue.actions.refusing import refuse_certificate
from linli.service.catalogue.actions.sealing import (
    hand_over_certificate,
    revoke_certificate,
    seal_again,
    seal_certificate,
    send_back,
)

__all__ = [
    "Draft",
    "Line",
    "ask_certificate",
    "change_line",
    "draft_asked",
    "draft_here",
    "end_line",
    "enter_line",
    "forget_certificate",
    "hand_over_certificate",
    "refuse_certificate",
    "revoke_certificate",
    "save_office",
    "seal_again",
    "seal_certificate",
    "send_back",
    "tell_not_ours",
    "withdraw_certificate",
]

# Help to apply
from linli.service.catalogue.applications import actions as applications  # noqa: F401
