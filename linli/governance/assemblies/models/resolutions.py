"""What was decided, and what became of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.assemblies.flows import RESOLUTION
from linli.governance.assemblies.words import DECIDERS, MATTERS
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Resolution(FlowRow):
    """A decision of the assembly, of the representatives' meeting, or of the committee. Followed
    until it is carried out, changed or revoked: `owner` carries it out, by `due_on`.

    `topic` with its votes is where a meeting took it; the committee's own has none.
    """

    flow = RESOLUTION

    topic = models.OneToOneField(
        "assemblies.Topic", models.PROTECT, null=True, related_name="resolution"
    )
    body = models.CharField(_("作出决定的"), max_length=24, choices=DECIDERS)
    matter = models.CharField(_("属于"), max_length=16, choices=MATTERS, default="other")
    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    title = models.CharField(_("标题"), max_length=120)
    text = models.TextField(_("决定的内容"), max_length=8000)
    adopted_on = models.DateField()
    owner = models.ForeignKey(
        "access.Body", models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(_("落实期限"), null=True, blank=True)
    done_on = models.DateField(null=True)
    changed_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="changes")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(RESOLUTION, "resolution_state"),
            models.UniqueConstraint(
                fields=["community", "body", "year", "serial"], name="resolution_number"
            ),
            models.CheckConstraint(
                condition=~Q(state="carried_out") | Q(done_on__isnull=False),
                name="resolution_done_when",
            ),
            models.CheckConstraint(
                condition=Q(topic__isnull=False) | Q(body="committee"),
                name="resolution_of_a_meeting",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-adopted_on", "id"], name="resolution_newest"),
            models.Index(fields=["community", "state"], name="resolution_in_state"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its body and year: 2026-3."""
        return f"{self.year}-{self.serial}"

    def face(self) -> Face:
        """On the list of what is due: whoever carries it out holds it, else the director."""
        return Face(
            title=self.title,
            url_name="assemblies:resolution_desk",
            url_args={"community_code": self.community.code, "resolution_id": str(self.pk)},
            holder=Holder(post="director"),
        )


class ResolutionStep(StepRow):
    """One step of a resolution."""

    case = models.ForeignKey(Resolution, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("resolutionstep_version")]


class Authorisation(CommunityRow):
    """That the assembly let the representatives' meeting decide a kind of reserved matter
    (art. 30): by one of its resolutions, or by an earlier one on paper, with where it is."""

    matter = models.CharField(_("授权事项"), max_length=16, choices=MATTERS)
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.CharField(_("依据"), max_length=200)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=~Q(matter="other"), name="authorisation_of_a_reserved_matter"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "matter", "since"], name="authorisation_matter")
        ]

    def __str__(self) -> str:
        return f"{self.matter} {self.since}"
