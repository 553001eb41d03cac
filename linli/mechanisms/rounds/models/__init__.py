"""Rounds, their doors, and what comes in from them."""

from linli.mechanisms.rounds.models.coming_in import Arrival, Attempt, Conflict
from linli.mechanisms.rounds.models.round import Answer, Carrier, Round, Stop

__all__ = ["Answer", "Arrival", "Attempt", "Carrier", "Conflict", "Round", "Stop"]
