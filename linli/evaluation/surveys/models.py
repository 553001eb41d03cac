"""A survey, the frame its sample was drawn from, who is still to be invited, and what came of it.

What is asked and answered lies in the questionnaire (`mechanisms/questionnaire`). Nothing here
points at a slip or an answer sheet, and nothing at a person.
"""

from fractions import Fraction
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.evaluation.surveys.words import HOW, METHODS, STRATA

THOUSANDTHS = 1000


class Survey(CommunityRow):
    """One wave. Its title, days, questions and state are those of its questionnaire.

    `sets`: the sets of the bank it is composed of. `frame_on`: the day as of which the register
    was counted; `frame_units`: dwellings (a household each) or persons it held then. `seed`: with
    it and the register of that day the draw can be repeated. `reckoned_at`: when its estimates
    were reckoned; `published_on`: from then on everybody may read them, and the seed is gone.
    """

    questionnaire = models.OneToOneField(
        "questionnaire.Questionnaire", models.CASCADE, related_name="+"
    )
    purpose = models.CharField(_("为了什么"), max_length=200)
    sets = models.JSONField(default=list)
    how = models.CharField(_("问谁"), max_length=6, choices=HOW, default="sample")
    strata = models.CharField(_("分层"), max_length=8, choices=STRATA, default="compound")
    frame_on = models.DateField(null=True)
    frame_units = models.PositiveIntegerField(default=0)
    seed = models.CharField(max_length=32, blank=True)
    reached = models.PositiveIntegerField(default=0)
    reckoned_at = models.DateTimeField(null=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, related_name="+")
    published_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "questionnaire"], name="survey_of_questionnaire"
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(reckoned_at__isnull=False),
                name="survey_reckoned_before_published",
            ),
            models.CheckConstraint(
                condition=Q(seed="") | Q(frame_on__isnull=False), name="survey_drawn_from_frame"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-published_on"], name="survey_published")
        ]

    def __str__(self) -> str:
        return f"survey {self.pk}"

    @property
    def title(self) -> Any:
        """What the questionnaire is called, in the reader's language."""
        return self.questionnaire.name

    @property
    def state(self) -> str:
        """draft, open, closed, or published."""
        return "published" if self.published_on else self.questionnaire.state

    @property
    def is_stuck(self) -> bool:
        """Whether the reckoning stopped on its way and goes on only when somebody says so."""
        stopped = self.job is not None and self.job.state in ("paused", "failed", "cancelled")
        return stopped and not self.reckoned_at

    @property
    def state_label(self) -> Any:
        """The state in words."""
        if self.state == "closed":
            if self.reckoned_at:
                return _("已结束，等公布")
            return _("已结束，没有算出来") if self.is_stuck else _("已结束，正在计算")
        return _("结果已公布") if self.published_on else self.questionnaire.get_state_display()

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return {"draft": "new", "open": "open", "closed": "waiting", "published": "done"}[
            self.state
        ]


class FrameCell(CommunityRow):
    """How many residents of 18 and over of one age band, sex and registration the register held
    on the day of the frame: what the answers are weighted to. A part it does not know is empty;
    nothing is weighted to such a cell, and its residents are counted. A count and no list."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="cells")
    cell = models.CharField(max_length=60)
    residents = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "survey", "cell"], name="framecell_once")
        ]

    def __str__(self) -> str:
        return self.cell


class Invitation(CommunityRow):
    """A door that is still to be asked at: the dwelling, and which age band and sex was drawn
    there where persons are asked. No name. It goes once somebody was reached or refused (only the
    count stays), and all of them go at the close. It knows no slip."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitations")
    dwelling = models.ForeignKey("places.Place", models.CASCADE, related_name="+")
    stratum = models.CharField(max_length=40)
    whom = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "survey", "stratum"], name="invitation_of")
        ]

    def __str__(self) -> str:
        return "invitation"


class Estimate(CommunityRow):
    """One figure of one wave, reckoned at the close.

    `numerator` over `denominator` is the share (a net may be negative). `answers`: sheets that
    have a value; `dont_know` and `not_applicable` are told apart, `missing` left it out.
    `se`, `low`, `high` in parts of one (of a Gini: the bounds). `enough`: whether it may be told
    as a figure (30 answers, and within 10 points); `few`: so few said yes, or said no, that it is
    told in words only. `population`: who it is estimated for, residents of 18 and over (of
    `asked_all`: everybody served); `drawn`: who was asked.
    """

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="estimates")
    item = models.CharField(max_length=40)
    method = models.CharField(max_length=16, choices=METHODS)
    numerator = models.BigIntegerField()
    denominator = models.BigIntegerField()
    se = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    design_effect = models.FloatField(null=True)
    n_eff = models.FloatField(null=True)
    answers = models.PositiveIntegerField()
    dont_know = models.PositiveIntegerField(default=0)
    not_applicable = models.PositiveIntegerField(default=0)
    missing = models.PositiveIntegerField(default=0)
    sheets = models.PositiveIntegerField()
    drawn = models.PositiveIntegerField()
    population = models.PositiveIntegerField()
    enough = models.BooleanField(default=False)
    few = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "survey", "item"], name="estimate_once"),
            models.CheckConstraint(condition=Q(denominator__gt=0), name="estimate_of_something"),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True)
                | Q(low__gte=-1, high__gte=F("low"), high__lte=1),
                name="estimate_interval",
            ),
        ]

    def __str__(self) -> str:
        return self.item

    @property
    def share(self) -> Fraction:
        """The value, in parts of one, to the thousandth of one of the population."""
        return Fraction(self.numerator, self.denominator)

    @property
    def valid(self) -> int:
        """Sheets with a value."""
        return self.answers


class Breakdown(CommunityRow):
    """One figure by one mark (age, sex, registration, where one lives), as it may be shown: for
    each group, [yes, no, don't know]; null where hidden. What is hidden is not kept here."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="breakdowns")
    item = models.CharField(max_length=40)
    by = models.CharField(max_length=8)
    rows = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "survey", "item", "by"], name="breakdown_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.by}"
