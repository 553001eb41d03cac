"""What the evaluation itself does that counts: its meetings with residents."""

from linli.evaluation.scorecard.facts import KINDS, rows

__all__ = ["KINDS", "rows"]
