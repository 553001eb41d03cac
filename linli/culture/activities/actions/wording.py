"""Words everybody will read: they hold nobody's number or door, and name nobody of the register."""

from typing import Any

from linli.core.people.queries.named import names_a_resident
from linli.culture.activities import rules
from linli.culture.activities.models import Activity
from linli.culture.activities.words import FOR_MINORS
from linli.lib.law import Finding, require


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
