"""Words everybody will read, and codes on slips."""

import secrets
from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.culture.facilities.rules import keeping
from linli.culture.facilities.rules.words import words_for_all
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require


def judge_words(words: str) -> Finding:
    """Whether everybody may read them: no name, number or door in them, nor what may be a name."""
    return keeping.names_nobody(words_for_all(" ".join(words.split())).holds)


def told(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody, or name somebody
    of the community's register in full."""
    require(judge_words(words))
    require(keeping.names_nobody(not names_a_resident(community, words)))
    return " ".join(words.split())


def new_slip() -> str:
    """A code for whoever has no account."""
    return receipt_from(secrets.token_bytes(16))
