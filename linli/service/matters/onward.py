"""Where a matter leads on to in another room, what it led to there, and what its end there lets one
answer: told by crossings, and shown to whoever handles the matter.

    tell_onward(hazards_of_matters)      # in web/crossings
    tell_drafts(how_the_hazard_ended)
"""

from dataclasses import dataclass
from typing import Any

from linli.core.audit.actor import Actor
from linli.lib.tellers import Tellers
from linli.service.matters.models import Matter


@dataclass(frozen=True, slots=True)
class Onward:
    """A way on (`state` empty), or what came of one: its name, where it is, how it stands."""

    title: Any
    url: str
    icon: str = "arrow-right"
    state: Any = ""
    tone: str = "open"


_TELLERS = Tellers[[Matter, Actor], Onward]()
tell_onward = _TELLERS.join
"""Registers who knows ways on from a matter; of what the reader may not open, nothing."""

_DRAFTERS = Tellers[[Matter], str]()
tell_drafts = _DRAFTERS.join
"""Registers who can say what came of a matter elsewhere, in words for whoever raised it."""


def onward_of(matter: Matter, actor: Actor) -> tuple[list[Onward], list[Onward]]:
    """The ways on from here, and what the matter led to."""
    told = _TELLERS.told(matter, actor)
    return [each for each in told if not each.state], [each for each in told if each.state]


def draft_of(matter: Matter) -> str:
    """What the answer may begin with. Somebody reads it before it is sent."""
    return "\n".join(_DRAFTERS.told(matter))
