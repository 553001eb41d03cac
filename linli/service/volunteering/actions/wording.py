"""Words everybody will read."""

from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.service.volunteering.rules import calls


def judged(words: str) -> Finding:
    """Whether everybody may read the words: they name nobody and force nobody."""
    told = " ".join(words.split())
    found = calls.asks_nobody_by_quota(told)
    if not found:
        return found
    seen = redact(told)
    clean = seen.text == told and not any(each.kind == "name" for each in seen.doubtful)
    return calls.names_nobody(clean)


def told_to_all(words: str) -> str:
    """The words as they were written; refused where not everybody may read them."""
    require(judged(words))
    return words.strip()
