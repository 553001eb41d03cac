"""Words everybody will read, and rows nobody else changes meanwhile."""

from typing import Any

from linli.core.people.models import Person
from linli.lib.law import Finding, require
from linli.partners.organisations.rules.words import words_for_all

NAME_LENGTHS = (3, 4)
"""Names of two characters are left to the person who looks: too many of them are words."""


def judge_words(words: str) -> Finding:
    """Whether everybody may read them."""
    return words_for_all(" ".join(words.split()))


def told(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody."""
    plain = " ".join(words.split())
    require(judge_words(plain))
    parts = {
        plain[start : start + size]
        for size in NAME_LENGTHS
        for start in range(len(plain) - size + 1)
    }
    key = getattr(community, "pk", community)
    named = bool(parts) and Person.objects.filter(community=key, name__in=parts).exists()
    require(Finding(not named, "organisations.words_for_all", cites=("pipl.25",)))
    return plain


def locked(row: Any) -> Any:
    """The row, which nobody else changes before this transaction ends."""
    return type(row).objects.select_for_update().get(community=row.community_id, pk=row.pk)
