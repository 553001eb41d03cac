"""Words everybody will read, and rows held while they are changed."""

from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.lib.law import Finding, require
from linli.safety.emergencies.rules.words import words_for_all


def judge_words(words: str) -> Finding:
    """Whether everybody may read them."""
    return words_for_all(" ".join(words.split()))


def told(words: str, community: Any) -> str:
    """The words with their spaces in order; refused where they tell of somebody, or name somebody
    of the community's register in full."""
    require(judge_words(words))
    require(Finding(not names_a_resident(community, words), "emergencies.words_for_all"))
    return " ".join(words.split())


def locked(row: Any) -> Any:
    """The row, which nobody else changes before this transaction ends."""
    return type(row).objects.select_for_update().get(community=row.community_id, pk=row.pk)


def fresh(row: Any, seen: int | None) -> Any:
    """The row, held; refused where somebody changed it since it was looked at."""
    held = locked(row)
    require(Finding(seen is None or seen == held.version, "emergencies.row_fresh"))
    held.version += 1
    return held
