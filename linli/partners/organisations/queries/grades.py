"""The table of posts and levels that holds on a day: the community's own, or the shipped one."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from linli.partners.organisations.models import SOCIAL_WORK, GradeTable, Staff
from linli.partners.organisations.rules.grades import Line, lines_of, propose
from linli.partners.organisations.rules.staff import valid_on

SHIPPED = Path(__file__).parent.parent / "grades" / "cn.toml"


@dataclass(frozen=True, slots=True)
class Table:
    """Its lines, its source, and whether it is the community's own."""

    lines: tuple[Line, ...]
    source: str
    own: bool
    since: date | None = None


def table_on(community: Any, on: date) -> Table:
    """The table in force that day."""
    row = GradeTable.objects.filter(community=community, since__lte=on).order_by("-since").first()
    if row is None:
        return _shipped()
    return Table(lines_of(row.lines, SOCIAL_WORK), row.source, own=True, since=row.since)


def proposed(staff: Staff, table: Table, on: date) -> Line | None:
    """The level the table proposes for a file. Nobody is given it by that."""
    held = [
        each.kind
        for each in staff.qualifications.all()
        if valid_on(each.got_on, each.expires_on, on)
    ]
    return propose(
        table.lines, post=staff.post, worked_since=staff.worked_since, certificates=held,
        ranks=SOCIAL_WORK, on=on,
    )  # fmt: skip


@cache
def _shipped() -> Table:
    read = tomllib.loads(SHIPPED.read_text("utf-8"))
    return Table(lines_of(read["line"], SOCIAL_WORK), read["source"], own=False)
