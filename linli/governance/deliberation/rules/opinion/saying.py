"""What may be said and voted on, and what may be told of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from linli.governance.deliberation.rules.opinion.counting import Count
from linli.governance.deliberation.rules.opinion.votes import VALUES
from linli.lib.law import Finding
from linli.lib.numbers import FLOOR, suppressed

LONGEST = 140
"""Characters of a statement: one thought, read at a glance."""
LEAST_TOLD = FLOOR
"""People who voted, before anything of it is shown: of fewer, everybody would know who."""
ROUNDED_TO = 10
"""While opinions are gathered, counts are told in tens: otherwise the page read before and after a
neighbour voted would tell what they think."""


def is_open(*, is_open: bool) -> Finding:
    """Opinions are taken while the topic is prepared or talked over, and it was not ended."""
    return Finding(is_open, "deliberation.opinions_open")


def one_gathering(*, there: bool) -> Finding:
    """A topic gathers opinions once."""
    return Finding(not there, "deliberation.opinions_once")


def short_enough(text: str) -> Finding:
    """Something was said, in at most 140 characters."""
    letters = len(text)
    numbers = {"letters": letters, "most": LONGEST}
    return Finding(0 < letters <= LONGEST, "deliberation.statement_short", numbers=numbers)


def within_limit(said: int, *, limit: int) -> Finding:
    """One person adds so many at the most; what was blocked does not count."""
    numbers = {"said": said, "most": limit}
    return Finding(said < limit, "deliberation.statement_limit", numbers=numbers)


def not_said_yet(number: int | None) -> Finding:
    """The very same is not there yet; `number` is the one that says it."""
    return Finding(number is None, "deliberation.statement_new", numbers={"number": number or 0})


def votable(choices: Mapping[Any, int], shown: Collection[Any]) -> Finding:
    """Only on statements that are shown here, and only agree, disagree or pass."""
    good = bool(choices) and all(key in shown and value in VALUES for key, value in choices.items())
    return Finding(good, "deliberation.vote_known", numbers={"votes": len(choices)})


def sheet_new(number: int, *, there: bool) -> Finding:
    """Each sheet of paper is typed in once, unless it is corrected."""
    return Finding(not there, "deliberation.sheet_new", numbers={"number": number})


def at_state(state: str, allowed: Sequence[str]) -> Finding:
    """The statement is where this step begins."""
    return Finding(state in allowed, "deliberation.statement_at_step")


def reason_given(blocked_for: str, why: str, known: Iterable[str]) -> Finding:
    """Whoever wrote it hears why it is not shown."""
    good = blocked_for in set(known) and bool(why.strip())
    return Finding(good, "deliberation.statement_why")


def hands_counted(agree: int, disagree: int, passed: int) -> Finding:
    """Somebody was there, and no count is negative."""
    good = min(agree, disagree, passed) >= 0 and agree + disagree + passed > 0
    return Finding(good, "deliberation.hands_counted")


def may_be_told(people: int, *, floor: int = LEAST_TOLD) -> Finding:
    """Whether so many voted that counts may be shown (ten are enough)."""
    numbers = {"people": people, "floor": floor}
    return Finding(people >= floor, "deliberation.opinions_told", numbers=numbers)


def may_be_listed(*, agreed: bool, over: bool, people: int, floor: int = LEAST_TOLD) -> Finding:
    """Whether the single votes may be handed out, without codes and in another order: it was said
    beforehand, it is over, and enough voted."""
    numbers = {"people": people, "floor": floor}
    good = agreed and over and people >= floor
    return Finding(good, "deliberation.votes_listed", numbers=numbers)


def group_may_be_listed(sizes: Iterable[int], *, floor: int = LEAST_TOLD) -> bool:
    """Whether a list of single votes may also say each one's group: none is smaller than the
    floor."""
    return all(size >= floor for size in sizes)


def total_told(whole: Count, *, floor: int = LEAST_TOLD) -> bool:
    """Whether the count of one statement is told: so many voted on that one."""
    return whole.seen > 0 and not suppressed(whole.seen, floor)


def parts_told(whole: Count, groups: Sequence[Count], *, floor: int = LEAST_TOLD) -> bool:
    """Whether a statement's count may be told by group beside its total. Whoever voted on it and
    is in no group, having voted on few, is a part as well: total less groups would tell it. So all
    parts are told or none, and none is of a few."""
    rest = whole.seen - sum(group.seen for group in groups)
    parts = [*(group.seen for group in groups), rest]
    return min(parts) >= 0 and not any(suppressed(part, floor) for part in parts)


def in_tens(whole: Count) -> Count:
    """The count as it is told while opinions are gathered: each number to the nearest ten."""
    yes, no, passed = (
        (number + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO
        for number in (whole.agree, whole.disagree, whole.passed)
    )
    return Count(yes, no, yes + no + passed)


def map_due(people: int, told: int, *, floor: int = LEAST_TOLD) -> bool:
    """Whether the map is told anew while opinions are gathered: at least `floor` people more voted
    than were told (of fewer than that nothing was), so that the difference of two maps is that of
    many."""
    return people - (told if told >= floor else 0) >= floor
