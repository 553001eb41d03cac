"""What everybody may read."""

from linli.lib.identity.redact import redact
from linli.lib.law import Finding


def words_for_all(*words: str) -> Finding:
    """That they hold no name, number or door of anybody, nor what may be a name (王阿姨)."""
    found = [redact(each) for each in words]
    clean = all(
        redacted.text == each and not any(span.kind == "name" for span in redacted.doubtful)
        for redacted, each in zip(found, words, strict=True)
    )
    return Finding(clean, "emergencies.words_for_all")
