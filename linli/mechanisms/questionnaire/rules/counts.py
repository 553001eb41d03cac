"""What of the answers may be shown, and when they say something."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from linli.lib.law import Finding
from linli.lib.numbers import conceal, over, suppressed

THIN = Fraction(1, 20)
"""Of the slips handed out (or of those drawn), the share that must be exceeded for a result to
stand without a warning (row B29)."""


def enough_answers(answered: int, handed_out: int, floor: Fraction = THIN) -> Finding:
    """Whether so many answered that the result says something: over `floor` of the slips."""
    return Finding(
        handed_out > 0 and over(answered, handed_out, floor),
        "questionnaire.enough_answers",
        numbers={"answered": answered, "handed_out": handed_out, "floor": floor},
    )


def within_sample(handed_out: int, drawn: int) -> Finding:
    """Whether no more slips were handed out than were drawn: else somebody who was not drawn may
    have answered, or one twice."""
    return Finding(
        handed_out <= drawn,
        "questionnaire.within_sample",
        numbers={"handed_out": handed_out, "drawn": drawn},
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """The counts of a question as everybody may see them: None where a count is too small, or
    would give one away. `answered`: who said something, "don't know" included; None where fewer
    than the floor did. `dont_know`: those who said they do not know, counted apart."""

    answered: int | None
    counts: tuple[int | None, ...]
    dont_know: int | None = 0


def show_counts(
    answered: int, counts: Sequence[int], floor: int, *, one: bool, dont_know: int = 0
) -> Shown:
    """Hides counts from one to below `floor` and what would give them away: where one option is
    chosen, those hidden could be had back from the total; where several may be, a count's
    complement (those who did not choose it) is small too."""
    if suppressed(answered, floor):
        return Shown(None, tuple(None for _ in counts), None)
    cells = [*counts, dont_know]
    if one:
        left_out = max(answered - sum(cells), 0)
        hidden = conceal([*cells, left_out], floor)[: len(cells)]
    else:
        opinions = answered - dont_know
        few = suppressed(dont_know, floor) or suppressed(max(opinions, 0), floor)
        # Whoever chose it had an opinion: what is left bounds the hidden "don't know" from above.
        hidden = tuple(
            suppressed(count, floor)
            or suppressed(max(opinions - count, 0), floor)
            or (few and count > answered - floor)
            for count in counts
        )
        hidden = (*hidden, few)
    told = tuple(None if gone else n for n, gone in zip(cells, hidden, strict=True))
    return Shown(answered, told[:-1], told[-1])
