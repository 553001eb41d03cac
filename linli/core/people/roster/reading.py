"""A table's rows read as persons at dwellings: everything wrong with a row is told at once."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.people.models import Tie
from linli.core.people.models.person import ID_PURPOSE, PHONE_PURPOSE
from linli.core.people.names import tidy_name
from linli.core.people.particulars import disagreements
from linli.core.people.roster.addresses import SEVERAL, AddressBook, Found
from linli.core.people.roster.columns import (
    HEAD_WORDS,
    ID_KIND_WORDS,
    KIND_PAIRS,
    KIND_WORDS,
    SEX_WORDS,
)
from linli.core.people.sealed import blind_index, blind_index_or_none
from linli.lib.identity.national_id import read_national_id
from linli.lib.identity.phone import read_phone
from linli.lib.identity.refusals import Refusal
from linli.lib.tables import Column, Problem, Row, Sheet
from linli.lib.tables.part_dates import read_part_date
from linli.lib.tables.problems import cell_reference

_NAME_WITHOUT = re.compile(r"[0-9０-９@#$%^&*=+<>{}\[\]\\|~^，。！？；：、,;:!?/]")
_LISTED = re.compile(r"[、,，;；/+＋和\s]+")


MOST_ROWS = 10_000_000
"""More than any sheet can have: the rows of the second sheet are counted from here."""
OTHER_COMMUNITY = "row_of_other_community"
_INCOMPLETE = {"date_incomplete", "date_two_digit_year"}
_TITLE_END = re.compile("(?:花名册|名单|名册|登记表|台账)$")
NOWHERE = UUID(int=0)
"""The dwelling of a row that names none; such a row has a problem and goes no further."""


@dataclass(slots=True, repr=False)
class RosterRow:
    """One row, checked and in normal form. With problems it says what it could be read as.

    `number` is the row as its sheet shows it; `at` counts on over all sheets of the file and is
    what a decision about the row is remembered by. `set_aside`: what is wrong with it is told of
    the file as a whole.
    """

    number: int
    at: int = 0
    sheet: str = ""
    name: str = ""
    sex: str = ""
    birth_date: date | None = None
    id_kind: str = ""
    id_number: str = ""
    id_index: bytes | None = None
    phone: str = ""
    phone_index: bytes | None = None
    dwelling: UUID = NOWHERE
    kinds: tuple[str, ...] = ()
    since: date | None = None
    household: str = ""
    is_head: bool = False
    community: str = ""
    set_aside: bool = False
    problems: list[Problem] = field(default_factory=list)
    columns: Mapping[str, Column] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<row {self.number}>"

    def problems_at(self, field_name: str) -> bool:
        """Whether the cell of a field is already known to be wrong."""
        cell = self.cell(field_name)
        return cell is not None and any(problem.cell == cell for problem in self.problems)

    def problem(self, code: str, field_name: str, **numbers: object) -> Problem:
        """A problem at this row's cell for a field."""
        column = self.columns.get(field_name)
        heading = column.heading if column else None
        return Problem(code, self.number, heading, self.cell(field_name), numbers, self.sheet)

    def cell(self, field_name: str) -> str | None:
        """The A1 reference of this row's cell for a field, None where the table has no such."""
        column = self.columns.get(field_name)
        return cell_reference(self.number, column.index) if column else None


def kinds_called(word: str) -> tuple[str, ...]:
    """The ties a word of the trade means: 自住 means two."""
    return KIND_PAIRS.get(word) or ((KIND_WORDS[word],) if word in KIND_WORDS else ())


class RosterReader:
    """Reads the rows of one sheet for one community, on one day.

    `default_kind` is the tie of a row that names none, unless the sheet's own name is one
    (租户). With `keep_contact` false the telephone is read past: it is kept by consent alone
    (`grounds`). `ours` says whether a name of a community means this one; `position` counts the
    sheets of the file.
    """

    def __init__(
        self,
        sheet: Sheet,
        addresses: AddressBook,
        on: date,
        *,
        default_kind: str = Tie.RESIDENT,
        keep_contact: bool = False,
        ours: Callable[[str], bool],
        position: int = 0,
    ) -> None:
        self._sheet = sheet
        self._addresses = addresses
        self._within = addresses.within(sheet.worksheet)
        self._on = on
        titled = _TITLE_END.sub("", sheet.worksheet.strip().casefold())
        self._default = kinds_called(titled) or (default_kind,)
        self._ours = ours
        self._before = position * MOST_ROWS
        self._keep_contact = keep_contact
        self._columns = {name: match.column for name, match in sheet.mapping.items()}

    def rows(self) -> Iterator[RosterRow]:
        """Every row of the table, in its order."""
        for row in self._sheet.rows():
            yield self._read(row)

    def _read(self, row: Row) -> RosterRow:
        found = RosterRow(
            row.number,
            self._before + row.number,
            self._sheet.worksheet,
            problems=list(row.problems),
            columns=self._columns,
        )
        values: dict[str, Any] = row.values
        self._read_name(found, values)
        self._read_identity(found, values, row.raw.get("birth_date", ""))
        self._read_dwelling(found, values)
        self._read_tie(found, values)
        if self._keep_contact:
            self._read_contact(found, values)
        return found

    def _read_name(self, found: RosterRow, values: dict[str, Any]) -> None:
        found.name = tidy_name(values.get("name") or "")
        if _NAME_WITHOUT.search(found.name):
            found.problems.append(found.problem("name_unreadable", "name"))

    def _read_identity(self, found: RosterRow, values: dict[str, Any], born: str) -> None:
        found.birth_date = values.get("birth_date")
        found.sex = self._choose(found, values, "sex", SEX_WORDS, "sex_unknown")
        number = (values.get("id_number") or "").upper()
        kind = self._choose(found, values, "id_kind", ID_KIND_WORDS, "id_kind_unknown")
        if number and not found.problems_at("id_number"):
            found.id_kind = kind or "resident_id"
            if found.id_kind == "resident_id":
                number = self._check_id(found, number)
            found.id_number = number
            found.id_index = blind_index_or_none(number, ID_PURPOSE)
        self._complete_birth(found, born)
        if found.birth_date is not None and found.birth_date > self._on:
            found.problems.append(found.problem("birth_in_future", "birth_date"))

    def _check_id(self, found: RosterRow, number: str) -> str:
        said = read_national_id(number, on=self._on)
        if isinstance(said, Refusal):
            found.problems.append(found.problem(said.code, "id_number", **said.numbers))
            return number
        for name in disagreements(said, found.sex, found.birth_date):
            code = "id_birth_differs" if name == "birth_date" else "id_sex_differs"
            found.problems.append(found.problem(code, name))
        found.birth_date = found.birth_date or said.birth_date
        found.sex = found.sex or said.sex
        return said.number

    def _complete_birth(self, found: RosterRow, written: str) -> None:
        """53年7月 beside a number that says 8 July 1953 is no fault; 53.7.8 can be one day only."""
        cell = found.cell("birth_date")
        incomplete = next(
            (p for p in found.problems if p.cell == cell and p.code in _INCOMPLETE), None
        )
        if incomplete is not None and found.problems_at("id_number"):
            found.problems.remove(incomplete)  # the number says the rest, once it is put right
            return
        said = read_part_date(written) if incomplete else None
        if incomplete is None or said is None:
            return
        if found.birth_date is None:
            found.birth_date = said.only_past(self._on)
            if found.birth_date is not None:
                found.problems.remove(incomplete)
            return
        found.problems.remove(incomplete)
        if not said.agrees(found.birth_date):
            found.problems.append(found.problem("id_birth_differs", "birth_date"))

    def _read_dwelling(self, found: RosterRow, values: dict[str, Any]) -> None:
        compound, building, entrance, room = (
            str(values.get(name) or "") for name in ("compound", "building", "entrance", "room")
        )
        address = values.get("address") or ""
        found.community = values.get("community") or ""
        if not self._ours(found.community):
            found.problems.append(found.problem(OTHER_COMMUNITY, "community"))
            return
        at = "address" if address or "room" not in self._columns else "room"
        if found.problems_at(at):
            return
        within = self._within
        if (building or (within.building and entrance)) and room:
            place = self._addresses.find_parts(compound, building, entrance, room, within)
        elif address:
            place = self._addresses.find(compound + address, within)
        elif room:
            place = self._addresses.find(compound + room, within)
        else:
            place = Found(None, "address_missing")
        if place.dwelling is not None:
            found.dwelling = place.dwelling
        else:
            numbers = {"several": place.several} if place.problem == SEVERAL else {}
            found.problems.append(found.problem(place.problem or "", at, **numbers))

    def _read_tie(self, found: RosterRow, values: dict[str, Any]) -> None:
        found.kinds = self._default
        if text := values.get("kind"):
            kinds: dict[str, None] = {}
            for word in filter(None, _LISTED.split(text.casefold())):
                meant = kinds_called(word)
                if not meant:
                    found.problems.append(found.problem("kind_unknown", "kind"))
                    break
                kinds.update(dict.fromkeys(meant))
            found.kinds = tuple(kinds) or self._default
        found.since = values.get("since")
        if found.since is not None:
            if found.since > self._on:
                found.problems.append(found.problem("since_in_future", "since"))
            elif found.birth_date is not None and found.since < found.birth_date:
                found.problems.append(found.problem("since_before_birth", "since"))
        found.household = values.get("household") or ""
        relation = "".join((values.get("relation") or "").split()).casefold()
        found.is_head = relation in HEAD_WORDS

    def _read_contact(self, found: RosterRow, values: dict[str, Any]) -> None:
        if text := values.get("phone"):
            phone = read_phone(text)
            if isinstance(phone, Refusal):
                found.problems.append(found.problem(phone.code, "phone", **phone.numbers))
            else:
                found.phone = phone.e164
                found.phone_index = blind_index(phone.e164, PHONE_PURPOSE)

    def _choose(
        self,
        found: RosterRow,
        values: dict[str, Any],
        name: str,
        words: dict[str, str],
        unknown: str,
    ) -> str:
        text = "".join((values.get(name) or "").split()).casefold()
        if text and text not in words:
            found.problems.append(found.problem(unknown, name))
        return words.get(text, "")
