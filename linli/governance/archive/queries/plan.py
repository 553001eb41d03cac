"""The plan as it holds here on a day: the shipped lines, the rooms', and the place's own."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from linli.governance.archive.filing_plan import Line, Part, lines_of_rooms, shipped
from linli.governance.archive.models import LocalLine


@dataclass(frozen=True, slots=True)
class Chosen:
    """A line with the place's word on it, where it gave one."""

    line: Line
    local: LocalLine | None = None


@dataclass(frozen=True, slots=True)
class Class:
    """A class with its lines."""

    part: Part
    lines: tuple[Chosen, ...]


def plan_on(community: Any, on: date) -> list[Class]:
    """The whole plan, class by class in order."""
    altered, added = _local(community, on)
    lines = [*shipped().lines, *lines_of_rooms()]
    chosen = [_altered(line, altered.get(line.key)) for line in lines]
    chosen += [Chosen(_as_line(row), row) for row in added]
    return [
        Class(part, tuple(each for each in chosen if each.line.part == part.key))
        for part in shipped().parts
    ]


def line_on(community: Any, key: str, on: date) -> Line | None:
    """One line as it holds here on a day; None where the plan has none of that key."""
    return lines_on(community, on).get(key)


def lines_on(community: Any, on: date) -> dict[str, Line]:
    """Every line by key."""
    return {each.line.key: each.line for part in plan_on(community, on) for each in part.lines}


def shipped_line(key: str) -> Line | None:
    """A line as the house or a room says it, before the place says otherwise."""
    known = {line.key: line for line in (*shipped().lines, *lines_of_rooms())}
    return known.get(key)


def local_line_in(community: Any, key: UUID) -> LocalLine:
    """One line of the place (Http404)."""
    found = LocalLine.objects.filter(community=community, pk=key).first()
    if found is None:
        raise Http404
    return found


def ended_lines(community: Any, on: date) -> list[LocalLine]:
    """The place's lines that hold no longer."""
    return list(
        LocalLine.objects.filter(community=community, until__lte=on).order_by("-until", "id")
    )


def _local(community: Any, on: date) -> tuple[dict[str, LocalLine], list[LocalLine]]:
    rows = LocalLine.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on
    ).order_by("part", "since", "id")
    altered = {row.of: row for row in rows if row.of}
    return altered, [row for row in rows if not row.of]


def _altered(line: Line, local: LocalLine | None) -> Chosen:
    if local is None:
        return Chosen(line)
    return Chosen(replace(line, term=local.term, access=local.access), local)


def _as_line(row: LocalLine) -> Line:
    return Line(row.key, row.part, row.titles, row.term, row.access, status="local")
