"""Everything that can be done with another office's form; one verb, one function."""

from linli.partners.paperwork.actions.ending import expire
from linli.partners.paperwork.actions.handing import draw_file, hand_over
from linli.partners.paperwork.actions.listing import add_rows, answer, choose, take_off
from linli.partners.paperwork.actions.receiving import put_aside, receive, settle

__all__ = [
    "add_rows",
    "answer",
    "choose",
    "draw_file",
    "expire",
    "hand_over",
    "put_aside",
    "receive",
    "settle",
    "take_off",
]
