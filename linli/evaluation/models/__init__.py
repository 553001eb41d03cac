"""What was reckoned, what the groups weigh, the reports made of it, and the indicators a community
composed itself."""

from linli.evaluation.models.figures import GAPS, PERIOD_KINDS, Evidence, Figure, Reckoning
from linli.evaluation.models.recasts import Recast, RecastFigure
from linli.evaluation.models.reports import Report
from linli.evaluation.models.weights import Weighing
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.scorecard.models import (
    AgreedAction,
    AgreedActionStep,
    FigureComment,
    FigureCommentStep,
    ProviderView,
    ScoreMeeting,
    ScoreMeetingStep,
    ScoreTopic,
)
from linli.evaluation.surveys.models import Breakdown, Estimate, FrameCell, Invitation, Survey

__all__ = [
    "GAPS",
    "PERIOD_KINDS",
    "AgreedAction",
    "AgreedActionStep",
    "Breakdown",
    "Estimate",
    "Evidence",
    "Figure",
    "FigureComment",
    "FigureCommentStep",
    "FrameCell",
    "Invitation",
    "OwnIndicator",
    "ProviderView",
    "Recast",
    "RecastFigure",
    "Reckoning",
    "Report",
    "ScoreMeeting",
    "ScoreMeetingStep",
    "ScoreTopic",
    "Survey",
    "Weighing",
]
