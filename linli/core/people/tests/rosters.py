"""Rosters made for tests, as CSV and as the workbooks that people really keep."""

import csv
from io import BytesIO, StringIO

from openpyxl import Workbook

from linli.core.people.actions import commit_roster, keep_preview
from linli.core.people.models import Batch
from linli.core.people.roster.preview import Options, preview_roster
from linli.core.people.tests.conftest import AT, ON


def as_csv(*rows) -> bytes:
    """The rows as CSV; the first one is the heading."""
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_workbook(*rows, merged=()) -> bytes:
    """The rows as .xlsx, cells as they are, with merged ranges."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    for cells in merged:
        book.active.merge_cells(cells)
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def read(community, content, filename="roster.csv", on=ON, **options):
    """The file held against the register."""
    return preview_roster(community, content, filename, options=Options(**options), on=on)


def take_in(
    community, content, by, filename="roster.csv", at=AT, decisions=None, **options
) -> Batch:
    """The file taken into the register."""
    chosen = Options(**options)
    preview = preview_roster(community, content, filename, options=chosen, on=ON)
    batch = keep_preview(community, by=by, at=at, preview=preview, options=chosen)
    return commit_roster(batch, by=by, at=at, decisions=decisions)


def codes(preview) -> list[tuple[int, str]]:
    """Row and code of everything that is wrong."""
    return [(problem.row, problem.code) for problem in preview.problems]
