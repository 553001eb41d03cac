"""Tables people bring and take: read in any form, given back marked, written safely."""

from linli.lib.tables.body import Row, Skipped
from linli.lib.tables.fields import Column, Field, Match
from linli.lib.tables.marked import mark_problems
from linli.lib.tables.problems import Problem
from linli.lib.tables.reading import read_table
from linli.lib.tables.sentences import FATAL, PROBLEM_SHEET, SENTENCES, sentence_of
from linli.lib.tables.several import LeftSheet, Tables, read_tables
from linli.lib.tables.sheet import Sheet
from linli.lib.tables.writing import comma_separated, spreadsheet

__all__ = [
    "FATAL",
    "PROBLEM_SHEET",
    "SENTENCES",
    "Column",
    "Field",
    "LeftSheet",
    "Match",
    "Problem",
    "Row",
    "Sheet",
    "Skipped",
    "Tables",
    "comma_separated",
    "mark_problems",
    "read_table",
    "read_tables",
    "sentence_of",
    "spreadsheet",
]
