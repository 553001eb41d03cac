"""The catalogue of what a form may ask, from `facts.toml` and `groundless.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any, get_args

from linli.core.people.roster.groundless import GROUNDLESS as _KINDS
from linli.lib.tables.fields import Field, Kind

SOURCES = ("roster", "tie", "household", "place", "body", "post", "form")


class FlawedCatalogue(Exception):
    """An entry that contradicts itself or another; the house does not start with it."""


@dataclass(frozen=True, slots=True)
class Entity:
    """What a row of a form may be about. `asks`: facts of which it asks at least one; `signs`:
    words in its headings that speak for it; `bare`: what a heading that does not say whose it is
    means in such a form (电话 in a table of households is that of the head)."""

    name: str
    title: str
    title_en: str
    signs: tuple[str, ...]
    asks: tuple[str, ...]
    bare: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something we hold and may tell. `of`: the entities for which we can; `source`: the register
    it comes from (`form`: it is about the filling itself)."""

    name: str
    title: str
    title_en: str
    of: tuple[str, ...]
    source: str
    field: Field


@dataclass(frozen=True, slots=True)
class Groundless:
    """Something a form asks and nothing entitles us to keep or to tell, with the reason.

    `stems`: words of a heading about persons that alone tell it. Where we would fill in, likeness
    is narrow; to leave a column empty and say why, a word is enough.
    """

    name: str
    title: str
    title_en: str
    reason: str
    reason_en: str
    field: Field
    stems: tuple[str, ...] = ()


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _entities(table: dict[str, Any]) -> dict[str, Entity]:
    return {
        each["name"]: Entity(
            each["name"],
            each["title"],
            each["title_en"],
            tuple(each["signs"]),
            tuple(each["asks"]),
            MappingProxyType(each.get("bare", {})),
        )
        for each in table["entity"]
    }


def _facts(table: dict[str, Any], entities: Mapping[str, Entity]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for each in table["fact"]:
        name, kind = each["name"], each.get("kind", "text")
        if name in found or each["source"] not in SOURCES or kind not in get_args(Kind):
            raise FlawedCatalogue(name)
        if not each["of"] or set(each["of"]) - set(entities):
            raise FlawedCatalogue(name)
        field = Field(name, tuple(each["synonyms"]), kind)
        found[name] = Fact(
            name, each["title"], each["title_en"], tuple(each["of"]), each["source"], field
        )
    return found


def _groundless() -> dict[str, Groundless]:
    table = _read("groundless.toml")
    if set(table) != set(_KINDS):
        raise FlawedCatalogue(f"kinds without a reason: {sorted(set(table) ^ set(_KINDS))}")
    return {
        name: Groundless(
            name,
            each["title"],
            each["title_en"],
            each["reason"],
            each["reason_en"],
            Field(name, (*_KINDS[name], *each["synonyms"])),
            tuple(each.get("stems", ())),
        )
        for name, each in table.items()
    }


_TABLE = _read("facts.toml")
ENTITIES: Mapping[str, Entity] = MappingProxyType(_entities(_TABLE))
FACTS: Mapping[str, Fact] = MappingProxyType(_facts(_TABLE, ENTITIES))
GROUNDLESS: Mapping[str, Groundless] = MappingProxyType(_groundless())
WITHOUT_GROUND = frozenset(GROUNDLESS)
FIELDS: tuple[Field, ...] = (
    *(fact.field for fact in FACTS.values()),
    *(kind.field for kind in GROUNDLESS.values()),
)
"""What a blank is read with: `read_blank(…, fields=FIELDS, without_ground=WITHOUT_GROUND)`."""
