"""How the facts of 诉求 are declared, and when days begin."""

from datetime import date, datetime, time
from typing import Any

from linli.lib.calendar import SHANGHAI
from linli.lib.facts import FactKind


def kind(name: str, title: Any, *standard: str, stock: bool = False) -> FactKind:
    """A kind of this room; whoever may opens the matter behind it."""
    return FactKind(f"matters.{name}", title, "matters:show", "matter_id", standard, stock)


def moment(on: date) -> datetime:
    """When a day begins."""
    return datetime.combine(on, time.min, SHANGHAI)
