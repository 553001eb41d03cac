"""Rows of a gathering: itself, its agenda, who was expected, who came, who spoke, what came out."""

from linli.mechanisms.gathering.models.agenda import AgendaItem, Decision
from linli.mechanisms.gathering.models.attendance import Attendance, Expected, Speech
from linli.mechanisms.gathering.models.gathering import Gathering

__all__ = ["AgendaItem", "Attendance", "Decision", "Expected", "Gathering", "Speech"]
