"""Who does what: searched in residents' words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from linli.partners.organisations.models import OfficeDuty, Organisation
from linli.partners.organisations.told import duties_told

MOST = 300


@dataclass(frozen=True, slots=True)
class Does:
    """A body and the lines of what it does that the words may mean. `url` of a told line opens the
    page of the room that keeps it."""

    body: Organisation
    lines: list[Any]


def who_does(community: Any, words: str, on: date) -> list[Does]:
    """The bodies with lines that hold every typed word, in the office's words or in residents'.
    Without words, all of them; a body whose name holds the words with all its lines."""
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
    wanted = words.split()
    for line in every:
        body = bodies[line.body] if isinstance(line.body, str) else line.body
        text = f"{body.name} {line.what} {line.words}"
        if all(word in text for word in wanted):
            found.setdefault(body.name, Does(body, [])).lines.append(line)
    return [found[name] for name in sorted(found)]
