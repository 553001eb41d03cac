"""The hall screen: what is up, in screens short enough to be read from across the room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from linli.mechanisms.publication.face import Face, Section

LINE = 30
"""Letters in one line of a wide screen."""

ROOM, LONG_TITLE = 7.0, 18
"""Lines below a title of one line; a title of more letters takes another line and a half."""

SHORT, ROWS, SCREENS = 26, 5, 6
"""What stands beside its label in one line; the most rows of a table on a screen; the most
screens of one notice: what is longer is read on the board, or on one's own phone."""


@dataclass(slots=True)
class Part:
    """A piece of one field: its label and its words, or some rows of its table."""

    label: str
    words: str = ""
    columns: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = field(default_factory=list)

    @property
    def short(self) -> bool:
        """Whether label and words stand in one line."""
        return bool(self.label) and len(self.words) <= SHORT and "\n" not in self.words


@dataclass(frozen=True, slots=True)
class Screen:
    """One screenful. `parts` is empty where only the sort of notice is told (it names persons);
    `cut`: there is more than fits."""

    face: Face
    parts: Sequence[Part]
    number: int
    of: int
    cut: bool = False


def screens_of(faces: Iterable[Face]) -> list[Screen]:
    """All screens, notice by notice."""
    return [screen for face in faces for screen in _of_one(face)]


def _of_one(face: Face) -> list[Screen]:
    if face.names_persons:
        return [Screen(face, (), 1, 1)]
    whole = ROOM if len(face.heading) <= LONG_TITLE else ROOM - 1.5
    pages: list[list[Part]] = [[]]
    room = whole
    for part, lines in _pieces(face.body):
        if pages[-1] and lines > room:
            pages.append([])
            room = whole
        pages[-1].append(part)
        room -= lines
    cut = len(pages) > SCREENS
    pages = pages[:SCREENS]
    return [Screen(face, page, number, len(pages), cut) for number, page in enumerate(pages, 1)]


def _pieces(sections: Iterable[Section]) -> Iterator[tuple[Part, float]]:
    """Each field in pieces that fit, with how many lines each takes."""
    for section in sections:
        if section.columns:
            for start in range(0, len(section.rows), ROWS):
                rows = [
                    tuple(cell.words for cell in row) for row in section.rows[start : start + ROWS]
                ]
                yield Part(section.label, columns=section.columns, rows=rows), len(rows) + 1.5
            continue
        label = section.label
        for words in _cut(section.cell.words):
            part = Part(label, words)
            yield part, 1.3 if part.short else _lines(words) + (1 if label else 0.3)
            label = ""


def _cut(words: str) -> Iterator[str]:
    """The words in pieces of at most five lines, broken between paragraphs where that fits."""
    most, piece = 5, ""
    for paragraph in words.splitlines() or [""]:
        for start in range(0, max(1, len(paragraph)), LINE * most):
            more = paragraph[start : start + LINE * most]
            if piece and _lines(piece) + _lines(more) > most:
                yield piece
                piece = ""
            piece = f"{piece}\n{more}" if piece else more
    yield piece


def _lines(words: str) -> int:
    return sum(max(1, ceil(len(each) / LINE)) for each in words.splitlines() or [""])
