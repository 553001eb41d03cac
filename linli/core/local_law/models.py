"""The values a place has entered, and the stamp by which every process knows they have changed."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.lib.identity.ids import new_id
from linli.lib.law import Citation, Parameter
from linli.lib.law.citations import LOCAL, Status
from linli.lib.law.packs import ParameterStatus, read_value


class Edition(models.Model):
    """One row: the stamp of the law as it stands. Each change takes its place in line by locking
    it and leaves a stamp never seen before, so that what was built from the rows of one stamp is
    known to be true, or not, by asking for the stamp alone: in any process, and in a transaction
    that may still be undone."""

    number = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    stamp = models.UUIDField(default=uuid4)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(number=1), name="local_law_one_edition")
        ]

    def __str__(self) -> str:
        return str(self.stamp)


class LocalValue(models.Model):
    """One number of one rule, as a community (or, entered on the machine, a whole county, city or
    province) keeps it from one day to another, both included.

    It is proposed by one person and in force once a second one confirms it. A confirmed row is
    never changed but for its last day, and never deleted: what was judged by it goes on citing it.
    `jurisdiction` is where it holds, `issuer` whose text it is: a province's rule that only one
    community has looked up is the province's, and holds in that community.
    """

    STATES: ClassVar = [
        ("proposed", _("等待第二人确认")),
        ("confirmed", _("已确认")),
        ("withdrawn", _("没有通过")),
    ]
    STATUSES: ClassVar = [
        ("verified", _("法规或者上级文件的规定，已对照原文")),
        ("promise", _("本社区自己的承诺，已经集体讨论决定")),
    ]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    community = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    jurisdiction = models.CharField(max_length=40)
    issuer = models.CharField(max_length=40)
    rule = models.CharField(max_length=80)
    value = models.CharField(max_length=20)
    """As a pack writes it: `10`, `2/3`, `true`."""
    unit = models.CharField(max_length=15)
    in_force_from = models.DateField()
    in_force_to = models.DateField(null=True)
    status = models.CharField(max_length=10, choices=STATUSES)
    source = models.CharField(max_length=120)
    article = models.CharField(max_length=40, blank=True)
    signed = models.CharField(max_length=40)
    """Who declares to have held the number against the text: as they sign."""
    state = models.CharField(max_length=10, choices=STATES, default="proposed")
    entered_by = models.ForeignKey("access.Account", models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField()
    settled_by = models.ForeignKey("access.Account", models.PROTECT, null=True, related_name="+")
    """Who confirmed or did not; nobody where whoever entered it took it back on the machine."""
    settled_at = models.DateTimeField(null=True)
    end_asked = models.DateField(null=True)
    """The last day somebody asks for, until a second person confirms that too."""
    end_asked_by = models.ForeignKey("access.Account", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(in_force_to__isnull=True) | Q(in_force_to__gte=F("in_force_from")),
                name="local_value_term",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed")
                | (Q(settled_by__isnull=False) & Q(settled_at__isnull=False)),
                name="local_value_confirmed_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="confirmed")
                | Q(entered_by__isnull=True)
                | ~Q(settled_by=F("entered_by")),
                name="local_value_four_eyes",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "rule", "in_force_from"],
                condition=Q(state="confirmed"),
                name="local_value_once_from_a_day",
            ),
            models.UniqueConstraint(
                fields=["jurisdiction", "rule"],
                condition=Q(state="proposed"),
                name="local_value_one_proposal",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["jurisdiction", "state", "rule"], name="local_value_of_place")
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction} {self.rule} {self.value}"

    @property
    def cite_key(self) -> str:
        """By what a finding cites it."""
        return f"{LOCAL}.{self.pk.hex}"

    def parameter(self) -> Parameter:
        """The row as rules read it."""
        given: object = self.value
        if self.unit == "switch":
            given = self.value == "true"
        elif self.unit != "share":
            given = int(self.value)
        return Parameter(
            jurisdiction=self.jurisdiction,
            rule=self.rule,
            value=read_value(given, self.unit),
            unit=self.unit,
            source=self.source,
            in_force_from=self.in_force_from,
            in_force_to=self.in_force_to,
            status=ParameterStatus(self.status),
            article=self.article,
            cites=(self.cite_key,),
            verified_on=self.entered_at.date(),
        )

    def citation(self) -> Citation:
        """The text it stands on, as a finding shows it."""
        return Citation(
            key=self.cite_key,
            title=self.source,
            title_en=self.source,
            article=self.article,
            in_force_from=self.in_force_from,
            paraphrase="",
            paraphrase_en="",
            status=Status.VERIFIED,
            verified_on=self.entered_at.date(),
        )
