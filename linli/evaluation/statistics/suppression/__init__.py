"""Small counts hidden so that nobody gets them back: which cells, with which others, and proof.

`Table` says how the cells add up; `primary` finds the small ones; `complete` hides others with
them at the smallest cost; `audit` tries to get them back, as an attacker would.
"""

from linli.evaluation.statistics.suppression.auditing import Interval, audit, is_safe
from linli.evaluation.statistics.suppression.completing import NotSafe, complete
from linli.evaluation.statistics.suppression.publishing import HIDDEN, Hidden, narrow_cuts, publish
from linli.evaluation.statistics.suppression.tables import Key, Sum, Table, primary

__all__ = [
    "HIDDEN",
    "Hidden",
    "Interval",
    "Key",
    "NotSafe",
    "Sum",
    "Table",
    "audit",
    "complete",
    "is_safe",
    "narrow_cuts",
    "primary",
    "publish",
]
