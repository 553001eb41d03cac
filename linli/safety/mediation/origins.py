"""Where a case comes from in another room: told by the crossing that tied them, and only to who
may open both.

    tell_origins(origins_of_matters)     # in web/crossings
"""

from dataclasses import dataclass
from typing import Any

from linli.core.audit.actor import Actor
from linli.lib.tellers import Tellers
from linli.safety.mediation.models import Mediation


@dataclass(frozen=True, slots=True)
class Origin:
    """Another room's row as this reader may see it."""

    title: Any
    url: str


_TELLERS = Tellers[[Mediation, Actor], Origin]()
tell_origins = _TELLERS.join
"""Registers who knows where cases come from; of what they may not open, nothing."""


def origins_of(case: Mediation, actor: Actor) -> list[Origin]:
    """What this case comes from, as far as this reader may open it."""
    return _TELLERS.told(case, actor)
