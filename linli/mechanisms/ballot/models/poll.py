"""What is voted on: the poll, its questions, and what can be marked."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.core.places.walls import Wall
from linli.mechanisms.ballot.models.electorate import Electorate


class Poll(CommunityRow):
    """One vote over one roll. It knows nothing of whoever holds it but the page that shows it.

    `secret`: papers go into the box and nobody is tied to any. Otherwise they bear their
    elector, are weighed, and each sees only their own. `opens_at` and `closes_at` are announced;
    `opened_at` and `closed_at` are what came about. A closed poll never opens again.

    `listed`: after the close every paper is published by its number (`PaperList`); said before it
    opens, of secret polls alone. `list_head` stands for that list, to the letter.
    """

    STATES: ClassVar = [
        ("preparing", _("筹备中")),
        ("open", _("投票中")),
        ("closed", _("投票结束")),
        ("settled", _("结果已确定")),
        ("void", _("作废")),
    ]

    electorate = models.ForeignKey(Electorate, models.PROTECT, related_name="polls")
    title = models.CharField(max_length=120)
    secret = models.BooleanField(default=True)
    on_paper = models.BooleanField(default=True)
    on_screen = models.BooleanField(default=False)
    listed = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=STATES, default="preparing")
    version = models.PositiveIntegerField(default=0)
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    marks_forgotten_at = models.DateTimeField(null=True)
    marked = models.PositiveIntegerField(null=True)
    list_head = models.CharField(max_length=64, blank=True)
    url_name = models.CharField(max_length=80, blank=True)
    url_args = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state="preparing", opened_at__isnull=True, closed_at__isnull=True)
                | Q(state="open", opened_at__isnull=False, closed_at__isnull=True)
                | Q(state__in=["closed", "settled"], opened_at__isnull=False)
                & Q(closed_at__isnull=False)
                | Q(state="void"),
                name="poll_state",
            ),
            models.CheckConstraint(
                condition=Q(on_paper=True) | Q(on_screen=True), name="poll_somewhere"
            ),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True)
                | Q(opens_at__isnull=True)
                | Q(closes_at__gt=F("opens_at")),
                name="poll_period",
            ),
            # The roll's marks go only once the result is final; their number stays.
            models.CheckConstraint(
                condition=Q(marks_forgotten_at__isnull=True)
                | Q(state__in=["settled", "void"], marked__isnull=False),
                name="poll_marks_forgotten",
            ),
            models.CheckConstraint(
                condition=Q(listed=False) | Q(secret=True), name="poll_listed_is_secret"
            ),
            models.CheckConstraint(
                condition=Q(list_head="") | Q(listed=True, state__in=["closed", "settled", "void"]),
                name="poll_list_after_the_close",
            ),
            # The head that was told stands: another list would have another head.
            Wall(
                name="poll_list_head_stands",
                event="UPDATE",
                when="OLD.list_head <> '' AND NEW.list_head <> OLD.list_head",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "electorate"], name="poll_electorate"),
            models.Index(fields=["closes_at"], condition=Q(state="open"), name="poll_closing"),
        ]

    def __str__(self) -> str:
        return f"poll {self.pk} {self.state}"

    @property
    def is_over(self) -> bool:
        """Whether no paper can be cast any more, whatever the clock says."""
        return self.state in ("closed", "settled", "void")

    def takes_papers(self, at: datetime) -> bool:
        """Whether papers may be cast at that moment."""
        return (
            self.state == "open"
            and (self.opened_at is None or self.opened_at <= at)
            and (self.closes_at is None or at < self.closes_at)
        )


class Question(CommunityRow):
    """One question on the paper.

    `choose`: mark up to `seats` of the options. `approve`: for, against or abstain of each, for
    at most `seats` of them. `motion`: one answer, for, against or abstain, without options.
    `points`: that many points are shared out among the options, at most `most` to one.
    `write_ins`: how many lines for others stand below (另选他人); each counts as one marked.
    """

    FORMS: ClassVar = [
        ("choose", _("选择")),
        ("approve", _("逐项表决")),
        ("motion", _("议题表决")),
        ("points", _("打分")),
    ]

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    form = models.CharField(max_length=7, choices=FORMS)
    seats = models.PositiveSmallIntegerField(default=1)
    write_ins = models.PositiveSmallIntegerField(default=0)
    points = models.PositiveSmallIntegerField(default=0)
    most = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "poll", "position"], name="question_position"
            ),
            models.CheckConstraint(
                condition=Q(form__in=["choose", "approve"], seats__gte=1, points=0, most=0)
                | Q(form="motion", seats=1, write_ins=0, points=0, most=0)
                | Q(form="points", seats=1, write_ins=0, most__gte=1, points__gte=F("most")),
                name="question_form",
            ),
            models.CheckConstraint(condition=Q(position__gte=1), name="question_from_one"),
        ]

    def __str__(self) -> str:
        return f"question {self.position}"

    @property
    def takes_all(self) -> bool:
        """Whether every option may be marked at once: approval of as many as one likes."""
        return self.form == "choose" and self.seats >= len(self.options.all())

    @property
    def blank_lines(self) -> range:
        """The lines for others, as a printed paper draws them."""
        return range(self.write_ins)


class Option(CommunityRow):
    """What can be marked: a candidate, a project. `person` only where it is somebody of the
    register, who agreed to stand."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "question", "position"], name="option_position"
            ),
            models.CheckConstraint(condition=Q(position__gte=1), name="option_from_one"),
        ]

    def __str__(self) -> str:
        return f"option {self.position}"
