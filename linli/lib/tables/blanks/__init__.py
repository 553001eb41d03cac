"""Forms another office made: read as a blank, filled in the same file and layout, read again.

    blank = read_blank(content, filename, fields=FIELDS)
    filled = fill_blank(content, filename, blank, [Fill(table=1, rows=[{1: "李秀英"}])])

What a column asks for is proposed by likeness of words alone; whoever knows what we hold
decides (`linli.partners.paperwork.asked`).
"""

from linli.lib.tables.blanks.filled import read_filled
from linli.lib.tables.blanks.filling import fill_blank
from linli.lib.tables.blanks.form import (
    Around,
    Below,
    Blank,
    BlankCard,
    BlankColumn,
    BlankTable,
    Fill,
    Value,
)
from linli.lib.tables.blanks.reading import read_blank
from linli.lib.tables.blanks.sentences import BLANK_SENTENCES, say

__all__ = [
    "BLANK_SENTENCES",
    "Around",
    "Below",
    "Blank",
    "BlankCard",
    "BlankColumn",
    "BlankTable",
    "Fill",
    "Value",
    "fill_blank",
    "read_blank",
    "read_filled",
    "say",
]
