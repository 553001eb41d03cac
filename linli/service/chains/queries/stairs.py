"""The lines in the order in which somebody walks: building by building, staircase by staircase."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from linli.service.chains.models import Line

_DIGITS = re.compile(r"(\d+)")


@dataclass
class Stair:
    """A staircase with the lines of its dwellings; `name` is empty for lines without one."""

    name: str
    lines: list[Line] = field(default_factory=list)


def by_stair(lines: Iterable[Line]) -> list[Stair]:
    """Lines that count; those without a dwelling last."""
    counting = [line for line in lines if line.counts]
    stairs: dict[str, Stair] = {}
    for line in sorted(counting, key=_walk):
        name = line.dwelling.stairs_name if line.dwelling else ""
        stairs.setdefault(name, Stair(name)).lines.append(line)
    return sorted(stairs.values(), key=lambda stair: (not stair.name, _natural(stair.name)))


def _walk(line: Line) -> tuple[Any, ...]:
    return (_natural(line.dwelling.name if line.dwelling else ""), line.position)


def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """2号楼 comes before 10号楼."""
    return tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in _DIGITS.split(text)
        if part
    )
