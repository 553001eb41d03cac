"""A round of the budget residents decide on, its rules as they were published, who vets what."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.core.places.walls import Wall, append_only
from linli.governance.budgeting.flows import ROUND
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Round(FlowRow):
    """So much money (`fen`), where it comes from, what may be asked for, and until which day each
    phase runs (the day included). `area`: the compound or building it is for; None: everywhere in
    the community. `ideas_each`: how many one person may send. `paid_from`: the pot of money what
    wins is paid from (`money.pots_of`), where it is kept here.

    `papers`, `counted`: how many papers there were, and how many said the same (the ballots as the
    count takes them, without a number or an order), written once at the count and never again.
    `lot`: what decides ties, drawn from the published seed and the frozen roll when the vote opens.
    `spent_fen` and `left_fen`: what it came to when it ended.
    """

    flow = ROUND

    title = models.CharField(_("名称"), max_length=80)
    fen = models.PositiveBigIntegerField()
    source = models.CharField(_("钱从哪里来"), max_length=200)
    paid_from = models.UUIDField(null=True)
    area = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    asks = models.TextField(_("可以提什么，不可以提什么"), max_length=1000)
    ideas_each = models.PositiveSmallIntegerField(_("每人最多提几个"), default=3)
    ideas_until = models.DateField(_("点子收到哪天"))
    vetting_until = models.DateField(_("审查到哪天"))
    vote_from = models.DateField(_("哪天开始投票"))
    vote_until = models.DateField(_("投票到哪天"))
    lot = models.CharField(max_length=64, blank=True)
    poll = models.OneToOneField("ballot.Poll", models.PROTECT, null=True, related_name="+")
    papers = models.PositiveIntegerField(null=True)
    counted = models.JSONField(null=True)
    spent_fen = models.PositiveBigIntegerField(null=True)
    left_fen = models.PositiveBigIntegerField(null=True)
    drafted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(ROUND, "budget_round_state"),
            models.CheckConstraint(condition=Q(fen__gt=0), name="budget_round_has_money"),
            models.CheckConstraint(
                condition=Q(ideas_until__lt=F("vetting_until"))
                & Q(vetting_until__lt=F("vote_from"))
                & Q(vote_from__lte=F("vote_until")),
                name="budget_round_days_in_order",
            ),
            # A vote stands on a poll, and a result on a count.
            models.CheckConstraint(
                condition=~Q(state__in=["voting", "closed", "counted", "decided", "ended"])
                | Q(poll__isnull=False),
                name="budget_round_poll",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["counted", "decided", "ended"])
                | Q(papers__isnull=False, counted__isnull=False),
                name="budget_round_counted",
            ),
            models.CheckConstraint(
                condition=~Q(state="ended") | Q(spent_fen__isnull=False, left_fen__isnull=False),
                name="budget_round_ended",
            ),
            # What was told of it, and what was counted: the database itself keeps both.
            Wall(
                name="budget_round_money_stands",
                event="UPDATE",
                when="OLD.state <> 'drafted' AND NEW.fen <> OLD.fen",
            ),
            Wall(
                name="budget_round_lot_stands",
                event="UPDATE",
                when="OLD.lot <> '' AND NEW.lot <> OLD.lot",
            ),
            Wall(
                name="budget_round_count_stands",
                event="UPDATE",
                when="OLD.counted IS NOT NULL AND (NEW.counted IS NULL"
                " OR NEW.counted <> OLD.counted OR NEW.papers IS NULL"
                " OR NEW.papers <> OLD.papers)",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-drafted_at", "id"], name="budget_round_newest")
        ]

    def __str__(self) -> str:
        return f"round {self.pk}"

    def face(self) -> Face:
        """On the list of what is due: the director leads to the next phase."""
        return Face(
            title=self.title,
            url_name="budgeting:desk",
            url_args={"community_code": self.community.code, "round_id": str(self.pk)},
            holder=Holder(post="director"),
        )


class RoundStep(StepRow):
    """One step of a round."""

    case = models.ForeignKey(Round, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("budget_roundstep_version")]


class Ruling(CommunityRow):
    """How a round is voted on and counted, as it was published before the vote. A row is written
    once and never changed: another publication is another row with the next `number`, and once
    the vote is open there is no other. `sha256` is that of all its columns as published.

    `most`: of `up_to` how many one may mark, of `points` how many points one has; `each`: how many
    points one project can be given. `voter_age` and `roll_on`: who may vote. `left_to`: where the
    money that is left over goes.
    """

    FORMS: ClassVar = [
        ("approval", _("赞成几个都行")),
        ("up_to", _("最多选几个")),
        ("points", _("分点数")),
    ]
    METHODS: ClassVar = [
        ("equal_shares", _("平均分额")),
        ("greedy", _("按票数，放不下的跳过")),
        ("greedy_no_skip", _("按票数，放不下就停")),
    ]
    COMPLETIONS: ClassVar = [
        ("add1", _("逐步加份额，直到花不下")),
        ("none", _("不补足，余钱留下")),
    ]
    STOPS: ClassVar = [
        ("exhaustive", _("余下的钱再也放不进能选上的项目时停")),
        ("overshoot", _("超出总额时停")),
    ]

    round = models.ForeignKey(Round, models.PROTECT, related_name="rulings")
    number = models.PositiveSmallIntegerField()
    form = models.CharField(_("怎样投"), max_length=8, choices=FORMS)
    most = models.PositiveSmallIntegerField(null=True)
    each = models.PositiveSmallIntegerField(null=True)
    method = models.CharField(_("怎样算"), max_length=14, choices=METHODS)
    completion = models.CharField(_("没有花完的"), max_length=8, choices=COMPLETIONS)
    stop = models.CharField(_("什么时候停"), max_length=10, choices=STOPS)
    step_fen = models.PositiveIntegerField()
    ties = models.CharField(max_length=40)
    lot = models.CharField(_("抽签的种子"), max_length=40)
    least = models.PositiveIntegerField(_("至少要几票"), default=0)
    threshold = models.BooleanField(_("花钱多的要票数多"), default=False)
    compared = models.BooleanField(_("多数人更愿意按票数的，改用按票数"), default=False)
    voter_age = models.PositiveSmallIntegerField(_("满多少周岁可以投票"))
    roll_on = models.DateField(_("以哪一天的居民名册为准"))
    left_to = models.CharField(_("余下的钱去哪里"), max_length=200)
    sha256 = models.CharField(max_length=64)
    published_on = models.DateField()
    at = models.DateTimeField()
    posting = models.ForeignKey("publication.Posting", models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "round", "number"], name="ruling_number"),
            models.CheckConstraint(
                condition=Q(form="approval", most__isnull=True, each__isnull=True)
                | Q(form="up_to", most__gte=1, each__isnull=True)
                | Q(form="points", most__gte=1, each__gte=1),
                name="ruling_form",
            ),
            models.CheckConstraint(
                condition=Q(method__in=["equal_shares", "greedy", "greedy_no_skip"])
                & Q(completion__in=["add1", "none"])
                & Q(stop__in=["exhaustive", "overshoot"])
                & Q(step_fen__gte=1)
                & ~Q(lot=""),
                name="ruling_count",
            ),
            # What hangs on the board is what the vote is counted by: the database itself keeps it.
            *append_only("ruling"),
        ]

    def __str__(self) -> str:
        return f"ruling {self.number}"


ASPECTS = [
    ("lawful", _("合法")),
    ("possible", _("做得成")),
    ("cost", pgettext_lazy("vetting", "费用")),
    ("upkeep", _("以后的维护")),
]
"""What every idea is looked at for, in this order."""


class Vetter(CommunityRow):
    """Who looks at every idea of a round for one thing: named, and answering in their post."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="vetters")
    aspect = models.CharField(max_length=8, choices=ASPECTS)
    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    post = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "round", "aspect"], name="vetter_aspect"),
            models.CheckConstraint(
                condition=Q(aspect__in=[key for key, _title in ASPECTS]), name="vetter_known_aspect"
            ),
        ]

    def __str__(self) -> str:
        return f"vetter {self.aspect}"
