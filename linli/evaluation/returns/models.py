"""What was sent upward, what came, and by whose key each file is believed."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.evaluation.models.figures import PERIOD_KINDS
from linli.evaluation.periods import Period, period_of
from linli.evaluation.returns.lines import WITH_VALUE

ANSWERS = [
    ("accepted", _("已采用")),
    ("questions", _("已采用，有疑问")),
    ("sent_back", _("退回")),
]


class KnownKey(CommunityRow):
    """The public key of another instance, believed by an office for one community (`below`) or
    by a community for an office (`above`) once its fingerprint was compared, or once a second
    person has confirmed it. A new key ends the former one."""

    SIDES = [("below", _("社区的公钥")), ("above", _("上级的公钥"))]
    HOW = [("compared", _("对过指纹")), ("second", _("第二个人确认"))]

    office = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    side = models.CharField(max_length=5, choices=SIDES)
    public_key = models.CharField(max_length=44)
    fingerprint = models.CharField(max_length=39)
    registered_at = models.DateTimeField()
    registered_by = models.UUIDField(null=True)
    how = models.CharField(max_length=8, choices=HOW, blank=True)
    confirmed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "office", "side", "public_key"],
                condition=Q(ended_at__isnull=True),
                name="known_key_once",
            ),
            models.UniqueConstraint(
                fields=["community", "office", "side"],
                condition=Q(ended_at__isnull=True, confirmed_at__isnull=False),
                name="known_key_one_believed",
            ),
            models.CheckConstraint(
                condition=Q(how="", confirmed_at__isnull=True)
                | ~Q(how="") & Q(confirmed_at__isnull=False),
                name="known_key_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return self.fingerprint

    @property
    def is_believed(self) -> bool:
        return self.confirmed_at is not None and self.ended_at is None


class _OfPeriod(CommunityRow):
    """What a file is of: one community to one office, one period, told as it stood on `through`;
    each further file of the period is the next edition."""

    office = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    period_kind = models.CharField(max_length=7, choices=PERIOD_KINDS)
    starts = models.DateField()
    ends = models.DateField()
    through = models.DateField()
    edition = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64)
    body = models.BinaryField()
    lines = models.PositiveIntegerField()

    class Meta:
        abstract = True

    @property
    def period(self) -> Period:
        """The month, quarter or year it tells of."""
        return period_of(self.period_kind, self.starts)


class SentReturn(_OfPeriod):
    """A file that was made to go up, byte for byte as it went, and the answer that came back:
    `answer` as it is told in the answer's file, empty while there is none."""

    made_at = models.DateTimeField()
    answer = models.JSONField(default=dict)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "office", "period_kind", "starts", "edition"],
                name="sent_return_edition_once",
            ),
            models.UniqueConstraint(fields=["community", "digest"], name="sent_return_once"),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="sent_return_period"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer={}) | Q(answered_at__isnull=False),
                name="sent_return_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.period_kind} {self.starts} ({self.edition})"


class Explanation(CommunityRow):
    """Why a value that was asked about is so, in the words of the sending community. It goes
    along with the next file of the period."""

    office = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    period_kind = models.CharField(max_length=7, choices=PERIOD_KINDS)
    starts = models.DateField()
    kind = models.CharField(max_length=20)
    indicator = models.CharField(max_length=8, blank=True)
    of_period = models.CharField(max_length=7, blank=True)
    text = models.CharField(max_length=400)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=[
                    "community", "office", "period_kind", "starts", "kind", "indicator",
                    "of_period",
                ],
                name="explanation_once",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="explanation_said"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind} {self.indicator} {self.of_period}"


class Return(_OfPeriod):
    """A file that came. It counts for nothing before the office has answered that it is taken;
    then the latest edition of a period stands for it. `key` is the one it was believed by, empty
    where this same instance had signed it."""

    STATES = [("waiting", _("待答复")), *ANSWERS]

    key = models.ForeignKey(KnownKey, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=STATES, default="waiting")
    reason = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "office", "digest"], name="return_once"),
            models.UniqueConstraint(
                fields=["community", "office", "period_kind", "starts", "edition"],
                name="return_edition_once",
            ),
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="return_period"),
            models.CheckConstraint(
                condition=Q(state="waiting", answered_at__isnull=True)
                | ~Q(state="waiting") & Q(answered_at__isnull=False),
                name="return_answered",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent_back") | ~Q(reason=""), name="return_sent_back_why"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["office", "-received_at"], name="return_of_office"),
        ]

    def __str__(self) -> str:
        return f"{self.period_kind} {self.starts} ({self.edition})"

    @property
    def counts(self) -> bool:
        """Whether its values were taken."""
        return self.state in ("accepted", "questions")


class ReturnedValue(CommunityRow):
    """One line of a return. A hidden one is stored as hidden: neither as nought nor as nothing."""

    of = models.ForeignKey(Return, models.CASCADE, related_name="values")
    indicator = models.CharField(max_length=8)
    version = models.PositiveSmallIntegerField()
    period_kind = models.CharField(max_length=7, choices=PERIOD_KINDS)
    starts = models.DateField()
    numerator = models.BigIntegerField(null=True)
    denominator = models.BigIntegerField(null=True)
    n = models.BigIntegerField(null=True)
    se = models.FloatField(null=True)
    status = models.CharField(max_length=12)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "of", "indicator", "period_kind", "starts"],
                name="returned_value_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=WITH_VALUE,
                    numerator__isnull=False,
                    denominator__isnull=False,
                    denominator__gt=0,
                )
                | Q(
                    status__in=("hidden", "no_records", "no_register"),
                    numerator__isnull=True,
                    denominator__isnull=True,
                    n__isnull=True,
                    se__isnull=True,
                ),
                name="returned_value_or_status",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["community", "period_kind", "starts", "indicator"], name="returned_lookup"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}@{self.version} {self.period_kind} {self.starts}"


class Flag(CommunityRow):
    """One thing the office's checks asked about, and what the sender said to it."""

    of = models.ForeignKey(Return, models.CASCADE, related_name="flags")
    kind = models.CharField(max_length=20)
    indicator = models.CharField(max_length=8, blank=True)
    period = models.CharField(max_length=7, blank=True)
    numbers = models.JSONField(default=dict)
    explanation = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "of", "kind", "indicator", "period"], name="flag_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.indicator} {self.period}"
