"""A line of the bank and an entry of the books: proposed by amount, day and words; a person ties.

Amounts must be equal to the fen: what nearly fits is two things.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from linli.lib.law import Finding

_WORDS = re.compile(r"[\u4e00-\u9fff]+|[a-z0-9]{2,}")


@dataclass(frozen=True, slots=True)
class Booked:
    """An entry as far as it moved the money at the bank: `fen` as the account saw it."""

    id: UUID
    on: date
    fen: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of the bank."""

    id: UUID
    on: date
    fen: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry that may be what the line shows. `days`: how far apart they lie (the line after
    the entry is above nought); `alike`: how many pairs of letters their words share; `alone`:
    neither has another partner."""

    line: UUID
    entry: UUID
    days: int
    alike: int
    alone: bool = False


def propose(lines: Sequence[Moved], entries: Sequence[Booked], *, days: int) -> list[Proposal]:
    """Every pair of equal amounts at most `days` apart, of each line the likeliest first: nearest
    in days, then most alike in words, then in the order of the entries."""
    by_amount: dict[int, list[Booked]] = {}
    for entry in entries:
        by_amount.setdefault(entry.fen, []).append(entry)
    found = [
        Proposal(line.id, entry.id, (line.on - entry.on).days, alike(line.words, entry.words))
        for line in lines
        for entry in by_amount.get(line.fen, ())
        if abs((line.on - entry.on).days) <= days
    ]
    lines_of: dict[UUID, int] = {}
    entries_of: dict[UUID, int] = {}
    for each in found:
        entries_of[each.line] = entries_of.get(each.line, 0) + 1
        lines_of[each.entry] = lines_of.get(each.entry, 0) + 1
    order = {line.id: at for at, line in enumerate(lines)}
    booked = {entry.id: at for at, entry in enumerate(entries)}
    told = [
        Proposal(
            each.line,
            each.entry,
            each.days,
            each.alike,
            entries_of[each.line] == 1 == lines_of[each.entry],
        )
        for each in found
    ]
    return sorted(told, key=lambda e: (order[e.line], abs(e.days), -e.alike, booked[e.entry]))


def alike(one: str, other: str) -> int:
    """How many pairs of neighbouring letters two texts share."""
    return len(_pairs(one) & _pairs(other))


def _pairs(text: str) -> set[str]:
    return {run[at : at + 2] for run in _WORDS.findall(text.lower()) for at in range(len(run) - 1)}


def amounts_equal(line: int, entry: int) -> Finding:
    """What is tied together is the same amount, to the fen."""
    return Finding(line == entry, "funds.match_amounts", numbers={"line": line, "entry": entry})


def still_open(open_line: bool, open_entry: bool) -> Finding:
    """Neither is tied to something else already."""
    return Finding(open_line and open_entry, "funds.match_open")


def explained_by_another(explained_by: UUID | None, account: UUID | None) -> Finding:
    """Whoever agrees that a line stands for no entry is not who explained it."""
    return Finding(
        account is not None and account != explained_by,
        "funds.line_second_hand",
        cites=("rcl2025.42",),
    )


def file_is_new(read_on: date | None) -> Finding:
    """The same file was not read before."""
    return Finding(read_on is None, "funds.file_new", numbers={"read_on": read_on})


def of_this_account(tails: Collection[str], tail: str) -> Finding:
    """Where the file names its own account, it is the one it is read for."""
    return Finding(
        not tails or all(each.endswith(tail) for each in tails),
        "funds.file_of_account",
        numbers={"tail": tail},
    )


def own_wallet(private: bool) -> Finding:
    """Public money has an account of its own: no bill of a person's wallet is taken."""
    return Finding(not private, "funds.file_not_private", cites=("charity.26", "rcl2025.42"))
