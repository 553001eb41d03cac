"""What a room says once of the rounds it sends out: what is asked at a door, who may walk, what
may lie on a device, and what is done with what comes back.

    register_round(RoundKind(
        "paperwork.at_doors",
        _("上门问表"),
        may_see="paperwork.see",
        may_carry="paperwork.fill",
        arrived=fill_in,
    ))

A round's questions are its kind's, or its own where the room gives some at planning (a form of
another office asks something else each month). The mechanism never asks whose round it is: it
calls `arrived` and knows no more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

Words = Any
"""A lazily translated text, or a plain one."""

CHOICE, TEXT, NUMBER, DAY, YES_NO = "choice", "text", "number", "date", "yes_no"
QUESTION_KINDS = (CHOICE, TEXT, NUMBER, DAY, YES_NO)
FREE, BY_CHOICE = "free", "by_choice"
NOBODY, INITIALS, FULL = "none", "initials", "full"
LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked at a door. `choices`: code and words, of a `choice`. `least` and `most`:
    of a number, both included. `ground`: what entitles us to ask, told at the door; a question
    about a person needs one (PIPL 13)."""

    key: str
    title: Words
    kind: str = TEXT
    choices: tuple[tuple[str, Words], ...] = ()
    ground: Words = ""
    least: int | None = None
    most: int | None = None

    def __post_init__(self) -> None:
        assert self.kind in QUESTION_KINDS, self.kind
        assert bool(self.choices) == (self.kind == CHOICE), f"{self.key}: choices of a choice"


@dataclass(frozen=True, slots=True, repr=False)
class StopGiven:
    """One stop as its room gives it: where, to whom, which of the questions (none: all of them),
    what was answered last time and when, and the room's own row that the answers are for (`ref`).
    A stop has a place, or a person, or both. Of a closed kind no person is kept: `called` is then
    what may be read of a name, initials say."""

    place: UUID | None = None
    person: UUID | None = None
    called: str = ""
    ref: UUID | None = None
    asks: tuple[str, ...] = ()
    last: Mapping[str, str] = field(default_factory=dict)
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Something doors can be planned from: an open form, a list of reviews due. `owner` is the
    room's row it stands for; `own` are its questions, where they are not the kind's."""

    key: str
    title: Words
    questions: tuple[Question, ...] = ()
    owner: UUID | None = None


class Arrived(Protocol):
    """What a room does with what came from a door, inside the act that records it. `answers`:
    by question what is now known (of an unchanged door: last time's, confirmed today;
    `stop.outcome` says which). What it refuses is kept with the reason for a person to decide."""

    def __call__(
        self, stop: Any, answers: Mapping[str, str], by: Any, at: datetime, /
    ) -> object: ...


@dataclass(frozen=True)
class RoundKind:
    """One sort of round.

    `may_plan`, `may_see`, `may_carry`: permissions over the community. Of an open kind every
    round is seen by who holds `may_see`; a closed one (`is_closed`) only by who planned it and
    those who carry it, by name, and the book keeps its acts as it keeps closed ones. Whoever
    planned decides conflicts, and at an open kind whoever holds `may_plan`.

    `offline`: `free`, or `by_choice`, where taking the doors along is asked about each time.
    `names`: what of a name may lie on a device, or on the printed sheet: `none`, `initials`
    (surname and asterisks) or `full`; a closed kind never more than initials.
    `two_names`: a door without change is confirmed by two who went together.
    `attempts`: after how many without an answer a letter or a call is proposed.
    `sources` and `stops`: what may be planned from the rounds' own page, and its doors; without
    them only the room itself plans. `opens`: the room's page of a round's owner, whose address
    takes the community's code and the owner's id. `fits`: whether an account may go to all these
    stops, asked once for all of them; nobody carries a round, stands at a door as the second, or
    goes on seeing a closed round, who does not fit all its stops.
    """

    key: str
    title: Words
    may_see: str
    may_carry: str
    arrived: Arrived
    questions: tuple[Question, ...] = ()
    may_plan: str = ""
    offline: str = FREE
    is_closed: bool = False
    names: str = INITIALS
    two_names: bool = False
    attempts: int = 3
    sources: Callable[[Any, date], Iterable[Source]] | None = None
    stops: Callable[[Any, str, date], Sequence[StopGiven]] | None = None
    opens: str = ""
    fits: Callable[[Sequence[Any], Any], bool] | None = None

    def __post_init__(self) -> None:
        assert self.offline in (FREE, BY_CHOICE), self.offline
        assert self.names in (NOBODY, INITIALS, FULL), self.names
        assert not (self.is_closed and self.names == FULL), "a closed kind shows no names"
        assert not (self.is_closed and self.offline == FREE), "a closed kind goes along by choice"
        assert self.attempts > 0, self.attempts

    @property
    def plans(self) -> str:
        """The permission of those who plan."""
        return self.may_plan or self.may_carry


_KINDS: dict[str, RoundKind] = {}


def register_round(kind: RoundKind) -> None:
    """Called by each room once for each kind; a second, different one is a ValueError."""
    if _KINDS.setdefault(kind.key, kind) != kind:
        raise ValueError(f"two kinds of round are called {kind.key!r}")


def kind_named(key: str) -> RoundKind:
    """The kind of that name; KeyError where no room has it."""
    return _KINDS[key]


def kinds() -> list[RoundKind]:
    """All kinds, in the order of their registration."""
    return list(_KINDS.values())


def keep_questions(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """A round's own questions as JSON can hold them: whatever words they had are now plain."""
    return [
        {
            "key": each.key,
            "title": str(each.title),
            "kind": each.kind,
            "choices": [[code, str(words)] for code, words in each.choices],
            "ground": str(each.ground),
            "least": each.least,
            "most": each.most,
        }
        for each in questions
    ]


def questions_kept(kept: Iterable[Mapping[str, Any]]) -> tuple[Question, ...]:
    """The same again."""
    return tuple(
        Question(**{**each, "choices": tuple((code, words) for code, words in each["choices"])})
        for each in kept
    )
