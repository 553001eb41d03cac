"""Election day: the ballots that were printed, and who is on duty at which station."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.elections.models.election import Round


class Printing(CommunityRow):
    """A run of ballots that was printed for a station: its serials, `first` to `last`.

    Serials stand on the stubs alone and are never printed twice in a round, so that stubs,
    papers handed out and papers left over can be held against each other; a ballot bears none.
    `destroyed` counts those of the run that were never handed out and were destroyed before
    witnesses.
    """

    round = models.ForeignKey(Round, models.CASCADE, related_name="printings")
    station = models.ForeignKey("ballot.Station", models.PROTECT, related_name="+")
    first = models.PositiveIntegerField(_("起始编号"))
    last = models.PositiveIntegerField(_("末尾编号"))
    large = models.BooleanField(_("大字版"), default=False)
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    destroyed = models.PositiveIntegerField(_("销毁张数"), null=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "round", "first"], name="printing_first"),
            models.CheckConstraint(condition=Q(first__gte=1), name="printing_from_one"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="printing_in_order"),
            models.CheckConstraint(
                condition=Q(destroyed__isnull=True, destroyed_at__isnull=True)
                | (
                    Q(destroyed__isnull=False, destroyed_at__isnull=False)
                    & Q(destroyed__lte=F("last") - F("first") + 1)
                ),
                name="printing_destroyed",
            ),
        ]
        ordering = ["first"]

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"

    @property
    def number(self) -> int:
        """How many ballots the run has."""
        return self.last - self.first + 1


class Duty(CommunityRow):
    """Somebody on duty at a station for some hours. Nobody who is a candidate, and no near
    relative of one, is (art. 19). The roster hangs at the station, so it says names and tasks
    and nothing else; whoever has an account is known by it, so that kinship can be seen."""

    TASKS = [
        ("lead", _("站长")),
        ("roll", _("核对选民、发票")),
        ("scribe", _("代写")),
        ("order", _("引导、维持秩序")),
        ("box", _("看护票箱")),
        ("carry", _("流动票箱")),
        ("count", _("计票、唱票")),
    ]

    station = models.ForeignKey("ballot.Station", models.CASCADE, related_name="+")
    name = models.CharField(_("姓名"), max_length=40)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    task = models.CharField(_("职责"), max_length=6, choices=TASKS)
    begins = models.TimeField(_("从"))
    ends = models.TimeField(_("到"))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "station", "name", "task", "begins"], name="duty_once"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="duty_hours"),
            models.CheckConstraint(
                condition=Q(task__in=["lead", "roll", "scribe", "order", "box", "carry", "count"]),
                name="duty_task",
            ),
        ]
        ordering = ["begins", "task"]

    def __str__(self) -> str:
        return self.task


class Assistance(CommunityRow):
    """How many were helped to vote at a station in one way. A count and nothing else: who was
    helped, and with what disability, is written down nowhere (the ballot is secret)."""

    WAYS = [
        ("write", _("代写（本人指定的人，不是候选人）")),
        ("read", _("读给听、手语、写字板")),
        ("large", _("大字选票")),
        ("access", _("接送、轮椅通道、优先投票")),
        ("home", _("流动票箱上门")),
    ]

    station = models.ForeignKey("ballot.Station", models.CASCADE, related_name="+")
    way = models.CharField(_("怎样帮的"), max_length=6, choices=WAYS)
    number = models.PositiveIntegerField(_("几位"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "station", "way"], name="assistance_way"),
            models.CheckConstraint(
                condition=Q(way__in=["write", "read", "large", "access", "home"]),
                name="assistance_known_way",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.number}"
