"""Words of a vote that everybody will read, and rows held while an act lasts."""

from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.core.places.held import held as hold
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require


def judge_words(words: str) -> Finding:
    """Whether everybody may read them: no name, number or door, nor what may be a name."""
    plain = " ".join(words.split())
    found = redact(plain)
    clean = found.text == plain and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "property.vote_words", cites=("pipl.25",))


def judge_option(words: str) -> Finding:
    """A candidate or an offer: a name may stand there, a number or a door may not."""
    plain = " ".join(words.split())
    told = {each.kind for each in redact(plain).spans} - {"name"}
    return Finding(not told, "property.vote_words", cites=("pipl.25",))


def told_to_all(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody."""
    lines = [" ".join(line.split()) for line in words.strip().splitlines()]
    for line in lines:
        require(judge_words(line))
    named = names_a_resident(community, words)
    require(Finding(not named, "property.vote_words", cites=("pipl.25",)))
    return "\n".join(lines)


def held(row: Any, seen: int | None = None) -> Any:
    """The row, which nobody else changes before this transaction ends; refused where somebody has
    changed it since it was seen."""
    return hold(row, seen, "property.vote_fresh")
