"""What everybody will read holds nothing private."""

from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require


def fit_for_everybody(*words: str) -> None:
    """Refuses words with what looks like a number, a door or a name of somebody in them."""
    require(Finding(all(redact(each).text == each for each in words), "planning.public_words"))
