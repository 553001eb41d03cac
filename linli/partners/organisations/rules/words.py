"""What everybody may read of a body."""

from collections.abc import Collection

from linli.lib.identity.redact import redact
from linli.lib.law import Finding

NUMBERS = ("landline",)
"""What may stand where it is said how an office is reached: its own line, never a mobile."""
PLACES = ("landline", "door", "plate")
"""What may stand in an address of an office."""


def words_for_all(words: str) -> Finding:
    """That they hold no name, private number or door of anybody, nor what may be a name."""
    found = redact(words)
    clean = found.text == words and not any(span.kind == "name" for span in found.doubtful)
    return Finding(clean, "organisations.words_for_all", cites=("pipl.25",))


def office_words(words: str, *, holds: Collection[str], names: bool = False) -> Finding:
    """That how an office is reached names and reaches no person. `holds`: kinds of numbers that may
    stand there; `names`: it may be called after somebody (a mediator's own room is)."""
    found = redact(words)
    kinds = {span.kind for span in found.spans}
    doubtful = {span.kind for span in found.doubtful} & {"name"}
    if names:
        kinds, doubtful = kinds - {"name"}, set()
    if "door" in holds:  # roads are called after families
        doubtful = set()
    clean = not (kinds - {*holds}) and not doubtful
    return Finding(clean, "organisations.office_phone", cites=("pipl.25",))
