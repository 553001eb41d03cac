"""What a bank file says: lines of one shape, and what of it was left out and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from linli.lib.tables import Column, Problem


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One movement of money. `fen`: what the account gained, negative where it lost; `row` as in
    the file; `balance`: what the account held after it, in fen, None where the file does not say.
    `ordinal`: which of several lines of the file that are alike in everything (from 1)."""

    row: int
    on: date
    fen: int
    at: time | None = None
    balance: int | None = None
    other_name: str = ""
    other_account: str = ""
    words: str = ""
    purpose: str = ""
    reference: str = ""
    own_account: str = ""
    is_fee: bool = False
    ordinal: int = 1

    @property
    def identity(self) -> tuple[str, ...]:
        """What makes it this line and no other, the same in every file that holds it: the bank's
        own number where there is one, else all that it says."""
        told = (
            self.on.isoformat(),
            str(self.fen),
            "" if self.balance is None else str(self.balance),
        )
        if self.reference:
            return (self.reference, *told, "fee" if self.is_fee else "", str(self.ordinal))
        at = self.at.isoformat() if self.at else ""
        return (at, self.other_account, self.words, self.purpose, *told, str(self.ordinal))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no movement of money: `total`, `note`, `repeated_heading`, `not_done` (closed,
    failed), `nothing` (an amount of nought)."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A file as read. While `problems` has any, nothing of it is taken. `format`: the key of what
    it was taken for; `columns` and `mapping`: the file's columns and which was taken for what;
    `unsure`: parts without which no line can be read and which have no column."""

    filename: str
    format: str
    lines: tuple[StatementLine, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    columns: tuple[Column, ...] = ()
    mapping: Mapping[str, int] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    private: bool = False

    @property
    def days(self) -> tuple[date, date] | None:
        """From the first to the last day of its lines."""
        days = [line.on for line in self.lines]
        return (min(days), max(days)) if days else None

    @property
    def income(self) -> int:
        """What came in, in fen."""
        return sum(line.fen for line in self.lines if line.fen > 0)

    @property
    def expense(self) -> int:
        """What went out, in fen, as a positive number."""
        return -sum(line.fen for line in self.lines if line.fen < 0)


def numbered(lines: Sequence[StatementLine]) -> tuple[StatementLine, ...]:
    """The lines with those alike told apart by their order in the file."""
    seen: dict[tuple[str, ...], int] = {}
    told = []
    for line in lines:
        key = line.identity
        seen[key] = seen.get(key, 0) + 1
        told.append(replace(line, ordinal=seen[key]) if seen[key] > 1 else line)
    return tuple(told)
