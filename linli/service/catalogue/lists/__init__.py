"""The lists that come with the house: what no committee certifies, and which office does.

Data in TOML beside this file. `national_list()` is the country's; a province's number of items
stands in the law packs (`certificates.not_issued_count`), and what it adds is entered by the
community, with its document.
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from linli.lib.law.packs import ParameterStatus


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """A kind of office that certifies something, and the hotline that reaches it anywhere."""

    key: str
    title: str
    title_en: str
    hotline: str = ""


@dataclass(frozen=True, slots=True)
class NotIssued:
    """One certificate no committee issues: what people call it, who certifies it instead, what
    to bring there, and the way on. `papers` are in both languages, side by side."""

    key: str
    number: int
    title: str
    title_en: str
    words: tuple[str, ...]
    words_en: tuple[str, ...]
    office: str
    papers: tuple[str, ...]
    papers_en: tuple[str, ...]
    way_on: str
    way_on_en: str


@dataclass(frozen=True, slots=True)
class NationalList:
    """The country's list with its document, the day from which we count it, and how far it has
    been held against the text."""

    title: str
    title_en: str
    document: str
    since: date
    last_day: date | None
    status: ParameterStatus
    items: tuple[NotIssued, ...]


@cache
def national_list() -> NationalList:
    """The list shipped with the house. ValueError for an item with anything missing."""
    table = _read("not_issued.toml")
    of_list = table["list"]
    items = tuple(_item(each) for each in table["item"])
    known = office_kinds()
    for place, item in enumerate(items, 1):
        if item.number != place or item.office not in known or not item.papers:
            raise ValueError(f"not_issued.toml: {item.key}")
    return NationalList(
        title=of_list["title"],
        title_en=of_list["title_en"],
        document=of_list["document"],
        since=of_list["from"],
        last_day=of_list.get("to"),
        status=ParameterStatus(of_list["status"]),
        items=items,
    )


@cache
def office_kinds() -> dict[str, OfficeKind]:
    """Every kind of office by its key, in the order in which they are listed."""
    return {each["key"]: OfficeKind(**each) for each in _read("offices.toml")["office"]}


def _item(each: dict[str, Any]) -> NotIssued:
    given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in each.items()}
    return NotIssued(**given)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))
