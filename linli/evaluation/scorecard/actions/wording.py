"""Words that everybody will read: those of residents are masked, those of the desk refused."""

from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require


def masked(words: str) -> str:
    """What was said, as it is kept: without what would say who said it or of whom."""
    return redact(words).text.strip()


def fit_for_everybody(*words: str) -> None:
    """Refuses words with what looks like a number, a door or a name of somebody in them."""
    require(Finding(all(redact(each).text == each for each in words), "scorecard.public_words"))
