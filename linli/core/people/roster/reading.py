"""A table's rows read as persons at dwellings: everything wrong with a row is told at once."""

import re
from collections.abc import Iterator, Mapping
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
from linli.lib.tables.problems import cell_reference

_NAME_WITHOUT = re.compile(r"[0-9０-９@#$%^&*=+<>{}\[\]\\|~^，。！？；：、,;:!?/]")
_LISTED = re.compile(r"[、,，;；/+＋和\s]+")


NOWHERE = UUID(int=0)
"""The dwelling of a row that names none; such a row has a problem and goes no further."""


@dataclass(slots=True, repr=False)
class RosterRow:
    """One row, checked and in normal form. With problems it says what it could be read as."""

    number: int
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
    problems: list[Problem] = field(default_factory=list)
    columns: Mapping[str, Column] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<row {self.number}>"

    def problems_at(self, field_name: str) -> bool:
        """Whether the cell of a field is already known to be wrong."""
        cell = self._cell(field_name)
        return cell is not None and any(problem.cell == cell for problem in self.problems)

    def problem(self, code: str, field_name: str, **numbers: object) -> Problem:
        """A problem at this row's cell for a field."""
        column = self.columns.get(field_name)
        heading = column.heading if column else None
        return Problem(code, self.number, heading, self._cell(field_name), numbers)

    def _cell(self, field_name: str) -> str | None:
        column = self.columns.get(field_name)
        return cell_reference(self.number, column.index) if column else None


class RosterReader:
    """Reads the rows of one sheet for one community, on one day.

    `default_kind` is the tie of a row that names none. With `keep_contact` false the
    telephone is read past: it is kept by consent alone (`grounds`).
    """

    def __init__(
        self,
        sheet: Sheet,
        addresses: AddressBook,
        on: date,
        *,
        default_kind: str = Tie.RESIDENT,
        keep_contact: bool = False,
    ) -> None:
        self._sheet = sheet
        self._addresses = addresses
        self._on = on
        self._default = (default_kind,)
        self._keep_contact = keep_contact
        self._columns = {name: match.column for name, match in sheet.mapping.items()}

    def rows(self) -> Iterator[RosterRow]:
        """Every row of the table, in its order."""
        for row in self._sheet.rows():
            yield self._read(row)

    def _read(self, row: Row) -> RosterRow:
        found = RosterRow(row.number, problems=list(row.problems), columns=self._columns)
        values: dict[str, Any] = row.values
        self._read_name(found, values)
        self._read_identity(found, values)
        self._read_dwelling(found, values)
        self._read_tie(found, values)
        if self._keep_contact:
            self._read_contact(found, values)
        return found

    def _read_name(self, found: RosterRow, values: dict[str, Any]) -> None:
        found.name = tidy_name(values.get("name") or "")
        if _NAME_WITHOUT.search(found.name):
            found.problems.append(found.problem("name_unreadable", "name"))

    def _read_identity(self, found: RosterRow, values: dict[str, Any]) -> None:
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

    def _read_dwelling(self, found: RosterRow, values: dict[str, Any]) -> None:
        parts = [values.get(name) or "" for name in ("compound", "building", "entrance", "room")]
        address = values.get("address") or ""
        at = "address" if address or "room" not in self._columns else "room"
        if found.problems_at(at):
            return
        if parts[1] and parts[3]:
            place = self._addresses.find_parts(*parts)
        elif address:
            place = self._addresses.find(parts[0] + address)
        elif parts[3]:
            place = self._addresses.find(parts[0] + parts[3])
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
                meant = KIND_PAIRS.get(word) or ((KIND_WORDS[word],) if word in KIND_WORDS else ())
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
