"""Whether everybody may read some words: about places, never about a person."""

from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.safety.hazards.rules.mending import names_nobody


def judge_words(words: str) -> Finding:
    """No name, number or door in them, nor what may be a name (王阿姨)."""
    plain = " ".join(words.split())
    found = redact(plain)
    clean = found.text == plain and not any(span.kind == "name" for span in found.doubtful)
    return names_nobody(clean)


def told(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody, or name somebody
    of the community's register in full."""
    require(names_nobody(judge_words(words).holds and not names_a_resident(community, words)))
    return "\n".join(" ".join(line.split()) for line in words.strip().splitlines())
