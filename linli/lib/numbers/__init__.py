"""Exact counting: shares, medians, intervals, and figures too small to be shown."""

from linli.lib.numbers.drawing import draw, in_drawn_order, share_out
from linli.lib.numbers.estimates import NINETY_FIVE, median, wilson, wilson_of
from linli.lib.numbers.shares import at_least, least_at_least, least_over, over, percent, share
from linli.lib.numbers.small_cells import FLOOR, conceal, share_told, suppressed

__all__ = [
    "FLOOR",
    "NINETY_FIVE",
    "at_least",
    "conceal",
    "draw",
    "in_drawn_order",
    "least_at_least",
    "least_over",
    "median",
    "over",
    "percent",
    "share",
    "share_out",
    "share_told",
    "suppressed",
    "wilson",
    "wilson_of",
]
