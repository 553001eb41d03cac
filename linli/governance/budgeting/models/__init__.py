"""Rounds with their rules, ideas with what was found of them, projects with what became of them."""

from linli.governance.budgeting.models.ideas import Idea, IdeaStep, Vetting
from linli.governance.budgeting.models.projects import (
    Acceptor,
    Project,
    ProjectStep,
    Purchase,
    Rating,
)
from linli.governance.budgeting.models.rounds import ASPECTS, Round, RoundStep, Ruling, Vetter

__all__ = [
    "ASPECTS",
    "Acceptor",
    "Idea",
    "IdeaStep",
    "Project",
    "ProjectStep",
    "Purchase",
    "Rating",
    "Round",
    "RoundStep",
    "Ruling",
    "Vetter",
    "Vetting",
]
