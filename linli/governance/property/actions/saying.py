"""Words everybody will read, and rows held while an act lasts."""

from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require


def judge_words(words: str) -> Finding:
    """Whether everybody may read them: no name, number or door in them, nor what may be a name."""
    plain = " ".join(words.split())
    found = redact(plain)
    clean = found.text == plain and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "property.words_name_nobody", cites=("pipl.25",))


def told(words: str, community: Any) -> str:
    """The words with their spaces in order, line by line; refused where they tell of somebody or
    name somebody of the register in full."""
    lines = [" ".join(line.split()) for line in words.strip().splitlines()]
    for line in lines:
        require(judge_words(line))
    named = names_a_resident(community, words)
    require(Finding(not named, "property.words_name_nobody", cites=("pipl.25",)))
    return "\n".join(lines)


def said(words: str) -> Finding:
    """Something was said at all."""
    return Finding(bool(words.strip()), "property.said")


def locked(row: Any) -> Any:
    """The row, which nobody else changes before this transaction ends."""
    return type(row).objects.select_for_update().get(community=row.community_id, pk=row.pk)


def fresh(row: Any, seen: int | None) -> Any:
    """The row, held, where nobody changed it since it was seen."""
    found = locked(row)
    require(Finding(seen is None or seen == found.version, "property.fresh"))
    return found
