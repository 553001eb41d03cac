"""Reading figures: pages read what was reckoned and never reckon themselves."""

from linli.evaluation.queries.figures import (
    Picture,
    figures_beside,
    figures_of,
    is_first,
    last_reckoning,
    picture_of,
    report_of,
    series_of,
    waiting_reckoning,
    years_reckoned,
)
from linli.evaluation.queries.freshness import communities_to_reckon
from linli.evaluation.queries.headlines import Headline, headline
from linli.evaluation.queries.records import RecordPage, records_behind, records_of
from linli.evaluation.queries.reports import report_in, reports_of

__all__ = [
    "Headline",
    "Picture",
    "RecordPage",
    "communities_to_reckon",
    "figures_beside",
    "figures_of",
    "headline",
    "is_first",
    "last_reckoning",
    "picture_of",
    "records_behind",
    "records_of",
    "report_in",
    "report_of",
    "reports_of",
    "series_of",
    "waiting_reckoning",
    "years_reckoned",
]
