"""Whether a roster is this community's at all: told once, not in each of three thousand rows."""

import re
from collections import Counter
from collections.abc import Sequence

from linli.core.people.roster.addresses import UNKNOWN, UNREADABLE, AddressBook, tidy_address
from linli.core.people.roster.reading import OTHER_COMMUNITY, RosterRow
from linli.core.places.models import Place
from linli.lib.tables import Problem

_FEWEST_ROWS = 10  # below it each row is told by itself
_MOST_OF = 4, 5  # four rows in five
_OFFICE = re.compile(r"(?:社区)?(?:居民委员会|居委会|委员会|村委会)?$")
_OURSELVES = {"本社区", "本居委会", "我社区", "本辖区"}
_OF_ADDRESS = {UNKNOWN, UNREADABLE}


class Named:
    """By what names a table may call this community in a column of its own."""

    def __init__(self, community: Place) -> None:
        self._bare = _OFFICE.sub("", tidy_address(community.name))

    def is_ours(self, said: str) -> bool:
        """Whether a cell names this community, or none."""
        text = tidy_address(said)
        return not text or text in _OURSELVES or self._bare in text


def judge(rows: Sequence[RosterRow], addresses: AddressBook) -> list[Problem]:
    """What is wrong with the file as a whole. The rows it stands for are set aside without their
    own word on the same thing."""
    if not rows:
        return []
    foreign = [row for row in rows if _has(row, {OTHER_COMMUNITY})]
    if _most(len(foreign), len(rows)):
        named, _times = Counter(row.community for row in foreign).most_common(1)[0]
        _set_aside(foreign, {OTHER_COMMUNITY, *_OF_ADDRESS})
        numbers = {"community": named, "rows": len(foreign), "of": len(rows)}
        return [Problem("other_community_named", numbers=numbers)]
    nowhere = [row for row in rows if _has(row, _OF_ADDRESS)]
    if addresses.is_empty and nowhere:
        _set_aside(nowhere, _OF_ADDRESS)
        return [Problem("no_dwellings", numbers={"rows": len(nowhere)})]
    if _most(len(nowhere), len(rows)):
        _set_aside(nowhere, _OF_ADDRESS)
        return [Problem("other_community", numbers={"rows": len(nowhere), "of": len(rows)})]
    return []


def _most(part: int, whole: int) -> bool:
    share, of = _MOST_OF
    return part >= _FEWEST_ROWS and part * of >= whole * share


def _has(row: RosterRow, codes: set[str]) -> bool:
    return any(problem.code in codes for problem in row.problems)


def _set_aside(rows: Sequence[RosterRow], codes: set[str]) -> None:
    for row in rows:
        row.problems = [problem for problem in row.problems if problem.code not in codes]
        row.set_aside = True
