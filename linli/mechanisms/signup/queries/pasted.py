"""A chain out of a group, held against the sheet and the roster: who is new, who is down already,
who cannot be read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.core.people.queries import dwellings_of, persons_in
from linli.lib.chains import read_chain
from linli.lib.chains.entries import Entry
from linli.mechanisms.signup.models import Sheet
from linli.mechanisms.signup.queries.sheets import names_on

PEOPLE = ("人", "位", "名", "个", "大", "小", "")
BY_NAME, SKIP = "name", ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the chain. `choices`: what may be done with it, as code and words' parts;
    `chosen`: what is done where nobody says otherwise."""

    number: int
    text: str
    name: str
    seats: int
    status: str
    persons: tuple[tuple[Any, str], ...]
    chosen: str

    @property
    def field(self) -> str:
        """The name of its input."""
        return f"l{self.number}"


@dataclass(frozen=True, slots=True)
class Pasted:
    """The chain as read."""

    title: str
    lines: tuple[Line, ...]
    unread: tuple[str, ...]

    def count(self, status: str) -> int:
        """How many lines are new, down, struck, or unclear."""
        return sum(each.status == status for each in self.lines)


def read_pasted(sheet: Sheet, text: str, on: date) -> Pasted:
    """Reads it. A name that fits one person of the roster is taken for that one, several are for
    the keeper to choose from."""
    chain = read_chain(text)
    names = {each.name for each in chain.entries if each.name}
    persons: dict[str, list[Any]] = {}
    for person in persons_in(sheet.community).filter(name__in=names):
        persons.setdefault(person.name, []).append(person)
    several = [person.pk for found in persons.values() for person in found]
    homes = dwellings_of(sheet.community, several, on)
    down = names_on(sheet)
    lines = tuple(
        _line(sheet, each, persons.get(each.name, []), homes, down) for each in chain.entries
    )
    return Pasted(chain.title, lines, chain.unread)


def _line(sheet: Sheet, entry: Entry, persons: list[Any], homes: Any, down: Any) -> Line:
    told = tuple(
        (person, home.stairs_name if (home := homes.get(person.pk)) else "") for person in persons
    )
    name = entry.name
    status = "new"
    if not name:
        status = "unclear"
    elif not entry.counts or entry.withdraws:
        status = "struck"
    elif "".join(name.split()) in down:
        status = "down"
    elif len(persons) > 1 or (not persons and sheet.sort.account_only):
        status = "unclear"
    chosen = SKIP
    if status == "new":
        chosen = str(persons[0].pk) if persons else BY_NAME
    return Line(entry.number, entry.text, name, _seats(sheet, entry), status, told, chosen)


def _seats(sheet: Sheet, entry: Entry) -> int:
    wanted = sum(
        int(each.amount) for each in entry.quantities if each.unit in PEOPLE and not each.item
    )
    return max(1, min(wanted, sheet.most_each))
