"""What is done with each place of a form: the mapping, as plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from linli.partners.paperwork.rules import ASK, EMPTY, FACT, LEAVE, SAME

SURE = 0.9
"""From this confidence on a proposal is shown as certain."""

Content = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of the list, or one place of a card (`index` -1). `decision` is one of
    `rules.DECISIONS`; `fact` names what we hold, `text` what stands in every row alike; `kind`
    is what it asks where nothing entitles us to it (`asked.GROUNDLESS`)."""

    key: str
    index: int
    letters: str
    heading: str
    decision: str
    fact: str = ""
    text: str = ""
    confidence: float = 0.0
    required: bool = False
    kind: str = ""

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE

    @property
    def title(self) -> str:
        """The heading as it is said: of a two-row heading both parts."""
        return self.heading.replace("|", " · ")

    @property
    def is_filled(self) -> bool:
        """Whether anything of ours may come into it."""
        return self.decision in (FACT, ASK, SAME)

    @property
    def groundless(self) -> bool:
        """Whether nothing entitles us to collect or to tell it."""
        return bool(self.kind)

    @property
    def is_asked(self) -> bool:
        return self.decision == ASK

    @property
    def is_left_empty(self) -> bool:
        return self.decision == EMPTY

    @property
    def is_theirs(self) -> bool:
        return self.decision == LEAVE


def slots_of(kept: Iterable[Mapping[str, Any]]) -> list[Slot]:
    """The mapping as it was kept."""
    return [Slot(**each) for each in kept]


def keep_slots(slots: Iterable[Slot]) -> list[dict[str, Any]]:
    """The mapping as JSON can hold it."""
    return [asdict(slot) for slot in slots]


def pack(content: Content) -> str:
    """A cell's content as text that compares and comes back as what it was."""
    match content:
        case None | "":
            return ""
        case date():
            return f"d:{content.isoformat()}"
        case bool():
            raise TypeError("no cell of a form holds a truth value")
        case int():
            return f"n:{content}"
        case Decimal():
            return f"m:{content}"
        case _:
            return f"t:{content}"


def unpack(text: str) -> Content:
    """What `pack` had packed."""
    kind, _colon, rest = text.partition(":")
    match kind:
        case "":
            return None
        case "d":
            return date.fromisoformat(rest)
        case "n":
            return int(rest)
        case "m":
            return Decimal(rest)
        case _:
            return rest
