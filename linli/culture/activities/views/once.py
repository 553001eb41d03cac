"""A form that is sent twice is carried out once."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from linli.core.audit.door import Replayed

CarryOut = Callable[[dict[str, Any]], object]


def once(carry_out: CarryOut) -> CarryOut:
    """What the form does, and nothing the second time: whoever pressed twice is led on alike."""

    def carried(given: dict[str, Any]) -> object:
        with suppress(Replayed):
            return carry_out(given)
        return None

    return carried
