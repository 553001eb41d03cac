"""Where a case comes from in another room: told by the crossing that tied them, and only to who
may open both.

    tell_origins(origins_of_matters)     # in web/crossings
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from linli.core.audit.actor import Actor
from linli.safety.mediation.models import Mediation


@dataclass(frozen=True, slots=True)
class Origin:
    """Another room's row as this reader may see it."""

    title: Any
    url: str


Teller = Callable[[Mediation, Actor], Iterable[Origin]]

_TELLERS: list[Teller] = []


def tell_origins(teller: Teller) -> None:
    """Registers who knows where cases come from; of what they may not open, nothing."""
    if teller not in _TELLERS:
        _TELLERS.append(teller)


def origins_of(case: Mediation, actor: Actor) -> list[Origin]:
    """What this case comes from, as far as this reader may open it."""
    return [origin for teller in _TELLERS for origin in teller(case, actor)]
