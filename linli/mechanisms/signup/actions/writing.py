"""A word to those who came, who did not, or who wait: once each, and to nobody else."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.mechanisms.signup.actions.telling import tell_these
from linli.mechanisms.signup.models import Occasion, Sheet
from linli.mechanisms.signup.queries.reaching import reached

MOST_WORDS = 400


@action("signup.write_to", needs="signup.keep")
def write_to(act: Act, about: Sheet | Occasion, *, whom: str, words: str) -> Any:
    """Sends a word to some of a sheet, or of one of its dates (`reaching.AUDIENCES`): into the
    inbox of whoever has an account, and for the others onto the list of those to be rung."""
    words = words.strip()
    require(Finding(0 < len(words) <= MOST_WORDS, "signup.words_given"))
    sheet = about.sheet if isinstance(about, Occasion) else about
    rows = reached(about, whom)
    count = tell_these(act, sheet, rows, "words", words=words)
    require(Finding(count > 0, "signup.somebody_to_tell"))
    act.note(count=count)
    return about
