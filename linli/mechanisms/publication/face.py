"""The one source of every rendering: a notice as everybody may see it.

Pages, board sheets, data and texts to paste are made from a `Face` and never from the row, so
what a template does not list has no way out, also where it is in the row by an older template.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from linli.core.clocks.rules import last_day
from linli.core.pages.sentences import say
from linli.core.pages.wording import tell_day, tell_money
from linli.lib.calendar import local_day
from linli.mechanisms.publication.declaration import PublicField, Template
from linli.mechanisms.publication.models import Posting, PostingVersion
from linli.mechanisms.publication.rules import short_code


@dataclass(frozen=True, slots=True)
class Cell:
    """One value with its kind, as the template draws it."""

    kind: str
    value: Any

    @property
    def words(self) -> str:
        """The value as text; nothing for a cell that was left empty."""
        if self.value == "":
            return ""
        match self.kind:
            case "day":
                return say_day(self.value)
            case "money":
                return tell_money(self.value)
            case _:
                return str(self.value)


@dataclass(frozen=True, slots=True)
class Section:
    """One listed field: its key, its title, and its value (or its table)."""

    key: str
    label: str
    cell: Cell
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    @property
    def short(self) -> bool:
        """Whether its words stand beside its title in one line of a sheet."""
        return not self.columns and self.cell.kind != "prose" and len(self.cell.words) <= 26

    @property
    def named_rows(self) -> list[list[tuple[str, str]]]:
        """The table row by row, each value beside the title of its column."""
        return [
            [(column, cell.words) for column, cell in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


@dataclass(frozen=True, slots=True)
class Correction:
    """That a notice was corrected: when, which fields, why."""

    at: datetime
    fields: tuple[str, ...]
    reason: str

    @property
    def words(self) -> str:
        """The titles of the fields, in one line."""
        return say(self.fields)


@dataclass(frozen=True, slots=True)
class Face:
    """A notice as everybody may see it."""

    id: Any
    number: str
    template: str
    heading: str
    heading_key: str
    title: str
    category: str
    category_title: str
    issuer: str
    locale: str
    sections: tuple[Section, ...]
    posted_at: datetime | None
    comes_down_at: datetime | None
    objections_until: datetime | None
    sha256: str
    hidden_from_search: bool
    names_persons: bool = False
    decided_elsewhere: bool = False
    objections_at: str = ""
    owner: Any = None
    corrections: tuple[Correction, ...] = field(default=())

    @property
    def body(self) -> tuple[Section, ...]:
        """What stands below the heading."""
        return tuple(section for section in self.sections if section.key != self.heading_key)

    @property
    def code(self) -> str:
        """The beginning of the digest, as it stands on the sheet."""
        return short_code(self.sha256)

    @property
    def up_until(self) -> date | None:
        """The last day it is up; None where it stays."""
        return last_day(self.comes_down_at) if self.comes_down_at else None

    @property
    def objections_last_day(self) -> date | None:
        """The last day on which objections may be raised, where they may be."""
        return last_day(self.objections_until) if self.objections_until else None


def face_of(
    posting: Posting, template: Template, corrections: tuple[PostingVersion, ...] = ()
) -> Face:
    """The notice through its template, as the template lists it today."""
    labels = {listed.key: str(listed.label) for listed in template.fields}
    sections = tuple(
        _section(listed, posting.fields[listed.key])
        for listed in template.fields
        if listed.key in posting.fields
    )
    return Face(
        id=posting.pk,
        number=posting.number,
        template=template.name,
        heading=heading_of(posting, template),
        heading_key=template.heading,
        title=str(template.title),
        category=template.category.name,
        category_title=str(template.category.title),
        issuer=posting.issuer,
        locale=posting.locale,
        sections=sections,
        posted_at=posting.posted_at,
        comes_down_at=posting.comes_down_at,
        objections_until=posting.objections_until,
        sha256=posting.sha256,
        hidden_from_search=template.hidden_from_search,
        names_persons=template.names_persons,
        decided_elsewhere=template.decided_elsewhere,
        objections_at=template.objections_at,
        owner=posting.owner,
        corrections=tuple(
            Correction(
                one.at,
                tuple(labels[key] for key in one.changed if key in labels),
                one.reason,
            )
            for one in corrections
        ),
    )


def heading_of(posting: Posting, template: Template) -> str:
    """What lists show: the template's heading field, or what sort of notice it is."""
    return str(posting.fields.get(template.heading) or str(template.title))


def _section(listed: PublicField, value: Any) -> Section:
    if listed.kind != "rows":
        return Section(listed.key, str(listed.label), Cell(listed.kind, value))
    return Section(
        listed.key,
        str(listed.label),
        Cell("rows", len(value)),
        tuple(str(column.label) for column in listed.columns),
        tuple(
            tuple(Cell(column.kind, row.get(column.key, "")) for column in listed.columns)
            for row in value
        ),
    )


def say_day(value: Any) -> str:
    """A day in words; a moment is told by its day in Shanghai."""
    if isinstance(value, datetime):
        value = local_day(value)
    elif isinstance(value, str):
        value = date.fromisoformat(value)
    return tell_day(value) if value else ""
