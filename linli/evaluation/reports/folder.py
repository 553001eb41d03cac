"""The inspection folder: the report, and for each of its figures the rows behind it as a table.

A row is its day, its kind, what it counted and the address where it opens for those who may; no
name, number or word of anybody is in it, because a fact holds none. What the report does not tell
its reader, the folder does not either: a count that is left out has no table, and where it is left
out how many came out well, the rows do not say so.
"""

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import gettext as _

from linli.evaluation.models import Report
from linli.evaluation.reports.telling import ReportLine, Told
from linli.evaluation.sources import read_facts
from linli.lib.facts import Fact
from linli.lib.tables import spreadsheet

MOST_ROWS = 20_000
"""Rows of one kind that a table takes; beyond that the table says how many it leaves out."""

Opens = Callable[[Fact], str]


def pack_folder(report: Report, told: Told, files: dict[str, bytes], *, opens: Opens) -> bytes:
    """A .zip of `files` (name → content) and the rows, with a list of everything and its hash."""
    rows = _rows_by_kind(report)
    folder = BytesIO()
    with ZipFile(folder, "w", ZIP_DEFLATED) as packed:
        listed: list[tuple[str, int, str]] = []

        def put(name: str, content: bytes) -> None:
            packed.writestr(name, content)
            listed.append((name, len(content), hashlib.sha256(content).hexdigest()))

        for name, content in files.items():
            put(name, content)
        for number, chapter in enumerate(told.chapters, 1):
            for line in chapter.lines:
                if line.hidden:
                    continue
                title = str(line.kind.title)
                name = f"{number:02d} {_plain(chapter.title)}/{_plain(title)}.xlsx"
                put(name, _table_of(rows.get(line.kind.kind, []), line, opens))
        contents = (_("文件"), _("字节"), "SHA-256")
        packed.writestr(f"00 {_('目录')}.xlsx", spreadsheet(listed, contents, title=_("目录")))
    return folder.getvalue()


def _rows_by_kind(report: Report) -> dict[str, list[Fact]]:
    until = date.fromisoformat(report.content["until"])
    found: dict[str, list[Fact]] = {}
    for fact in read_facts(report.community, report.starts, until):
        found.setdefault(fact.kind, []).append(fact)
    return found


def _table_of(facts: list[Fact], line: ReportLine, opens: Opens) -> bytes:
    title = str(line.kind.title)
    columns = (_("日期"), _("记录"), _("计入"), _("总数"), _("地址"))
    return spreadsheet(_table_rows(facts, line, opens), columns, title=_plain(title)[:31])


def _table_rows(facts: list[Fact], line: ReportLine, opens: Opens) -> Iterator[tuple[object, ...]]:
    for fact in sorted(facts, key=lambda fact: fact.on)[:MOST_ROWS]:
        told = (fact.part, fact.whole) if line.tells(fact.whole) else ("", "")
        yield fact.on, str(line.kind.title), *told, opens(fact)
    if len(facts) > MOST_ROWS:
        left = len(facts) - MOST_ROWS
        yield "", _("另有 {count} 行没有列出，请在系统里查看。").format(count=left), "", "", ""


def _plain(name: str) -> str:
    """A name every system takes for a file and a sheet."""
    return "".join(" " if letter in '\\/:*?"<>|[]' else letter for letter in name).strip()
