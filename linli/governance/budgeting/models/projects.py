"""What stood on the ballot, and what became of what won: bought, built, accepted, rated."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.core.places.walls import Wall
from linli.governance.budgeting.flows import PROJECT
from linli.governance.budgeting.models.ideas import Idea
from linli.governance.budgeting.models.rounds import Round
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Project(FlowRow):
    """An idea that passed, as it stood on the ballot: its number there, what it costs, what its
    upkeep takes a year and who sees to it. None of this changes once the rules are published.

    `due_on`: by when it is to be done. `result`: what everybody reads once it is.
    """

    flow = PROJECT

    round = models.ForeignKey(Round, models.CASCADE, related_name="projects")
    idea = models.OneToOneField(Idea, models.PROTECT, related_name="project")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=60)
    fen = models.PositiveBigIntegerField()
    upkeep_fen = models.PositiveBigIntegerField()
    upkeep_by = models.CharField(max_length=80)
    due_on = models.DateField(_("做到哪天"), null=True)
    result = models.TextField(_("做成了什么"), max_length=600, blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar[list[Any]] = [
            in_states_of(PROJECT, "project_state"),
            models.UniqueConstraint(
                fields=["community", "round", "position"], name="project_position"
            ),
            models.CheckConstraint(
                condition=Q(fen__gt=0, position__gte=1), name="project_cost_something"
            ),
            Wall(
                name="project_as_on_the_ballot",
                event="UPDATE",
                when="NEW.fen <> OLD.fen OR NEW.title <> OLD.title OR NEW.position <> OLD.position",
            ),
        ]

    def __str__(self) -> str:
        return f"project {self.position}"

    def face(self) -> Face:
        """How it shows where it is due."""
        return Face(
            title=self.title,
            url_name="budgeting:project_desk",
            url_args={"community_code": self.community.code, "project_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class ProjectStep(StepRow):
    """One step of a project."""

    case = models.ForeignKey(Project, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("projectstep_version")]


class Purchase(CommunityRow):
    """Something bought for a project: what, from whom, for how much."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="purchases")
    what = models.CharField(_("买了什么"), max_length=80)
    supplier = models.CharField(_("从哪家单位"), max_length=80)
    fen = models.PositiveBigIntegerField()
    on = models.DateField(_("哪天"))

    class Meta:
        ordering: ClassVar = ["on", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(fen__gt=0), name="purchase_cost_something")
        ]

    def __str__(self) -> str:
        return f"purchase {self.pk}"


class Acceptor(CommunityRow):
    """A resident named to look at what was built and say whether it is as promised. `says` is
    None until they have said; `words` are read by everybody, their name by nobody but the desk."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="acceptors")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    says = models.BooleanField(null=True)
    words = models.TextField(max_length=300, blank=True)
    said_on = models.DateField(null=True)
    on_paper = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "project", "person"], name="acceptor_once"
            ),
            models.CheckConstraint(
                condition=Q(says__isnull=True, said_on__isnull=True)
                | Q(says__isnull=False, said_on__isnull=False),
                name="acceptor_said",
            ),
        ]

    def __str__(self) -> str:
        return f"acceptor {self.pk}"


class Rating(CommunityRow):
    """What one resident thinks of a project that is done, from 1 to 5; the last one counts. Who it
    was stands here only as a keyed token of this project, so that each counts once."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="ratings")
    token = models.CharField(max_length=32)
    stars = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "project", "token"], name="rating_once"),
            models.CheckConstraint(condition=Q(stars__range=(1, 5)), name="rating_stars"),
        ]

    def __str__(self) -> str:
        return "rating"
