"""A form opened: its grids, whatever kind of file it came in."""

from dataclasses import dataclass, field
from typing import Literal

from linli.lib.tables.blanks.docx import WordFile
from linli.lib.tables.blanks.grid import Grid
from linli.lib.tables.blanks.old_excel import as_xlsx, first_computed
from linli.lib.tables.blanks.opening import kind_of
from linli.lib.tables.blanks.xlsx import Spreadsheet
from linli.lib.tables.marking.package import CannotMark
from linli.lib.tables.problems import Unreadable


@dataclass(frozen=True, slots=True)
class Opened:
    kind: Literal["xlsx", "xls", "docx"]
    grids: list[Grid]
    title: str = ""
    hidden: list[str] = field(default_factory=list)
    protected: list[str] = field(default_factory=list)
    paragraphs: list[tuple[int, str]] = field(default_factory=list)
    lost_formulas: str = ""  # the first cell of an .xls that was computed


def open_form(content: bytes) -> Opened:
    """Raises `Unreadable` with the reason for everything that is no form we can fill."""
    kind = kind_of(content)
    try:
        if kind == "docx":
            word = WordFile(content)
            return Opened(kind, word.grids, word.title, paragraphs=word.paragraphs)
        book = Spreadsheet(as_xlsx(content) if kind == "xls" else content)
        lost = first_computed(content) if kind == "xls" else ""
        title = _title(book.grids)
        return Opened(kind, book.grids, title, book.hidden, book.protected, lost_formulas=lost)
    except CannotMark:
        raise Unreadable("unusual_file") from None
    except (Unreadable, MemoryError):
        raise
    except Exception:
        # Whatever a torn or forged file makes the code stumble over is the file's fault.
        raise Unreadable("torn_file") from None


def _title(grids: list[Grid]) -> str:
    """The first text of the first sheet, where it stands alone in its row."""
    for grid in grids[:1]:
        for row in range(min(grid.rows, 5)):
            written = grid.written_in(row)
            if len(written) == 1 and written[0][1]:
                return " ".join(written[0][1].split())[:120]
    return ""
