"""Where a hazard comes from in another room: what is known of it before anything is typed, and the
way back for who may open it there. Told by crossings.

    tell_known(known_of_matters)        # in web/crossings
    tell_origins(origins_of_matters)
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.core.audit.actor import Actor
from linli.core.places.models import Place
from linli.lib.tellers import Tellers
from linli.safety.hazards.models import Hazard


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk reads before it writes the hazard down; it can be typed otherwise. `back`:
    the page it comes from."""

    kind: str
    what: str
    place: Place | None
    where: str
    no_photo: str
    back: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Another room's row as this reader may see it."""

    title: Any
    url: str


_KNOWERS = Tellers[[Any, UUID, Actor], Known]()
tell_known = _KNOWERS.join
"""Registers who knows a matter by its key; of what the reader may not handle, nothing."""

_TELLERS = Tellers[[Hazard, Actor], Origin]()
tell_origins = _TELLERS.join
"""Registers who knows where hazards come from; of what they may not open, nothing."""


def known_of(community: Any, matter: UUID, actor: Actor) -> Known | None:
    """What is known of the matter, for who handles it."""
    return next(iter(_KNOWERS.told(community, matter, actor)), None)


def origins_of(hazard: Hazard, actor: Actor) -> list[Origin]:
    """What this hazard comes from, as far as this reader may open it."""
    return _TELLERS.told(hazard, actor)
