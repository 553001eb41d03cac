"""Who can take a need on without being a unit of the register: bodies another room keeps, by name.
This room learns the names and imports nothing; crossings tell it.

    tell_takers(branches_by_name)     # in web/crossings
"""

from typing import Any

from linli.lib.tellers import Tellers

_TELLERS = Tellers[[Any], str]()
tell_takers = _TELLERS.join
"""Registers who knows such bodies."""


def takers_of(community: Any) -> list[str]:
    """Their names, each once, in the order they were told."""
    return list(dict.fromkeys(_TELLERS.told(community)))
