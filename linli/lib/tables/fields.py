"""What a table is asked for: the fields, and where they were found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "code", "date", "datetime", "integer", "decimal", "choice"]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing we want to know from each row.

    `synonyms` are headings people use for it, Chinese and English, the best known first (it is
    the label in sentences, and an earlier synonym wins where a file has two of them);
    "联系方式|电话" names a heading over two rows. `code` is text in which digits matter (ID
    numbers, phones, place codes): spaces and full-width forms are removed, nothing else.
    `choices` maps each value to what people write for it, or simply lists the values.
    `longest` is a length in characters.
    """

    name: str
    synonyms: Sequence[str]
    kind: Kind = "text"
    required: bool = False
    choices: Mapping[str, Sequence[str]] | Sequence[str] = ()
    longest: int | None = None

    @property
    def label(self) -> str:
        return self.synonyms[0] if self.synonyms else self.name


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the user's file; `index` counts from 0, `heading` is theirs ("上|下" if two)."""

    index: int
    letters: str
    heading: str


@dataclass(frozen=True, slots=True)
class Match:
    """The column taken for a field. `confidence` is 1 for a known heading in full, under 0.9
    for a heading that only resembles one and should be confirmed by a person."""

    field: str
    column: Column
    confidence: float

    @property
    def sure(self) -> bool:
        return self.confidence >= 0.9
