"""Lost and found (民法典 314–318): what was found, where, since when, and how it went on."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.safety.hazards.flows import FOUND


class FoundThing(FlowRow):
    """`thing` is read by everybody and told broadly; `marks` is what only its owner can know.
    `until`: the last day it is kept here; then it goes to the police."""

    flow = FOUND

    year = models.PositiveSmallIntegerField(editable=False)
    serial = models.PositiveIntegerField(editable=False)
    thing = models.CharField(_("是什么"), max_length=80)
    where = models.CharField(_("在哪里捡到的"), max_length=120)
    found_on = models.DateField(_("哪天捡到的"))
    posted_on = models.DateField(editable=False)
    until = models.DateField(editable=False)
    marks = SealedTextField(_("认领时要对上的特征"), blank=True, default="")
    finder = SealedTextField(_("拾得人的联系方式"), blank=True, default="")
    claimant = SealedTextField(_("领回人"), blank=True, default="")
    proof = SealedTextField(_("怎么核对的"), blank=True, default="")
    ended_on = models.DateField(null=True, editable=False)
    paper = models.CharField(_("接收回执编号"), max_length=80, blank=True, editable=False)
    blanked_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(FOUND, "foundthing_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="foundthing_number"
            ),
            models.CheckConstraint(
                condition=Q(state="kept") | Q(ended_on__isnull=False), name="foundthing_ended"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "until"], name="foundthing_until")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """How it is called: its year and its place in it."""
        return f"{self.year}-{self.serial:03d}"


class FoundStep(StepRow):
    """One step of a found thing."""

    case = models.ForeignKey(FoundThing, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("foundstep_version")]


class LostReport(CommunityRow):
    """Somebody misses a thing; only the desk reads who."""

    thing = models.CharField(_("丢了什么"), max_length=80)
    where = models.CharField(_("大概在哪里丢的"), max_length=120)
    lost_on = models.DateField(_("哪天丢的"))
    contact = SealedTextField(_("怎么联系您"), blank=True, default="")
    reported_at = models.DateTimeField(editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-reported_at"]
        indexes: ClassVar = [
            models.Index(fields=["community", "-reported_at"], name="lostreport_list")
        ]

    def __str__(self) -> str:
        return self.thing
