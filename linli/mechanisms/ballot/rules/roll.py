"""The roll: when it may change, and the hash of the list as it is posted."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class RollLine:
    """One line of the list as posted; area in hundredths of a square metre."""

    number: int
    name: str
    group: str = ""
    heads: int = 1
    area: int = 0
    struck: bool = False


def digest(lines: Iterable[RollLine]) -> str:
    """SHA-256 of the list: one JSON array a line, by number, UTF-8 in NFC, each ended by a line
    feed. Anybody who has the posted list can compute it again."""
    written = hashlib.sha256()
    for line in sorted(lines, key=lambda each: each.number):
        cells = [line.number, line.name, line.group, line.heads, line.area, int(line.struck)]
        text = json.dumps(cells, ensure_ascii=False, separators=(",", ":"))
        written.update(unicodedata.normalize("NFC", text).encode() + b"\n")
    return written.hexdigest()


def is_drafted(version: int) -> Finding:
    """Lines come and go freely only until the roll is frozen."""
    return Finding(version == 0, "ballot.drafted", numbers={"version": version})


def is_frozen(version: int) -> Finding:
    """A vote stands on a frozen roll only."""
    return Finding(version > 0, "ballot.frozen", numbers={"version": version})


def has_somebody(size: int) -> Finding:
    """A roll of nobody cannot be frozen."""
    return Finding(size > 0, "ballot.has_somebody", numbers={"size": size})


def not_yet_there(*, there: bool) -> Finding:
    """Nobody stands on one roll twice."""
    return Finding(not there, "ballot.once_on_the_roll")


def still_there(*, struck: bool) -> Finding:
    """A line struck once cannot be struck or amended again."""
    return Finding(not struck, "ballot.still_on_the_roll")


def has_ground(reason: str) -> Finding:
    """A frozen roll changes only for a reason that is written down."""
    return Finding(bool(reason.strip()), "ballot.has_ground")


def unchanged_since(seen: int, now: int) -> Finding:
    """Whoever corrects has seen the roll as it now is."""
    return Finding(seen == now, "ballot.roll_unchanged", numbers={"seen": seen, "now": now})


def without_marks(*, has_paper: bool) -> Finding:
    """Who has had a paper cannot be struck any more: the paper is in the box."""
    return Finding(not has_paper, "ballot.struck_in_time")
