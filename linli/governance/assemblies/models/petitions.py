"""Residents ask that they be called together."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.assemblies.flows import PETITION
from linli.governance.assemblies.words import BASES, BODIES
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Petition(FlowRow):
    """A petition to call a meeting (arts. 26 and 28). `signed_by` is in which capacity people
    sign, `base` the figure they are counted against, frozen when it began. Signatures in
    different capacities never mix. `title` and `text` are public: whoever started it wrote them
    to be read. `signed`: how many had signed, once the signatures are destroyed."""

    flow = PETITION

    body = models.CharField(_("要求召集"), max_length=24, choices=BODIES)
    signed_by = models.CharField(_("由谁联名"), max_length=16, choices=BASES)
    base = models.ForeignKey("assemblies.Figure", models.PROTECT, related_name="+")
    needed = models.PositiveIntegerField()
    title = models.CharField(_("要议什么"), max_length=80)
    text = models.TextField(_("理由"), max_length=2000)
    started_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    started_at = models.DateTimeField()
    enough_at = models.DateTimeField(null=True)
    signed = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(PETITION, "petition_state"),
            models.CheckConstraint(
                condition=Q(state__in=["gathering", "ended"]) | Q(enough_at__isnull=False),
                name="petition_enough_when",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-started_at"], name="petition_state_at")
        ]

    def __str__(self) -> str:
        return f"petition {self.pk}"

    def face(self) -> Face:
        """On the committee's list of what is due: the director must call."""
        return Face(
            title=self.title,
            url_name="assemblies:petition_desk",
            url_args={"community_code": self.community.code, "petition_id": str(self.pk)},
            holder=Holder(post="director"),
        )


class PetitionStep(StepRow):
    """One step of a petition."""

    case = models.ForeignKey(Petition, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("petitionstep_version")]


class Signature(CommunityRow):
    """One signature, by somebody in the base. The list of who signed is the committee's to
    check and nobody else's to see; the public reads the number."""

    WAYS: ClassVar = [("account", _("账号")), ("paper", _("纸质签名"))]

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="signatures")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", models.SET_NULL, null=True, related_name="+")
    way = models.CharField(max_length=8, choices=WAYS)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "petition", "person"], name="signature_person_once"
            ),
            models.UniqueConstraint(
                fields=["community", "petition", "household"],
                condition=Q(household__isnull=False),
                name="signature_household_once",
            ),
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"
