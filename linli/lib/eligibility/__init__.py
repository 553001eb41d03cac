"""Who may apply for what, as data: conditions with their numbers' dates, three values, a trace.

Pure. Nothing here decides anything: what comes out is which conditions somebody's own answers
meet, which they do not, what is not known yet, and what would settle it.
"""

from linli.lib.eligibility.asking import NextQuestion, next_question, rank_questions
from linli.lib.eligibility.clauses import Clause, Scheme
from linli.lib.eligibility.facts import Answer, Fact, Household, Vocabulary, Words
from linli.lib.eligibility.law_of_a_day import LawOfADay
from linli.lib.eligibility.papers import Paper, Papers, Wanted, merge_papers
from linli.lib.eligibility.redating import Redated, changes_since
from linli.lib.eligibility.slip_code import SlipCode, read_slip_code, slip_code
from linli.lib.eligibility.truth import Truth
from linli.lib.eligibility.weighing import Held, Traced, Weighed, weigh

__all__ = [
    "Answer",
    "Clause",
    "Fact",
    "Held",
    "Household",
    "LawOfADay",
    "NextQuestion",
    "Paper",
    "Papers",
    "Redated",
    "Scheme",
    "SlipCode",
    "Traced",
    "Truth",
    "Vocabulary",
    "Wanted",
    "Weighed",
    "Words",
    "changes_since",
    "merge_papers",
    "next_question",
    "rank_questions",
    "read_slip_code",
    "slip_code",
    "weigh",
]
