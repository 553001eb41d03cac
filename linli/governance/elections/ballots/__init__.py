"""Ballots out of a file: a table with a row for each paper or pattern, or PrefLib's own form."""

from linli.governance.elections.ballots.counting import Counted, count_ballots
from linli.governance.elections.ballots.found import Ballots
from linli.governance.elections.ballots.reading import read_ballots
from linli.governance.elections.ballots.sentences import SENTENCES, sentence_of_problem

__all__ = [
    "SENTENCES",
    "Ballots",
    "Counted",
    "count_ballots",
    "read_ballots",
    "sentence_of_problem",
]
