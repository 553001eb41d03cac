"""Where facts come from: the `facts` module of every app, and nothing else of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from linli.lib.facts import Fact, FactKind

Rows = Callable[[Any, date, date], Iterator[Fact]]


@dataclass(frozen=True)
class Source:
    """One app's facts."""

    app: str
    kinds: tuple[FactKind, ...]
    rows: Rows


def sources() -> tuple[Source, ...]:
    """Every app that declares facts, in the order of the installed apps."""
    return tuple(
        Source(module.__name__.removesuffix(".facts"), tuple(module.KINDS), module.rows)
        for module in _modules()
    )


def kinds_declared() -> dict[str, FactKind]:
    """Every kind of fact of this house by its name. ValueError where two apps declare one."""
    kinds: dict[str, FactKind] = {}
    for source in sources():
        for kind in source.kinds:
            if kind.kind in kinds:
                raise ValueError(f"two apps declare {kind.kind}")
            kinds[kind.kind] = kind
    return kinds


def read_facts(community: Any, since: date, until: date) -> Iterator[Fact]:
    """The facts of one community in those days, app by app; both days included."""
    for source in sources():
        yield from source.rows(community, since, until)


def facts_of_kinds(
    community: Any, kinds: frozenset[str], since: date, until: date
) -> Iterator[Fact]:
    """Only the facts of the kinds asked for, from the apps that declare them."""
    for source in sources():
        if kinds & {kind.kind for kind in source.kinds}:
            for fact in source.rows(community, since, until):
                if fact.kind in kinds:
                    yield fact


@cache
def _modules() -> tuple[ModuleType, ...]:
    return tuple(
        import_module(f"{config.name}.facts")
        for config in apps.get_app_configs()
        if config.module is not None and module_has_submodule(config.module, "facts")
    )
