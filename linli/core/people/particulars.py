"""What is said about a person, checked and in normal form, before it is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self, cast

from linli.core.people.models import Person
from linli.core.people.names import keys_of, tidy_name
from linli.lib.identity.national_id import NationalId, read_national_id
from linli.lib.identity.phone import read_phone
from linli.lib.identity.refusals import Refusal
from linli.lib.law import Finding, Refused, require
from linli.lib.law.finding import Value

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, repr=False)
class Particulars:
    """Everything kept on a person's own row. Make it with `read`."""

    name: str
    sex: str = ""
    birth_date: date | None = None
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    language: str = ""
    needs: tuple[str, ...] = ()

    @classmethod
    def read(cls, given: Mapping[str, Any], *, on: date) -> Self:
        """Checks what was given; raises `Refused` for the first thing that cannot be right.

        Sex and birth date are taken from a resident identity number where they are not given,
        and must agree with it where they are.
        """
        name = tidy_name(str(given.get("name") or ""))
        require(
            Finding(
                0 < len(name) <= LONGEST_NAME,
                "people.name_given",
                numbers={"longest": LONGEST_NAME},
            )
        )
        sex = _chosen(given, "sex", Person.SEXES)
        born = given.get("birth_date")
        number = str(given.get("id_number") or "").strip()
        id_kind = _chosen(given, "id_kind", Person.ID_KINDS)
        if number:
            id_kind = id_kind or "resident_id"
            if id_kind == "resident_id":
                said = _require_id(number, on)
                for field in disagreements(said, sex, born):
                    raise Refused(Finding(False, "people.id_agrees", numbers={"field": field}))
                number, sex, born = said.number, sex or said.sex, born or said.birth_date
            else:
                number = "".join(number.upper().split())
        require(Finding(born is None or born <= on, "people.born_already", numbers={"on": on}))
        needs = tuple(given.get("needs") or ())
        require(Finding(set(needs) <= set(dict(Person.NEEDS)), "people.choice_known"))
        return cls(
            name=name,
            sex=sex,
            birth_date=born,
            id_kind=id_kind if number else "",
            id_number=number,
            phone=_require_phone(str(given.get("phone") or "")),
            language=str(given.get("language") or "").strip(),
            needs=needs,
        )

    def write(self, person: Person) -> Person:
        """Sets it on a row; numbers with their index, the name with its sound."""
        person.name, person.name_keys = self.name, keys_of(self.name)
        person.sex, person.birth_date, person.id_kind = self.sex, self.birth_date, self.id_kind
        person.language, person.needs = self.language, list(self.needs)
        return person.place_numbers(id_number=self.id_number, phone=self.phone)


def disagreements(said: NationalId, sex: str, born: date | None) -> Iterator[str]:
    """Which of the two an identity number contradicts."""
    if born is not None and born != said.birth_date:
        yield "birth_date"
    if sex and sex != said.sex:
        yield "sex"


def _require_id(number: str, on: date) -> NationalId:
    said = read_national_id(number, on=on)
    if isinstance(said, Refusal):
        raise _refused(said)
    return said


def _require_phone(text: str) -> str:
    """The number in the form that compares (E.164); nothing for nothing."""
    if not text.strip():
        return ""
    phone = read_phone(text)
    if isinstance(phone, Refusal):
        raise _refused(phone)
    return phone.e164


def _refused(refusal: Refusal) -> Refused:
    """What `lib.identity` found wrong, as a finding of this register."""
    numbers = cast("dict[str, Value]", dict(refusal.numbers))
    return Refused(Finding(False, f"people.{refusal.code}", numbers=numbers))


def _chosen(given: Mapping[str, Any], name: str, choices: list[tuple[str, Any]]) -> str:
    value = str(given.get(name) or "")
    require(Finding(not value or value in dict(choices), "people.choice_known"))
    return value
