"""The lines of the catalogue as the community keeps them, and each disclosure of one."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.posts import POSTS
from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both
from linli.core.places.scope import CommunityRow
from linli.governance.oversight import words
from linli.governance.oversight.flows.disclosure import DISCLOSED
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version

PREPARER_CHOICES = [(name, POSTS[name].title) for name in words.PREPARERS]
CHECKER_CHOICES = [(name, POSTS[name].title) for name in words.CHECKERS]


class CatalogueLine(TitledInBoth, CommunityRow):
    """A line of the catalogue as this community keeps it, from `since` until (not with) `until`:
    one of its own, or a shipped one (`shipped`) with another rhythm or other hands."""

    key = models.SlugField(max_length=40)
    shipped = models.BooleanField(default=False)
    title = models.CharField(_("公开什么"), max_length=80)
    title_en = models.CharField(_("英文名称"), max_length=120, blank=True)
    holds = models.CharField(_("包括哪些内容"), max_length=300)
    every = models.CharField(_("多久公布一次"), max_length=10, choices=words.RHYTHMS)
    day = models.PositiveSmallIntegerField(_("期满后的下个月几号前"), default=10)
    ground = models.CharField(
        _("频次的依据"), max_length=10, choices=words.GROUNDS, default="promise"
    )
    source = models.CharField(_("依据说明"), max_length=200, blank=True)
    preparer = models.CharField(_("谁起草"), max_length=20, choices=PREPARER_CHOICES)
    checker = models.CharField(_("谁核对"), max_length=20, choices=CHECKER_CHOICES)
    channels = models.JSONField(_("公布在哪里"), default=list)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "key"],
                condition=Q(until__isnull=True),
                name="catalogueline_key",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="catalogueline_term"
            ),
            models.CheckConstraint(
                condition=Q(every__in=[name for name, _title in words.RHYTHMS]),
                name="catalogueline_every",
            ),
            models.CheckConstraint(condition=Q(day__lte=31), name="catalogueline_day"),
        ]

    def __str__(self) -> str:
        return self.key


class Disclosure(FlowRow):
    """One line of the catalogue for one period: the rows as they are to be posted, what was left
    out and why, by whom it was prepared and checked, and the posting it became.

    `digest`: of the rows as the records gave them, empty where it was filled in by hand. Rows
    and notes say nothing of a person; the posting's template sees to it again.
    """

    flow = DISCLOSED

    line = models.SlugField(max_length=40)
    category = models.CharField(max_length=12, choices=words.CATEGORIES)
    title = models.CharField(max_length=80)
    title_en = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField()
    due_on = models.DateField(null=True)
    rows = models.JSONField(default=list)
    sums = models.JSONField(default=dict)
    left_out = models.JSONField(default=list)
    nothing = models.BooleanField(default=False)
    note = models.TextField(max_length=2000, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    prepared_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    prepared_as = models.CharField(max_length=40, blank=True)
    checked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    checked_as = models.CharField(max_length=40, blank=True)
    checked_on = models.DateField(null=True)
    posting = models.ForeignKey("publication.Posting", models.PROTECT, null=True, related_name="+")
    posted_on = models.DateField(null=True)
    days = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(DISCLOSED, "disclosure_state"),
            models.UniqueConstraint(
                fields=["community", "line", "since", "until"],
                condition=~Q(state="dropped"),
                name="disclosure_once",
            ),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="disclosure_period"),
            models.CheckConstraint(
                condition=~Q(state="posted")
                | Q(posting__isnull=False, posted_on__isnull=False, days__isnull=False),
                name="disclosure_posted",
            ),
            # Four eyes, whoever writes the row.
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True)
                | Q(prepared_by__isnull=True)
                | ~Q(checked_by=F("prepared_by")),
                name="disclosure_four_eyes",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["checked", "posted"]) | Q(checked_on__isnull=False),
                name="disclosure_checked",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "line", "-until", "id"], name="disclosure_line"),
            models.Index(fields=["community", "state", "due_on"], name="disclosure_state_due"),
            models.Index(fields=["community", "due_on"], name="disclosure_due"),
            models.Index(fields=["community", "posting"], name="disclosure_posting"),
        ]

    def __str__(self) -> str:
        return f"{self.line} {self.since}"

    @property
    def titles(self) -> dict[str, str]:
        """What it is called, in both languages."""
        return in_both(self.title, self.title_en)

    @property
    def titles_told(self) -> str:
        """What it is called, for the reader."""
        return for_reader(self.titles)

    def face(self) -> Face:
        """On the list of what is due: the worker prepares, another checks, the director posts."""
        holder = {"checking": "supervisor", "checked": "director"}.get(self.state, "worker")
        return Face(
            title=self.titles,
            url_name="oversight:show",
            url_args={"community_code": self.community.code, "disclosure_id": str(self.pk)},
            holder=Holder(post=holder),
        )


class DisclosureStep(StepRow):
    """One step of a disclosure."""

    case = models.ForeignKey(Disclosure, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("disclosurestep_version")]
