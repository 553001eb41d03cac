"""What a paper is made of, whatever it is drawn as."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pairs:
    """Terms with what is said of them, as a form has them; an empty one is a line to fill in."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs under a heading."""

    heading: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A blank to be filled by hand: who signs, seals or prints a thumb, and the day where known."""

    who: str
    day: str = ""
    seal: bool = False


Block = Pairs | Text | Table | Sign


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper of the file. `number`: its place among the thirteen, nought for what stands
    outside; `lacks`: what it still wants, in words, where it is a must."""

    key: str
    number: int
    title: str
    blocks: tuple[Block, ...]
    lacks: str = ""
    present: bool = True


@dataclass(frozen=True, slots=True)
class File:
    """The whole file: its cover, the papers that are there, and what is missing."""

    title: str
    cover: tuple[tuple[str, str], ...]
    sheets: tuple[Sheet, ...]
    missing: tuple[str, ...] = field(default=())

    @property
    def there(self) -> tuple[Sheet, ...]:
        """The papers to be printed, in order."""
        return tuple(sheet for sheet in self.sheets if sheet.present)
