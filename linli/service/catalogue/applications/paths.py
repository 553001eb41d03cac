"""The schemes as data: who decides, which papers, which limits by the name of their rule. The
numbers themselves stand in the law packs, by place and day."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both

RECONSIDERATION, OBJECTION, COMPLAINT = "reconsideration", "objection", "complaint"
LIMITS = ("investigate", "opinion", "decide", "special", "refusal", "appoint")


@dataclass(frozen=True)
class Evidence(TitledInBoth):
    """One kind of paper. `found`: the checking system finds it, so nobody is asked for it."""

    key: str
    title: str
    title_en: str
    found: bool = False


@dataclass(frozen=True)
class Path(TitledInBoth):
    """The way of one scheme. `limits`: rules of the packs, by what they limit; `to`: the office
    that takes the application, where that is another than decides; `notice`: its name among the
    notices that may be posted; `remedy`: what stands open after a refusal; `urgent`: an emergency
    is forwarded first and papers follow; `household`: who lives together is asked."""

    key: str
    title: str
    title_en: str
    office: str
    office_en: str
    papers: tuple[str, ...]
    found: tuple[str, ...]
    remedy: str
    cites: tuple[str, ...]
    to: str = ""
    to_en: str = ""
    notice: str = ""
    reviewed: bool = False
    urgent: bool = False
    household: bool = False
    limits: Mapping[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """What may go to the office of the person, beside the papers."""
        more = ("household",) if self.household else ()
        return ("name", "id_number", "phone", "home", *more)

    @property
    def taken_by(self) -> str:
        """The office that takes the application, in the reader's language."""
        return for_reader(in_both(self.to, self.to_en)) if self.to else self.decided_by

    @property
    def decided_by(self) -> str:
        """The office that decides, in the reader's language."""
        return for_reader(in_both(self.office, self.office_en))


@lru_cache(maxsize=1)
def _read() -> tuple[dict[str, Evidence], dict[str, Path]]:
    text = resources.files(__package__).joinpath("paths.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(text)
    evidence = {key: Evidence(key, **row) for key, row in table["evidence"].items()}
    paths = {key: _path(key, row) for key, row in table["scheme"].items()}
    for path in paths.values():
        wrong = [key for key in path.papers if evidence[key].found]
        wrong += [key for key in path.found if not evidence[key].found]
        wrong += [name for name in path.limits if name not in LIMITS]
        if wrong or path.remedy not in (RECONSIDERATION, OBJECTION, COMPLAINT):
            raise ValueError(f"{path.key}: {wrong or path.remedy}")
    return evidence, paths


def _path(key: str, row: dict[str, Any]) -> Path:
    lists: dict[str, Any] = {name: tuple(row.pop(name)) for name in ("papers", "found", "cites")}
    return Path(key, **lists, **row)


def paths() -> dict[str, Path]:
    """Every scheme, by its key."""
    return _read()[1]


def path_of(scheme: str) -> Path:
    """One scheme. KeyError for an unknown one."""
    return paths()[scheme]


def evidence() -> dict[str, Evidence]:
    """Every kind of paper, by its key."""
    return _read()[0]


def papers_named(keys: Any) -> list[Evidence]:
    """The kinds of these keys, in the order given; one that is not known any more is left out."""
    known = evidence()
    return [known[key] for key in keys if key in known]


SCHEMES = tuple(paths())
