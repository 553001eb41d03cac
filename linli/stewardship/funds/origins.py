"""What money is given for or stands on, in other rooms: a department's request that commissioned
money pays for, a decision of residents. Crossings tell them and links tie them; this room learns
titles and addresses, and imports nothing.

    tell_commissions(commissions_of_intake)     # in web/crossings
    tell_decisions(decisions_of_assemblies)
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps

from linli.core.audit.actor import Actor
from linli.lib.tellers import Tellers


@dataclass(frozen=True, slots=True)
class Commission:
    """A department's request that may be paid for. `body`: the department; `fen`: what it said
    it would pay, where it did."""

    key: UUID
    title: str
    body: UUID
    fen: int | None = None
    url: str = ""


_TELLERS = Tellers[[Any, Actor], Commission]()
tell_commissions = _TELLERS.join
"""Registers who knows what departments commission."""


def commissions_of(community: Any, actor: Actor) -> list[Commission]:
    """What departments commission here, as far as this reader may open it."""
    return _TELLERS.told(community, actor)


@dataclass(frozen=True, slots=True)
class Decision:
    """What residents decided, as money may stand on it. `kind`, `key`: the row it is; `told`: who
    decided what, in words."""

    kind: str
    key: UUID
    told: str
    on: date

    @property
    def ref(self) -> str:
        """In one word, for a form."""
        return f"{self.kind}:{self.key}"


_DECISIONS = Tellers[[Any], Decision]()
tell_decisions = _DECISIONS.join
"""Registers where decisions of residents are read, the latest first."""


def decisions_of(community: Any) -> list[Decision]:
    """The decisions money may stand on, the latest first."""
    found = _DECISIONS.told(community)
    return sorted(found, key=lambda each: each.on, reverse=True)


def decision_called(community: Any, ref: str) -> Decision | None:
    """The decision of that word, if there is one here."""
    return next((each for each in decisions_of(community) if each.ref == ref), None)


def row_of(community: Any, decision: Decision) -> Any:
    """The row of a decision, to be tied to."""
    model: Any = apps.get_model(decision.kind)
    return model.objects.filter(community=community, pk=decision.key).first()
