"""Clauses of a charter, covenant or resolution that may go too far (art. 31).

Words can only raise the question; a person answers it. Nothing is forbidden here.
"""

import tomllib
import unicodedata
from dataclasses import dataclass
from importlib import resources

from linli.lib.law import Finding

_KINDS = tomllib.loads(
    resources.files("linli.governance.assemblies").joinpath("clauses.toml").read_text("utf-8")
)["kind"]
KINDS: tuple[str, ...] = tuple(kind["name"] for kind in _KINDS)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause with what was noticed in it; no findings: nothing was."""

    number: int
    text: str
    findings: tuple[Finding, ...]


def look_at_clause(text: str) -> tuple[Finding, ...]:
    """What a clause might infringe, one unmet finding for each kind, with the word that shows it:
    fines, services denied, entry barred, supplies cut, rights taken, goods seized, shaming."""
    plain = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    found = []
    for kind in _KINDS:
        word = next((word for word in kind["words"] if word in plain), None)
        if word is None or any(spared in plain for spared in kind.get("spared", ())):
            continue
        found.append(
            Finding(
                False,
                "assemblies.clause_keeps_rights",
                cites=("rcl2025.31", *kind.get("cites", ())),
                numbers={"kind": kind["name"], "word": word},
            )
        )
    return tuple(found)


def look_at_text(text: str) -> tuple[Clause, ...]:
    """Each line of a draft as a clause, numbered from 1, blank ones left out."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(Clause(n, line, look_at_clause(line)) for n, line in enumerate(lines, 1))
