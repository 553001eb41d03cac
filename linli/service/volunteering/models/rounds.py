"""Meals brought, visits made, patients accompanied: to whom a shift leads, one after another."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.service.volunteering import words
from linli.service.volunteering.models.calls import Shift, VolunteerCall


class Receiver(CommunityRow):
    """Somebody who wished to be called on by a service, and agreed to it; they pause or end it
    whenever they like. `note`: what whoever comes must know, and no more."""

    call = models.ForeignKey(VolunteerCall, models.CASCADE, related_name="receivers")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    order = models.PositiveSmallIntegerField(_("第几家"))
    note = SealedTextField(_("上门的人要知道的"), blank=True, default="")
    consent_way = models.CharField(_("本人怎样同意的"), max_length=6, choices=words.CONSENT_WAYS)
    consented_at = models.DateTimeField()
    paused_until = models.DateField(_("停到哪天"), null=True, blank=True)
    ended_at = models.DateTimeField(null=True)
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "call", "person"],
                condition=Q(ended_at__isnull=True, person__isnull=False),
                name="receiver_once",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "call", "order"], name="receiver_of_call")
        ]

    def __str__(self) -> str:
        return f"receiver {self.pk}"

    def is_on(self, on: date) -> bool:
        """Whether they wish it on that day; the last day of a pause is still paused."""
        return self.ended_at is None and (self.paused_until is None or on > self.paused_until)


class RoundStop(CommunityRow):
    """What came of one call at one home on one shift: ticked on the way.
    Nobody home is told to the worker at once and stands open until they say what came of it."""

    shift = models.ForeignKey(Shift, models.CASCADE, related_name="stops")
    receiver = models.ForeignKey(Receiver, models.CASCADE, related_name="stops")
    order = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=7, choices=words.STOPS)
    ticked_at = models.DateTimeField()
    ticked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    raised_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    settled_for = SealedTextField(_("后来怎么样"), blank=True, default="")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "shift", "receiver"], name="round_stop_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["done", "nobody", "refused"]), name="round_stop_state"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "shift", "order"], name="round_stop_of_shift"),
            models.Index(
                fields=["community", "ticked_at"],
                condition=Q(state="nobody", settled_at__isnull=True),
                name="round_stop_missed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.state}"

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return words.STOP_TONES[self.state]
