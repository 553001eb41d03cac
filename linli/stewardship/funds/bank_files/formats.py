"""The formats of bank files we know: by which headings, and which column holds what (data)."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from linli.lib.tables.headings import normal_heading

GENERIC = "generic"


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `columns`: the part of a line → the headings it may stand under, the best
    first. `private`: a person's own wallet, whose bill is not taken. `done`: the states of a row
    that really moved money; empty where the file has no states."""

    key: str
    title: str
    title_en: str
    marks: tuple[str, ...]
    columns: Mapping[str, Sequence[str]]
    private: bool = False
    done: tuple[str, ...] = ()
    signed: bool = False

    def known_by(self, headings: Collection[str]) -> bool:
        """Whether a file with these headings (in normal form) is of this kind."""
        return bool(self.marks) and all(_plain(mark) in headings for mark in self.marks)


@cache
def formats() -> tuple[Format, ...]:
    """All formats, in the order in which a file is held against them."""
    text = resources.files(__package__).joinpath("formats.toml").read_text("utf-8")
    return tuple(
        Format(
            each["key"],
            each["title"],
            each["title_en"],
            tuple(each["marks"]),
            each.get("columns", {}),
            private=each.get("private", False),
            done=tuple(each.get("done", {}).get("words", ())),
            signed=each.get("signed", False),
        )
        for each in tomllib.loads(text)["format"]
    )


FORMATS = tuple((each.key, each.title) for each in formats())


def format_named(key: str) -> Format:
    """The format of a key; LookupError where there is none."""
    for each in formats():
        if each.key == key:
            return each
    raise LookupError(key)


def recognise(headings: Sequence[str]) -> Format:
    """The format of a file with these headings; the generic one where no other fits."""
    plain = {_plain(heading) for heading in headings if heading}
    return next((each for each in formats() if each.known_by(plain)), format_named(GENERIC))


def find_columns(wanted: Format, headings: Sequence[str]) -> dict[str, int]:
    """Which column (counted from 0) holds which part of a line; a column is taken once, but by
    `purpose`, which may repeat what `words` has not."""
    plain = [_plain(heading) for heading in headings]
    found: dict[str, int] = {}
    for part, names in wanted.columns.items():
        for name in names:
            index = next((at for at, said in enumerate(plain) if said == _plain(name)), None)
            if index is not None and index not in found.values():
                found[part] = index
                break
    return found


def _plain(heading: str) -> str:
    """借方发生额（支取） and 借方发生额 are one heading, and so are 收入金额（+元） and 收入金额."""
    return normal_heading(heading, brackets=False)
