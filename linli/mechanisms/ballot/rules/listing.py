"""The list of all papers of a poll, published after the close: when there is one, and its lines.

A line is one paper: `{"number":"0K7Q-M2X9-DVH4","paper":{…}}`, canonical JSON, so that whoever
writes it down has the same bytes. Before them stands what was asked (`{"ballot":{…}}`), so that
"option 3" means something. The lines lie in the order of their bytes, which is that of the numbers.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from linli.lib import merkle
from linli.lib.law import Finding
from linli.lib.numbers import FLOOR, suppressed
from linli.mechanisms.ballot.rules.secrecy import SECRET

STATUTORY_BASE = "electors"
"""The roll of an election as the law lays it down: those who registered for it."""


def may_be_listed(*, secret: bool, base: str, statutory: bool) -> Finding:
    """Whether the papers of a poll may be published one by one. An open vote's bear their
    elector; and an election or a recall is secret without more (art. 19): a number that leads to
    a paper is something its voter could be made to show."""
    return Finding(
        secret and not statutory and base != STATUTORY_BASE, "ballot.may_be_listed", cites=SECRET
    )


def asks_no_names(*, listed: bool, write_ins: int) -> Finding:
    """A list has no lines for others: what is written there names people who never agreed, and
    is as good as a signature."""
    return Finding(not (listed and write_ins), "ballot.lists_no_names", cites=SECRET)


def enough_to_list(papers: int) -> Finding:
    """So few papers are never listed: who took part would be read off them. Those void as a whole
    do not count: they say nothing, and give the others no shelter."""
    return Finding(
        papers > 0 and not suppressed(papers),
        "ballot.enough_to_list",
        cites=SECRET,
        numbers={"papers": papers, "floor": FLOOR},
    )


def lines_of(asked: Mapping[str, Any], papers: Iterable[tuple[str, Any]]) -> list[bytes]:
    """The list's lines: what was asked, and each paper with its number."""
    rows = [{"ballot": asked}, *({"number": number, "paper": each} for number, each in papers)]
    return sorted(_written(row) for row in rows)


def text_of(lines: Sequence[bytes]) -> str:
    """The file as it is given away: one line each, each ended."""
    return "".join(f"{line.decode()}\n" for line in lines)


def head_of(lines: Sequence[bytes]) -> str:
    """The head of the list: 64 hexadecimal figures that stand for every letter of it."""
    return merkle.head(lines).hex()


def read_back(text: str) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
    """What was asked, and each paper with its number, from the file."""
    asked: dict[str, Any] = {}
    papers = []
    for line in text.removesuffix("\n").split("\n"):  # not splitlines: a title may hold U+2028
        row = json.loads(line)
        if "ballot" in row:
            asked = row["ballot"]
        else:
            papers.append((row["number"], row["paper"]))
    return asked, papers


def _written(row: Mapping[str, Any]) -> bytes:
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode()
