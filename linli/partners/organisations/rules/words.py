"""What everybody may read of a body."""

from linli.lib.identity.redact import redact
from linli.lib.law import Finding


def words_for_all(words: str) -> Finding:
    """That they hold no name, private number or door of anybody, nor what may be a name."""
    found = redact(words)
    clean = found.text == words and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "organisations.words_for_all", cites=("pipl.25",))
