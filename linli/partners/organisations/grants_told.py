"""Which small grants an organisation asked for or got: told by whoever keeps the money
(`web/crossings`). This room learns titles, sums and addresses, and imports nothing.

    tell_grants(grants_in_funds, calls)    # grants_in_funds(community, key), calls(community)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Granted:
    """A project that was handed in. `granted`: everybody may read that it was supported;
    `running`: it is neither done nor settled yet. `state`, `tone`: as its page shows it."""

    title: str
    call: str
    fen: int
    url: str
    state: str
    tone: str
    granted: bool
    running: bool


Teller = Callable[[Any, UUID], Iterable[Granted]]
Calls = Callable[[Any], str]
_TELLERS: list[tuple[Teller, Calls]] = []


def tell_grants(teller: Teller, calls: Calls) -> None:
    """Registers who knows what organisations asked for, and where they may ask."""
    if (teller, calls) not in _TELLERS:
        _TELLERS.append((teller, calls))


def grants_of(community: Any, key: UUID) -> list[Granted]:
    """All that one organisation handed in, the latest first."""
    return [each for teller, _calls in _TELLERS for each in teller(community, key)]


def calls_page(community: Any) -> str:
    """Where small grants are called for; nowhere where nobody tells of any."""
    return next((calls(community) for _teller, calls in _TELLERS), "")
