"""A chain, and its lines. Both are gone some days after the list was closed."""

import hashlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.lib.chains import Quantity
from linli.service.chains.rules import CLOSED, OPEN

LONGEST_TITLE, LONGEST_WHERE = 80, 40


class Chain(CommunityRow):
    """One list for one purpose. `where` names the compound or building whose neighbours wrote it,
    where they leave it out themselves; `heading` are the organiser's words under the title."""

    KINDS = [("order", _("团购、代购")), ("sign_up", _("报名")), ("head_count", _("摸底、点数"))]
    STATES = [(OPEN, _("收集中")), (CLOSED, _("已关闭"))]

    title = models.CharField(max_length=LONGEST_TITLE)
    kind = models.CharField(max_length=10, choices=KINDS)
    where = models.CharField(max_length=LONGEST_WHERE, blank=True)
    heading = SealedTextField(blank=True, default="")
    state = models.CharField(max_length=6, choices=STATES, default=OPEN)
    account = models.UUIDField(null=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=OPEN, closed_at__isnull=True)
                | Q(state=CLOSED, closed_at__isnull=False),
                name="chain_closed",
            )
        ]
        indexes = [models.Index(fields=["community", "-opened_at"], name="chain_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def as_seen(self) -> str:
        """A mark by which a page knows whether the list still is as it was looked at."""
        return self.changed_at.isoformat()


class Line(CommunityRow):
    """One entry. `quantities` as [amount, unit, item]; `by` is the position of the line that
    repeated, replaced or withdrew it; `by_hand` lines stay as a person left them when the list
    is pasted again."""

    KEPT, REPEATED, REPLACED, STRUCK, LOST = "kept", "repeated", "replaced", "struck", "lost"
    STATES = [
        (KEPT, _("算数")),
        (REPEATED, _("重复")),
        (REPLACED, _("已改过")),
        (STRUCK, _("取消")),
        (LOST, _("后来的接龙里没有")),
    ]
    COUNTING = (KEPT, LOST)

    chain = models.ForeignKey(Chain, models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    hint = SealedTextField(blank=True, default="")
    name = SealedTextField(blank=True, default="")
    note = SealedTextField(blank=True, default="")
    quantities = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=STATES, default=KEPT)
    by = models.PositiveSmallIntegerField(null=True)
    dwelling = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    by_hand = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "chain", "position"], name="chain_line_once"
            )
        ]

    def __str__(self) -> str:
        return self.state

    @property
    def amounts(self) -> tuple[Quantity, ...]:
        """How much of what."""
        return tuple(
            Quantity(Decimal(amount), unit, item) for amount, unit, item in self.quantities
        )

    @property
    def counts(self) -> bool:
        return self.state in self.COUNTING

    @property
    def as_seen(self) -> str:
        """What stands in it, as a mark by which a page knows whether it still does."""
        said = (self.name, self.note, self.quantities, self.counts, str(self.dwelling_id))
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]


def as_kept(quantities: Iterable[Quantity]) -> list[list[Any]]:
    """Quantities as a row keeps them."""
    return [[str(each.amount), each.unit, each.item] for each in quantities]
