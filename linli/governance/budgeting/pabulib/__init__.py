"""Votes as Pabulib files (.pb), and the script with which anybody counts one again."""

from pathlib import Path

from linli.governance.budgeting.pabulib.election import Election, Listed
from linli.governance.budgeting.pabulib.naming import rules_of, tell_rules
from linli.governance.budgeting.pabulib.reading import read_pb
from linli.governance.budgeting.pabulib.sentences import SENTENCES, sentence_of_fault
from linli.governance.budgeting.pabulib.writing import write_pb

RECOUNT = "recount_pb.py"


def recount_script() -> bytes:
    """The script offered for download beside a file: the standard library only."""
    return Path(__file__).with_name(RECOUNT).read_bytes()


__all__ = [
    "RECOUNT",
    "SENTENCES",
    "Election",
    "Listed",
    "read_pb",
    "recount_script",
    "rules_of",
    "sentence_of_fault",
    "tell_rules",
    "write_pb",
]
