"""What is true of a matter, as pure functions: emergencies, routing, reopening, patterns.

No statute sets a residents' committee a number of days for a request; the days are promises of
the pack (`linli/lib/law/packs`), dated, so that an old matter is judged by the promise of its day.
"""

import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from importlib import resources
from uuid import UUID

from linli.lib.identity.similarity import dice
from linli.lib.law import Finding

HANDLINGS = ("self_governed", "assist", "forward")

# What may be sent on with a matter; a forwarding names its purpose and picks from these.
FORWARDABLE = ("title", "text", "wanted", "place", "where", "photos", "contact_phone")
FORWARDED_BY_DEFAULT = ("title", "text", "place", "where", "photos")


@dataclass(frozen=True, slots=True)
class EmergencyCall:
    """A number to call now, and what in the text made us say so."""

    number: str
    what: str
    what_en: str
    word: str


def emergencies(text: str) -> tuple[EmergencyCall, ...]:
    """The calls that `text` asks for, at most one a number, in the order of the list."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    found = []
    for call in _EMERGENCY_CALLS:
        word = next((word for word in call["words"] if word in plain), None)
        if word is not None:
            found.append(EmergencyCall(call["number"], call["what"], call["what_en"], word))
    return tuple(found)


def emergency_words() -> list[str]:
    """All the words, for the script that shows the numbers while one types."""
    return [word for call in _EMERGENCY_CALLS for word in call["words"]]


_EMERGENCY_CALLS = tomllib.loads(
    resources.files("linli.service.matters").joinpath("emergency.toml").read_text("utf-8")
)["call"]


@dataclass(frozen=True, slots=True)
class RoutedMatter:
    """What routing looks at. `path` is the place's path, empty where no place is known."""

    kind: str
    text: str
    channel: str
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the routing table, as plain values; empty conditions fit everything."""

    id: UUID
    name: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    channels: tuple[str, ...]
    path: str
    handling: str
    body: UUID | None
    assignee: UUID | None
    promise_days: int | None

    def fits(self, matter: RoutedMatter) -> bool:
        """Whether every condition of the line holds for the matter."""
        return (
            (not self.kinds or matter.kind in self.kinds)
            and (not self.channels or matter.channel in self.channels)
            and (not self.words or any(word in matter.text for word in self.words))
            and (
                not self.path or matter.path == self.path or matter.path.startswith(f"{self.path}/")
            )
        )


def route(lines: Iterable[Line], matter: RoutedMatter) -> Line | None:
    """The first line that fits, or None: then the kind's own handling holds."""
    return next((line for line in lines if line.fits(matter)), None)


def promise_days(*, line: int | None, kind: int | None, pack: int) -> int:
    """Working days promised: the routing line's, else the kind's, else the pack's."""
    if line is not None:
        return line
    return kind if kind is not None else pack


def may_reopen(answered_on: date, on: date, *, window_days: int) -> Finding:
    """A poor rating reopens within the window (the last day included: 以内)."""
    last = answered_on + timedelta(days=window_days)
    return Finding(
        on <= last,
        "matters.reopen_window",
        cites=("civil_code.1259",),
        numbers={"answered_on": answered_on, "last_day": last, "days": window_days},
    )


def answered(state: str) -> Finding:
    """Only an answer can be rated."""
    return Finding(state in ("answered", "closed"), "matters.answered", numbers={"state": state})


def reopens(score: str) -> bool:
    """Which ratings reopen: only `poor`; a fair answer is an answer."""
    return score == "poor"


def timely(raised_at: datetime, recorded_at: datetime) -> Finding:
    """A matter cannot have been raised after it was written down."""
    return Finding(
        raised_at <= recorded_at,
        "matters.time_possible",
        numbers={"raised_at": raised_at, "recorded_at": recorded_at},
    )


def spot_of(place: UUID | None, where: str, digest: Callable[[bytes], str]) -> str:
    """The key under which two matters are at the same spot: the place, or the words for it with
    case, width and spaces folded. `digest` hashes the words so that the key has one length."""
    if place is not None:
        return f"p:{place.hex}"
    folded = "".join(unicodedata.normalize("NFKC", where).casefold().split())
    return f"w:{digest(folded.encode())[:40]}" if folded else ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier matter that a new one may repeat, as plain values."""

    id: UUID
    kind: str
    path: str
    spot: str
    text: str


def likely_duplicates(
    text: str,
    kind: str,
    path: str,
    spot: str,
    candidates: Sequence[Candidate],
    *,
    most: int = 4,
) -> list[tuple[Candidate, Fraction]]:
    """The candidates most likely about the same thing, likeliest first.

    Nearness counts twice as much as wording, because people word one fault in many ways: the
    same spot gives 1/2, the same building 3/8, the same compound 1/4, the kind 1/6, the wording
    up to 1/3. What falls under 1/2 is not worth a resident's time.
    """
    weighed = []
    for candidate in candidates:
        near = Fraction(0)
        if spot and candidate.spot == spot:
            near = Fraction(1, 2)
        elif path and candidate.path:
            shared = _shared_depth(path, candidate.path)
            missing = max(path.count("/"), candidate.path.count("/")) + 1 - shared
            near = {0: Fraction(1, 2), 1: Fraction(3, 8), 2: Fraction(1, 4)}.get(
                missing, Fraction(0)
            )
        same_kind = Fraction(1, 6) if candidate.kind == kind else Fraction(0)
        weight = near + same_kind + dice(text, candidate.text) / 3
        if weight >= Fraction(1, 2):
            weighed.append((candidate, weight))
    weighed.sort(key=lambda pair: (-pair[1], str(pair[0].id)))
    return weighed[:most]


def _shared_depth(one: str, other: str) -> int:
    depth = 0
    for left, right in zip(one.split("/"), other.split("/"), strict=False):
        if left != right:
            break
        depth += 1
    return depth
