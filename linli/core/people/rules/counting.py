"""How many, for those who may know how many and not who.

Guarded: a count of one to nine is not told; what is told is rounded to fives, so that two counts
taken from each other leave up to four either way open; and only coarse questions are answered
(ages in steps of five years, the first day of a month, down to a building or a residents' group),
so that near questions do not differ by one person. Not guarded: that all of a group are told to
have what is asked (twelve of twelve), and what somebody knows already from living there.
"""

from datetime import date

from linli.lib.law import Finding
from linli.lib.numbers.small_cells import suppressed

STEP = 5
"""Years of age, and what a told count is rounded to."""


def question_coarse(
    age_from: int | None, age_to: int | None, deep: bool, on: tuple[date, ...]
) -> Finding:
    """Whether a question is coarse enough to be answered with a count alone. `deep`: it asks
    below the building; `on`: the days it asks of."""
    holds = (
        (age_from is None or age_from % STEP == 0)
        and (age_to is None or age_to % STEP == STEP - 1)
        and not deep
        and all(day.day == 1 for day in on)
    )
    return Finding(
        holds, "people.question_coarse", cites=("pipl.6", "pipl.25"), numbers={"step": STEP}
    )


def told_count(n: int) -> int | None:
    """A count as it may be told without names; None where it is too small to be told."""
    if suppressed(n):
        return None
    return (n + STEP // 2) // STEP * STEP
