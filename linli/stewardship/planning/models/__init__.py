"""Diagnoses, wishes, surveys, plans, tasks, and the reports written from them."""

from linli.stewardship.planning.models.diagnosis import Diagnosis
from linli.stewardship.planning.models.plans import (
    AnnualPlan,
    DevelopmentPlan,
    Goal,
    PlanStep,
    PlanVersion,
)
from linli.stewardship.planning.models.reports import ProgressReport
from linli.stewardship.planning.models.survey import Survey, SurveyStep
from linli.stewardship.planning.models.tasks import Task, TaskStep
from linli.stewardship.planning.models.wishes import Wish, WishStep

__all__ = [
    "AnnualPlan",
    "DevelopmentPlan",
    "Diagnosis",
    "Goal",
    "PlanStep",
    "PlanVersion",
    "ProgressReport",
    "Survey",
    "SurveyStep",
    "Task",
    "TaskStep",
    "Wish",
    "WishStep",
]
