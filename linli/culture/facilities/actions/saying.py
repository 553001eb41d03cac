"""Words everybody will read, and codes on slips."""

import secrets
from typing import Any

from linli.core.people.models import Person
from linli.culture.facilities.rules import keeping
from linli.culture.facilities.rules.words import words_for_all
from linli.lib.identity.receipt import receipt_from
from linli.lib.law import Finding, require

NAME_LENGTHS = (3, 4)
"""Names of two characters are left to the person who looks: too many of them are words."""


def judge_words(words: str) -> Finding:
    """Whether everybody may read them: no name, number or door in them, nor what may be a name."""
    return keeping.names_nobody(words_for_all(" ".join(words.split())).holds)


def told(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody, or name somebody
    of the community's register in full."""
    require(judge_words(words))
    require(keeping.names_nobody(not names_a_resident(community, words)))
    return " ".join(words.split())


def names_a_resident(community: Any, *words: str) -> bool:
    """Whether somebody of the register is named in full."""
    parts = {
        plain[start : start + size]
        for plain in ("".join(each.split()) for each in words)
        for size in NAME_LENGTHS
        for start in range(len(plain) - size + 1)
    }
    key = getattr(community, "pk", community)
    return bool(parts) and Person.objects.filter(community=key, name__in=parts).exists()


def new_slip() -> str:
    """A code for whoever has no account."""
    return receipt_from(secrets.token_bytes(16))


def locked(row: Any) -> Any:
    """The row, which nobody else changes before this transaction ends."""
    return type(row).objects.select_for_update().get(community=row.community_id, pk=row.pk)
