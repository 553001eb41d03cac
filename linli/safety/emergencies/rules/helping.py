"""Cards and doors: by consent, for a time, and nobody's tick lost."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from linli.lib.law import Finding

SENSITIVE = ("pipl.29",)


def consents(agreed: bool) -> Finding:
    """A card stands on a consent of its own (PIPL 29)."""
    return Finding(agreed, "emergencies.card_consented", cites=SENSITIVE)


def asks_something(needs: Sequence[str]) -> Finding:
    """That it says what is needed."""
    return Finding(bool(needs), "emergencies.card_says_what")


def in_force(until: date, on: date) -> Finding:
    """That the card still counts (its last day included)."""
    return Finding(on <= until, "emergencies.card_in_force", numbers={"until": until})


def fresh(
    seen: int | None, version: int, *, same: bool, stands: Mapping[str, Any] | None = None
) -> Finding:
    """Whoever ticks saw how it stood, or ticks what stands there already; `stands`: what somebody
    else ticked meanwhile, to be told."""
    return Finding(
        same or seen is None or seen == version, "emergencies.door_fresh", numbers=stands or {}
    )


def shelter_fits(state: str, shelter: object) -> Finding:
    """Brought to a shelter: to which; anything else: to none."""
    return Finding((state == "shelter") == (shelter is not None), "emergencies.door_shelter")
