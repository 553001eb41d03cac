"""A count explained: project by project, in sentences with the amounts."""

from linli.governance.budgeting.explained.beside import Beside, chart_of, lay_beside, title_of
from linli.governance.budgeting.explained.shapes import (
    ToldOutcome,
    ToldProject,
    ToldSpent,
    ToldStage,
    tell_fen,
)
from linli.governance.budgeting.explained.whole import explain, tell_rules_of

__all__ = [
    "Beside",
    "ToldOutcome",
    "ToldProject",
    "ToldSpent",
    "ToldStage",
    "chart_of",
    "explain",
    "lay_beside",
    "tell_fen",
    "tell_rules_of",
    "title_of",
]
