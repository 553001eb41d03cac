"""The schemes as data: who decides, which papers, which limits by the name of their rule. The
numbers themselves stand in the law packs, by place and day; the papers in the schemes of the
navigator, so that nobody is told one list there and another here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both, in_language
from linli.lib.eligibility import Scheme
from linli.lib.eligibility.facts import NOTHING_SAID, Words
from linli.service.catalogue.schemes import shelf

RECONSIDERATION, OBJECTION, COMPLAINT = "reconsideration", "objection", "complaint"
NOTICE_DAYS = "assistance.notice_days"
LIMITS = ("investigate", "opinion", "decide", "special", "refusal", "appoint")


@dataclass(frozen=True)
class Evidence(TitledInBoth):
    """One kind of paper. `found`: the office looks it up itself, so nobody is asked for it.
    `note`: what somebody should know who brings it."""

    key: str
    title: str
    title_en: str
    found: bool = False
    note: Words = NOTHING_SAID

    @property
    def hint(self) -> str:
        """The note in the reader's language."""
        return in_language(self.note)


@dataclass(frozen=True)
class Path(TitledInBoth):
    """The way of one scheme. `papers` are needed, `more` may be handed over where they fit; `found`
    the office looks up itself. `limits`: rules of the packs, by what they limit; `to`: the office
    that takes the application, where that is another than decides; `notice`: its name among the
    notices that may be posted, `notice_days`: the rule that says how long; `remedy`: what stands
    open after a refusal; `urgent`: an emergency is forwarded first and papers follow; `household`:
    who lives together is asked; `queued`: what was granted is waited for, and ends with a lease."""

    key: str
    title: str
    title_en: str
    office: str
    office_en: str
    papers: tuple[str, ...]
    found: tuple[str, ...]
    remedy: str
    cites: tuple[str, ...]
    more: tuple[str, ...] = ()
    to: str = ""
    to_en: str = ""
    notice: str = ""
    notice_days: str = NOTICE_DAYS
    reviewed: bool = False
    queued: bool = False
    urgent: bool = False
    household: bool = False
    limits: Mapping[str, str] = field(default_factory=dict)

    @property
    def may_be_handed(self) -> tuple[str, ...]:
        """The papers that may be received, and asked for where they fit."""
        return (*self.papers, *self.more, "mandate")

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
    evidence = {
        key: Evidence(key, each.title.zh, each.title.en, each.found, each.note)
        for key, each in shelf().papers.items()
    }
    paths = {key: _path(key, row, evidence) for key, row in table["scheme"].items()}
    for path in paths.values():
        wrong = [name for name in path.limits if name not in LIMITS]
        if wrong or path.remedy not in (RECONSIDERATION, OBJECTION, COMPLAINT):
            raise ValueError(f"{path.key}: {wrong or path.remedy}")
    return evidence, paths


def _path(key: str, row: dict[str, Any], evidence: Mapping[str, Evidence]) -> Path:
    """Of several schemes under one name the first asks for what is needed; what the others add
    may be handed over too."""
    first, *others = sorted(_schemes_of(key), key=lambda each: each.number)
    needed = {name: evidence[name] for name in first.papers}
    added = {name: evidence[name] for other in others for name in other.papers}
    added |= {name: evidence[name] for name in row.pop("more", ())}
    lists: dict[str, Any] = {
        "cites": tuple(row.pop("cites")),
        "papers": tuple(name for name, each in needed.items() if not each.found),
        "more": tuple(name for name, each in added.items() if not (each.found or name in needed)),
        "found": tuple(name for name, each in (needed | added).items() if each.found),
    }
    return Path(key, **lists, **row)


def _schemes_of(guide: str) -> list[Scheme]:
    found = [each for each in shelf().schemes.values() if each.guide == guide]
    if not found:
        raise ValueError(f"{guide}: no scheme of that name")
    return found


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


def days_of_notice(notice: str) -> str:
    """The rule that says how long a notice of that name is up."""
    return next(
        (each.notice_days for each in paths().values() if each.notice == notice), NOTICE_DAYS
    )


SCHEMES = tuple(paths())
