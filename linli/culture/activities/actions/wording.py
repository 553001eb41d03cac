"""Words everybody will read: they hold nobody's number or door, and name nobody of the register."""

from typing import Any

from linli.core.people.models import Person
from linli.culture.activities import rules
from linli.culture.activities.models import Activity
from linli.culture.activities.words import FOR_MINORS
from linli.lib.law import Finding, require

NAME_LENGTHS = (3, 4)
"""Names of two characters are left to the person who looks: too many of them are words."""


def require_public(community: Any, *words: str) -> None:
    """Refuses words that not everybody may read, with the reason."""
    require(rules.public_words(*words))
    require(Finding(not names_a_resident(community, *words), "activities.names_nobody"))


def asked_at(community: Any, words: str) -> Finding:
    """Whether everybody may read where one asks: a counter or its landline, never somebody's own
    telephone, door or name."""
    found = rules.desk_number(words)
    if not found:
        return found
    return Finding(not names_a_resident(community, words), "activities.names_nobody")


def require_asked_at(community: Any, words: str) -> None:
    """Refuses where one asks, if not everybody may read it."""
    require(asked_at(community, words))


def guarded_for(activity: Activity) -> dict[str, Any]:
    """What is for children is guarded, whatever the form says."""
    return {"guarded": True} if activity.audience in FOR_MINORS else {}


def names_a_resident(community: Any, *words: str) -> bool:
    """Whether somebody of the register is named in full; of a teacher the name is kept, and shown
    by their consent, in a record of its own."""
    parts = {
        plain[start : start + size]
        for plain in ("".join(each.split()) for each in words)
        for size in NAME_LENGTHS
        for start in range(len(plain) - size + 1)
    }
    key = getattr(community, "pk", community)
    return bool(parts) and Person.objects.filter(community=key, name__in=parts).exists()
