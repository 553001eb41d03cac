"""The facts kept as Parquet: a file a community and month, replaced whole, from which values of
many communities are rolled up without asking the live database.

Tokens of persons are of a second key, which the store keeps for each year and throws away with the
year; no token leaves the store. Nothing in it is a source: all of it can be written again from the
rooms' rows, so it is in no backup.
"""

from linli.evaluation.store.folders import Store
from linli.evaluation.store.partitions import (
    Kept,
    drop_community,
    drop_years_before,
    keep_month,
    torn_files,
)

__all__ = ["Kept", "Store", "drop_community", "drop_years_before", "keep_month", "torn_files"]
