"""Words everybody will read, and rows held while they are changed."""

from datetime import date
from typing import Any

from django.utils.functional import lazy

from linli.core.pages.bilingual import in_both
from linli.core.pages.wording import tell_day
from linli.core.people.queries.named import names_a_resident
from linli.core.places.held import locked as hold
from linli.core.places.models import Place
from linli.core.places.unordered import erase_thoroughly
from linli.lib.law import Finding, require
from linli.safety.emergencies.rules.words import words_for_all


def judge_words(words: str) -> Finding:
    """Whether everybody may read them."""
    return words_for_all(" ".join(words.split()))


def told(words: str, community: Any) -> str:
    """The words with their spaces in order, line by line; refused where they tell of somebody, or
    name somebody of the community's register in full."""
    require(judge_words(words))
    require(Finding(not names_a_resident(community, words), "emergencies.words_for_all"))
    return "\n".join(" ".join(line.split()) for line in words.strip().splitlines())


def in_words(day: date) -> dict[str, str]:
    """A day as the book keeps it: as each reader writes it."""
    return in_both(lazy(tell_day, str)(day))


def locked(row: Any) -> Any:
    """The row, which nobody else changes before this transaction ends. What it said before does
    not stay behind in the file."""
    erase_thoroughly()
    return hold(row)


def fresh(row: Any, seen: int | None) -> Any:
    """The row, held; refused where somebody changed it since it was looked at, or took it away."""
    held = locked(row)
    standing(held)
    require(Finding(seen is None or seen == held.version, "emergencies.row_fresh"))
    held.version += 1
    return held


def standing(row: Any) -> None:
    """Refused where it was taken off its list."""
    require(Finding(getattr(row, "withdrawn_at", None) is None, "emergencies.row_stands"))


def hold_community(community: Any) -> None:
    """One after the other: of two who put down what may be there once, the second sees the
    first."""
    Place.objects.select_for_update().get(pk=getattr(community, "pk", community))
