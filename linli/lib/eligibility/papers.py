"""The papers of several schemes in one list, told at once.

SAL 40 and 62: nobody may be asked for what the checking system can find, so that is named apart,
as what is not to be brought.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linli.lib.eligibility.clauses import Scheme
from linli.lib.eligibility.facts import NOTHING_SAID, Words


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of evidence. `found`: the office looks it up itself; nobody is to bring it."""

    key: str
    title: Words
    found: bool
    note: Words = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper and the schemes that ask for it, by key, in their order."""

    paper: Paper
    schemes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """What to bring, each kind once for all schemes; and what the office finds by itself."""

    bring: tuple[Wanted, ...]
    found_by_the_office: tuple[Wanted, ...]


def merge_papers(schemes: Iterable[Scheme], kinds: Mapping[str, Paper]) -> Papers:
    """Each kind of evidence once, in the order of the kinds."""
    wanted: dict[str, list[str]] = {}
    for scheme in schemes:
        for key in scheme.papers:
            wanted.setdefault(key, []).append(scheme.key)
    merged = [Wanted(paper, tuple(wanted[key])) for key, paper in kinds.items() if key in wanted]
    return Papers(
        tuple(each for each in merged if not each.paper.found),
        tuple(each for each in merged if each.paper.found),
    )
