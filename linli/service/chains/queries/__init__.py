"""Lists as they are read at the desk: rows, totals, and by staircase."""

from linli.service.chains.queries.lists import chain_in, chains_of, rows_of
from linli.service.chains.queries.stairs import Stair, by_stair
from linli.service.chains.queries.sums import Sum, sums_of

__all__ = ["Stair", "Sum", "by_stair", "chain_in", "chains_of", "rows_of", "sums_of"]
