"""Everything that can be done with work from above; one verb, one function, behind the door."""

from linli.partners.intake.actions.deciding import approve, came_in_time, refuse, send_back
from linli.partners.intake.actions.listing import add_item, amend_item, end_item, take_over
from linli.partners.intake.actions.recording import (
    Asked,
    finish,
    match,
    record_request,
    supplement,
    withdraw,
)
from linli.partners.intake.actions.working import log_minutes, strike_minutes

__all__ = [
    "Asked",
    "add_item",
    "amend_item",
    "approve",
    "came_in_time",
    "end_item",
    "finish",
    "log_minutes",
    "match",
    "record_request",
    "refuse",
    "send_back",
    "strike_minutes",
    "supplement",
    "take_over",
    "withdraw",
]
