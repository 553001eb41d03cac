"""Who does what: searched in residents' words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from linli.partners.organisations.models import OfficeDuty, Organisation
from linli.partners.organisations.told import duties_told

MOST = 300
SAID = 2
"""Shorter words of a line are found by themselves only: 水 is in too many others."""


@dataclass(frozen=True, slots=True)
class Does:
    """A body and the lines of what it does that the words may mean. `url` of a told line opens the
    page of the room that keeps it."""

    body: Organisation
    lines: list[Any]


def who_does(community: Any, words: str, on: date) -> list[Does]:
    """The bodies with lines that what was typed may mean, the likeliest first; without words, all
    of them by name. A line is meant by each typed word it holds, and by each of its own words that
    was said within a longer one (电梯坏了 says 电梯)."""
    rows = OfficeDuty.objects.filter(
        Q(until__isnull=True) | Q(until__gt=on), community=community, since__lte=on,
        organisation__until__isnull=True, organisation__listed=True,
    ).select_related("organisation")  # fmt: skip
    every: list[Any] = [*rows.order_by("organisation__name", "what")[:MOST]]
    bodies = {
        body.name: body
        for body in Organisation.objects.filter(
            community=community, until__isnull=True, listed=True
        )
    }
    every.extend(told for told in duties_told(community, on) if told.body in bodies)
    found: dict[str, Does] = {}
    likely: Counter[str] = Counter()
    wanted = words.casefold().split()
    for line in every:
        body = bodies[line.body] if isinstance(line.body, str) else line.body
        hits = _hits(wanted, f"{body.name} {line.what}", line.words)
        if wanted and not hits:
            continue
        found.setdefault(body.name, Does(body, [])).lines.append((hits, line))
        likely[body.name] = max(likely[body.name], hits)
    for does in found.values():
        does.lines[:] = [line for _n, line in sorted(does.lines, key=lambda each: -each[0])]
    return [found[name] for name in sorted(found, key=lambda name: (-likely[name], name))]


def _hits(wanted: Iterable[str], office: str, residents: str) -> int:
    own = residents.casefold().split()
    text = f"{office} {residents}".casefold()
    return sum(
        word in text or any(len(each) >= SAID and each in word for each in own) for word in wanted
    )
