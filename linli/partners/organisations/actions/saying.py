"""Words everybody will read, and rows nobody else changes meanwhile."""

from collections.abc import Collection
from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.lib.law import Finding, require
from linli.partners.organisations.rules.words import NUMBERS, office_words, words_for_all


def judge_words(words: str) -> Finding:
    """Whether everybody may read them."""
    return words_for_all(" ".join(words.split()))


def told(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody."""
    plain = " ".join(words.split())
    require(judge_words(plain))
    named = names_a_resident(community, plain)
    require(Finding(not named, "organisations.words_for_all", cites=("pipl.25",)))
    return plain


def told_contact(words: str, *, holds: Collection[str] = NUMBERS, names: bool = False) -> str:
    """How an office is reached, its spaces in order; refused where it is a person's."""
    plain = " ".join(words.split())
    require(office_words(plain, holds=holds, names=names))
    return plain
