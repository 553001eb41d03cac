"""What the diagnosis and the plan are told by other rooms, which this one does not know.

Whoever may know both (`web/crossings`) registers it here: sections of the diagnosis, and the
decisions of residents that a plan stands on or a task carries out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from linli.core.pages.bilingual import Title
from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a diagnosis. `key` is stable within its section from year to year.

    `n` is None where it is not known (`says` tells why) or not told (`few`). `whole`: of how
    many. `gap`: something is wanting, which can become a task. `url` opens the rows it counts.
    """

    key: str
    title: Title
    n: int | None = None
    whole: int | None = None
    unit: Title = ""
    few: bool = False
    gap: bool = False
    says: Title = ""
    standard: str = ""
    url: str = ""

    def kept(self) -> dict[str, Any]:
        """As plain data."""
        return {name: getattr(self, name) for name in self.__slots__}


Reader = Callable[[Any, date], Iterable[Line]]


@dataclass(frozen=True)
class Section:
    """A part of the diagnosis: its heading, a sentence on where its figures come from, and what
    reads them for a community on a day."""

    key: str
    title: Any
    says: Any
    read: Reader
    order: int = 50


_SECTIONS: dict[str, Section] = {}


def register_section(section: Section) -> None:
    """Adds a part to every diagnosis made from now on."""
    _SECTIONS[section.key] = section


def sections() -> list[Section]:
    """The parts of a diagnosis in their order."""
    return sorted(_SECTIONS.values(), key=lambda section: (section.order, section.key))


@dataclass(frozen=True, slots=True)
class Decision:
    """What residents or the committee decided, as planning may see it: `kind` is the model,
    `body` who decided, `open`: it is still to be carried out, `due_on` by when."""

    kind: str
    id: UUID
    title: str
    body: str
    adopted_on: date
    open: bool = True
    due_on: date | None = None

    @property
    def ref(self) -> str:
        """As a need of a task is pointed at."""
        return NeedRef("decision", f"{self.kind}:{self.id}").text


_DECISIONS = Tellers[[Any], Decision]()
register_decisions = _DECISIONS.join
"""Says where decisions are read: those of a community, the latest first."""


def decisions_of(community: Any) -> list[Decision]:
    """The decisions a plan can stand on, the latest first."""
    found = _DECISIONS.told(community)
    return sorted(found, key=lambda decision: decision.adopted_on, reverse=True)


class NeedRef(NamedTuple):
    """Where a need lies: `wish:<id>`, `survey:<question>:<option>`,
    `diagnosis:<id>:<section.line>`, `decision:<model>:<id>`; the others have only their name."""

    need: str
    place: str = ""

    @property
    def text(self) -> str:
        """In one word, for a form and for keeping."""
        return f"{self.need}:{self.place}" if self.place else self.need

    @classmethod
    def read(cls, text: str) -> "NeedRef":
        """From one word; an empty one is no need."""
        need, _colon, place = text.partition(":")
        return cls(need, place)


@dataclass(frozen=True, slots=True)
class Need:
    """A need somebody may choose for a task: its ref, and what it says."""

    ref: NeedRef
    words: str = ""
