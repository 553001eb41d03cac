"""What stands on ballots, judged pattern by pattern: alike papers are judged once (art. 19)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from linli.governance.elections.rules.law import MEMBER, ElectionLaw

Column = tuple[str, ...] | None
"""The names marked in favour for one office; None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Office:
    """One office on the ballot and how many are to be chosen for it."""

    name: str = MEMBER
    seats: int = 1


@dataclass(frozen=True, slots=True)
class OfficePapers:
    """What was counted for one office: votes by name, and the papers void for it."""

    office: Office
    votes: dict[str, int] = field(default_factory=dict)
    void: int = 0
    overmarked: int = 0
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Papers:
    """All papers: `cast` were in the boxes, `void` of them are void as a whole."""

    cast: int
    void: int
    offices: tuple[OfficePapers, ...]


def count_papers(
    patterns: Iterable[tuple[Sequence[Column], int]],
    offices: Sequence[Office],
    *,
    law: ElectionLaw,
) -> Papers:
    """The votes for each office. A pattern is one column for each office and the number of papers
    that look like it.

    Too many marks void that column only, or the whole paper where the place says so; a column
    that cannot be read is void in itself; the same name twice counts once; an empty column is a
    paper that chose nobody, and valid. A paper all of whose columns are void is void.
    Raises ValueError for a negative number or a pattern without its columns.
    """
    cast = void_papers = 0
    votes: list[Counter[str]] = [Counter() for _office in offices]
    void = [0] * len(offices)
    over = [0] * len(offices)
    blank = [0] * len(offices)
    for columns, number in patterns:
        if number < 0 or len(columns) != len(offices):
            raise ValueError("a pattern has a column for each office and a number of papers")
        cast += number
        named = [None if column is None else tuple(dict.fromkeys(column)) for column in columns]
        overmarked = [
            names is not None and len(names) > office.seats
            for names, office in zip(named, offices, strict=True)
        ]
        whole = law.overmark_voids_paper and any(overmarked)
        wrong = [
            whole or names is None or too_many
            for names, too_many in zip(named, overmarked, strict=True)
        ]
        void_papers += number * all(wrong)
        for place, names in enumerate(named):
            over[place] += number * overmarked[place]
            if names is None or wrong[place]:
                void[place] += number
                continue
            blank[place] += number * (not names)
            for name in names:
                votes[place][name] += number
    return Papers(
        cast,
        void_papers,
        tuple(
            OfficePapers(office, dict(votes[place]), void[place], over[place], blank[place])
            for place, office in enumerate(offices)
        ),
    )
