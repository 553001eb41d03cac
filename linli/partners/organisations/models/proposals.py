"""The proposal box: a suggestion of whoever lives here, answered within what was promised."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.partners.organisations.flows_proposals import PROPOSAL
from linli.partners.organisations.unit_words import VIAS


class Proposal(FlowRow):
    """A suggestion that is no matter to be put right and no topic to be talked over (yet). `words`
    is how it was said, sealed and read by the desk and by whoever said it; `title` and `about` are
    what everybody reads after a look (`shown_on`). There is no field for a name: `account` where
    somebody was signed in, else whoever bears the receipt is who said it."""

    flow = PROPOSAL

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    receipt = models.CharField(max_length=20, unique=True)
    words = SealedTextField(_("建议"))
    via = models.CharField(_("怎么来的"), max_length=4, choices=VIAS)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    title = models.CharField(_("一句话的建议"), max_length=60, blank=True)
    about = models.CharField(_("说明"), max_length=300, blank=True)
    shown_on = models.DateField(null=True)
    seconders = models.PositiveIntegerField(default=0)
    answer = models.CharField(_("答复"), max_length=400, blank=True)
    way_on = models.CharField(_("接下来怎么办"), max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    forgotten_on = models.DateField(null=True)

    becomes_topic = False
    """Whether its answer makes it a topic to be talked over; a crossing does, nothing is kept."""

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(PROPOSAL, "proposal_state"),
            models.UniqueConstraint(fields=["community", "year", "serial"], name="proposal_number"),
            models.CheckConstraint(
                condition=Q(state__in=["received", "withdrawn"])
                | Q(forgotten_on__isnull=False)
                | ~Q(answer=""),
                name="proposal_answered",
            ),
            models.CheckConstraint(
                condition=Q(shown_on__isnull=True) | ~Q(title=""), name="proposal_shown_in_words"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-id"], name="proposal_by_state"),
            models.Index(fields=["community", "account"], name="proposal_of_account"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2026-3."""
        return f"{self.year}-{self.serial}"

    def face(self) -> Face:
        """On the list of what is due: never with its words."""
        return Face(
            title=in_both(_("居民建议")),
            url_name="organisations:proposal_desk",
            url_args={"community_code": self.community.code, "proposal_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class ProposalStep(StepRow):
    """One step of a proposal."""

    case = models.ForeignKey(Proposal, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("proposalstep_version")]


class Seconding(CommunityRow):
    """Somebody thinks so too: kept so that nobody does twice. Everybody reads a count from the
    floor on (`Proposal.seconders`), and nobody a list."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="secondings")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "proposal", "account"], name="seconding_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.proposal_id)
