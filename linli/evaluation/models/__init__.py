"""What was reckoned, and the reports made of it."""

from linli.evaluation.models.figures import GAPS, PERIOD_KINDS, Evidence, Figure, Reckoning
from linli.evaluation.models.reports import Report

__all__ = ["GAPS", "PERIOD_KINDS", "Evidence", "Figure", "Reckoning", "Report"]
