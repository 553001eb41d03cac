"""One way into every kind of file of ballots."""

from collections.abc import Callable, Collection
from pathlib import Path

from linli.governance.elections.ballots.found import Ballots
from linli.governance.elections.ballots.lines import open_content
from linli.governance.elections.ballots.preflib import is_preflib, read_preflib
from linli.governance.elections.ballots.tables import read_table_of_ballots
from linli.lib.tables.problems import Unreadable
from linli.lib.tables.reading import open_sources

_START = 4096


def read_ballots(
    content: Path | bytes,
    filename: str,
    *,
    seats: int,
    first: bool = False,
    marks: Collection[str] = (),
    advance: Callable[[int], None] = lambda _bytes: None,
) -> Ballots:
    """The ballots in a file, told apart by what is in it and not by its name.

    Never raises for what a file may hold: see `Ballots.problems`. `first` takes the first place
    of a ranking for the mark; `marks` are further marks that mean approval; `advance` is told how
    many bytes have been read. Of a workbook the first sheet that holds something is read.
    """
    with open_content(content) as stream:
        start = stream.read(_START)
    if is_preflib(start):
        return read_preflib(content, filename, seats=seats, first=first, advance=advance)
    try:
        sources = open_sources(content, filename)
        source = sources[0]
        return read_table_of_ballots(
            content, source, seats=seats, first=first, marks=marks, advance=advance
        )
    except Unreadable as unreadable:
        return Ballots(problems=(unreadable.problem,), faults=1)
