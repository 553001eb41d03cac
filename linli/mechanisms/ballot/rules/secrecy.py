"""So few papers that a count would tell how single people voted: boxes joined, numbers held back.

From one up to, not with, ten papers (`lib.numbers.FLOOR`) are few. None at all tell of nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.lib.law import Finding
from linli.lib.numbers import FLOOR, suppressed

SECRET = ("rcl2025.19",)
"""The vote is secret, and counted in public."""


@dataclass(frozen=True, slots=True)
class Box:
    """One box with whatever was joined to it. `papers` is None until it was opened."""

    name: str
    papers: int | None


def boxes_opened(boxes: Iterable[Box]) -> Finding:
    """The papers of these boxes have been numbered, before any of them is read."""
    sealed = [box.name for box in boxes if box.papers is None]
    return Finding(
        not sealed,
        "ballot.boxes_opened",
        numbers={"sealed": len(sealed), "box": sealed[0] if sealed else ""},
    )


def joined_first(boxes: Iterable[Box]) -> Finding:
    """No box of a vote with few papers is read by itself while there is another to join it to:
    unanimous or nearly so, it would tell how its voters voted, and a box counted before it would
    tell the same by subtraction. `into` is the box it is best joined to, the fullest. A box not
    yet opened may have papers; an empty one gives no shelter. Where all papers lie in one box
    there is nothing to join, and the result is held back instead (`may_be_told`)."""
    standing = [box for box in boxes if box.papers != 0]
    few = min(
        (box for box in standing if box.papers is not None and suppressed(box.papers)),
        key=lambda box: (box.papers, box.name),
        default=None,
    )
    others = [box for box in standing if box is not few]
    into = max(others, key=lambda box: box.papers or 0, default=None)
    return Finding(
        few is None or into is None,
        "ballot.joined_first",
        cites=SECRET,
        numbers={
            "papers": few.papers or 0 if few else 0,
            "box": few.name if few else "",
            "into": into.name if into else "",
            "floor": FLOOR,
        },
    )


def screens_sheltered(screens: int, hand: int) -> Finding:
    """The screens are a box as well, and the one nobody can join another to. Where papers were read
    out in a hall, whoever was there knows the rest by subtraction: of so few cast on screens then
    nothing is told but what was decided."""
    return Finding(
        hand == 0 or not suppressed(screens),
        "ballot.screens_sheltered",
        cites=SECRET,
        numbers={"papers": screens, "floor": FLOOR},
    )


def may_be_told(papers: int) -> Finding:
    """Whether everybody may see how the papers of a secret vote were marked."""
    return Finding(
        not suppressed(papers),
        "ballot.may_be_told",
        cites=SECRET,
        numbers={"papers": papers, "floor": FLOOR},
    )
