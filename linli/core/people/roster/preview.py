"""A file held against the register: what it would change, and the file with its faults marked."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.utils.translation import gettext

from linli.core.people.models import Batch, Consent, Tie
from linli.core.people.roster.addresses import AddressBook
from linli.core.people.roster.columns import LeftOut, fields_for, left_out
from linli.core.people.roster.comparing import Decision, Plan, compare
from linli.core.people.roster.problems import say
from linli.core.people.roster.reading import RosterReader, RosterRow
from linli.core.people.roster.register import Register
from linli.core.people.roster.whose import Named, judge
from linli.core.places.models import Place
from linli.lib.tables import (
    PROBLEM_SHEET,
    Problem,
    Sheet,
    Tables,
    mark_problems,
    read_tables,
)


@dataclass(frozen=True)
class Options:
    """How a file is to be read. `kind`: the tie of rows that name none; `contact`: how those in
    it agreed to be telephoned (`Consent.WAYS`), empty if that is not known; `complete`: the file
    names everybody, so whoever is missing in it has left; `sheets`: the sheets a person chose,
    None for all that are not hidden; `mapping`: of a sheet by its name, which column (from 0) is
    which field, where a person has pointed at them."""

    kind: str = Tie.RESIDENT
    contact: str = ""
    complete: bool = False
    mapping: Mapping[str, Mapping[str, int]] | None = None
    sheets: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        assert self.kind in dict(Tie.KINDS), self.kind
        assert not self.contact or self.contact in dict(Consent.WAYS), self.contact

    def as_dict(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "contact": self.contact,
            "complete": self.complete,
            "mapping": {name: dict(columns) for name, columns in (self.mapping or {}).items()},
            "sheets": None if self.sheets is None else list(self.sheets),
        }

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Self:
        sheets = kept.get("sheets")
        return cls(**{**kept, "sheets": None if sheets is None else tuple(sheets)})


@dataclass(frozen=True)
class Reading:
    """A file's rows, checked by themselves; the register has not been asked yet."""

    tables: Tables
    rows: list[RosterRow]
    left_out: LeftOut
    content: bytes
    filename: str
    problems: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every table of the file could be read, and is this community's."""
        return not self.problems and len(self.tables.readable) == len(self.tables.sheets)


@dataclass(frozen=True)
class Preview:
    """What a file holds and would change; nothing of it has been written."""

    reading: Reading
    plan: Plan
    register: Register

    @property
    def tables(self) -> Tables:
        return self.reading.tables

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The sheets of the file that hold a table."""
        return self.tables.sheets

    @property
    def left_out(self) -> LeftOut:
        return self.reading.left_out

    @property
    def content(self) -> bytes:
        return self.reading.content

    @property
    def filename(self) -> str:
        return self.reading.filename

    @property
    def readable(self) -> bool:
        return bool(self.tables.readable)

    @property
    def file_problems(self) -> list[Problem]:
        """What is wrong with the file, or with the heading of a sheet, as a whole."""
        headings = [problem for sheet in self.sheets for problem in sheet.problems]
        return [*self.tables.problems, *headings, *self.reading.problems]

    @property
    def problems(self) -> list[Problem]:
        """Everything to put right: of the file as a whole, then row by row."""
        return [*self.file_problems, *self.plan.problems]

    def counts(self) -> dict[str, int]:
        return self.plan.counts()

    def refused(self) -> list[dict[str, Any]]:
        """Each fault with its sheet (where there are several), row, column and cell, and the
        reason in words."""
        several = len(self.sheets) > 1
        return [
            {
                **({"sheet": problem.sheet} if several else {}),
                "row": problem.row,
                "column": problem.column or "",
                "cell": problem.cell or "",
                "code": problem.code,
                "reason": say(problem),
            }
            for problem in self.problems
        ]

    def marked(self) -> bytes:
        """The user's own file as an .xlsx, its faulty cells red with the reason beside them."""
        words = {key: gettext(word) for key, word in PROBLEM_SHEET.items()}
        return mark_problems(
            self.content, self.filename, self.sheets, self.problems, say, words=words
        )


def preview_roster(
    community: Place,
    content: bytes,
    filename: str,
    *,
    options: Options,
    on: date,
) -> Preview:
    """Reads a file and holds it against the register of a community, writing nothing."""
    return hold_against(community, read_roster(community, content, filename, options, on), on)


def read_roster(
    community: Place, content: bytes, filename: str, options: Options, on: date
) -> Reading:
    """The slow half: the file itself. Needs no transaction."""
    keep_contact = bool(options.contact)
    tables = read_tables(
        content,
        filename,
        fields=fields_for(keep_contact),
        mappings=options.mapping,
        chosen=options.sheets,
    )
    addresses, ours = AddressBook(community), Named(community).is_ours
    rows: list[RosterRow] = []
    for position, sheet in enumerate(tables.readable):
        reader = RosterReader(
            sheet,
            addresses,
            on,
            default_kind=options.kind,
            keep_contact=keep_contact,
            ours=ours,
            position=position,
        )
        rows += reader.rows()
    unused = [column for sheet in tables.sheets for column in sheet.unused]
    judged = tuple(judge(rows, addresses))
    return Reading(tables, rows, left_out(unused), content, filename, judged)


def hold_against(
    community: Place,
    reading: Reading,
    on: date,
    decisions: Mapping[int, Decision] | None = None,
    *,
    before: Batch | None = None,
) -> Preview:
    """The quick half: the rows beside the register as it is now, or as it was `before` a batch
    that is being written."""
    register = Register.load(community, on, before=before)
    plan = compare(reading.rows, register, on, decisions)
    if not reading.is_whole:
        plan.gone = []  # who is missing may stand in what could not be read
    return Preview(reading, plan, register)


def pack(content: bytes, filename: str) -> str:
    """A file as text, to be sealed."""
    return f"{filename}\n{base64.b64encode(content).decode()}"


def unpack(packed: str) -> tuple[bytes, str]:
    """The file again, and its name."""
    filename, _, body = packed.partition("\n")
    return base64.b64decode(body), filename
