"""Reading notices: what is up, for everybody; what waits and what hangs, for the desk."""

from linli.mechanisms.publication.queries.up import (
    Line,
    Notice,
    Page,
    faces_up,
    notices_of_rows,
    posted_categories,
    posting_to_withdraw,
    postings_of,
    public,
    public_notice,
)

__all__ = [
    "Line",
    "Notice",
    "Page",
    "faces_up",
    "notices_of_rows",
    "posted_categories",
    "posting_to_withdraw",
    "postings_of",
    "public",
    "public_notice",
]
