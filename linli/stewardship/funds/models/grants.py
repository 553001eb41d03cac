"""A call for small grants, the groups' bids, the scores, the stages of payment, the reports."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.stewardship.funds.flows import BID, CALL
from linli.stewardship.funds.models.sources import Source
from linli.stewardship.funds.models.spending import Receipt, Request


class GrantCall(FlowRow):
    """What groups may apply for: so much of a source, no bid above `most_fen`, scored by criteria
    worth a hundred points, funded from `pass_mark` on. `filed_only`: only organisations on record
    may apply. All of it is fixed when it is published."""

    flow = CALL

    title = models.CharField(_("名称"), max_length=60)
    about = models.CharField(_("支持什么"), max_length=400)
    source = models.ForeignKey(Source, models.PROTECT, related_name="calls")
    fen = models.PositiveBigIntegerField(_("总额"))
    most_fen = models.PositiveBigIntegerField(_("每个申请最多"))
    pass_mark = models.PositiveSmallIntegerField(_("及格分"), default=60)
    filed_only = models.BooleanField(_("只给登记备案了的社区社会组织"), default=False)
    opens_on = models.DateField(_("从哪天起"))
    closes_on = models.DateField(_("到哪天为止"))

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(CALL, "funds_call_state"),
            models.UniqueConstraint(fields=["community", "title"], name="funds_call_title"),
            models.CheckConstraint(
                condition=Q(most_fen__gt=0, most_fen__lte=F("fen"), pass_mark__lte=100),
                name="funds_call_sums",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="funds_call_term"
            ),
        ]
        ordering: ClassVar = ["-opens_on"]

    def __str__(self) -> str:
        return self.title


class GrantCallStep(StepRow):
    """One step of a call."""

    case = models.ForeignKey(GrantCall, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("funds_grantcallstep_version")]


class Criterion(CommunityRow):
    """By what bids are scored, and what it is worth."""

    call = models.ForeignKey(GrantCall, models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("标准"), max_length=60)
    points = models.PositiveSmallIntegerField(_("满分"))

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "call", "order"], name="funds_criterion_order"
            )
        ]
        ordering: ClassVar = ["order"]

    def __str__(self) -> str:
        return self.title


class Scorer(CommunityRow):
    """Who scores a call, under which post; told by post, not by name."""

    call = models.ForeignKey(GrantCall, models.CASCADE, related_name="scorers")
    account = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    post = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "call", "account"], name="funds_scorer_once"
            )
        ]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.post


class Bid(FlowRow):
    """A group's bid. Everybody reads it once the call is closed; so it names no person. Whoever
    handed it in follows it; a group without an account hands it in at the window. `registered`: the
    organisation on record it is, as whoever keeps that register told it (`groups.py`). `near`: what
    was declared of interests, `how_near` for the scorers and the desk alone; nothing where nobody
    was asked yet. `reason`: why it was supported or not, in words beside the reckoning `why`.
    `returned`: what was not used came back."""

    flow = BID

    call = models.ForeignKey(GrantCall, models.PROTECT, related_name="bids")
    group = models.CharField(_("哪个小组或社会组织"), max_length=60)
    registered = models.UUIDField(null=True, editable=False)
    title = models.CharField(_("想做什么"), max_length=60)
    plan = models.TextField(_("怎么做"), max_length=1200)
    fen = models.PositiveBigIntegerField(_("申请金额"))
    near = models.BooleanField(_("和评审人或居委会有利益关系"), null=True)
    how_near = models.CharField(_("什么关系"), max_length=200, blank=True)
    handed_in_at = models.DateTimeField()
    handed_in_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    why = models.CharField(max_length=10, blank=True)
    place = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    returned = models.OneToOneField(Receipt, models.PROTECT, null=True, related_name="returned_by")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(BID, "funds_bid_state"),
            models.CheckConstraint(condition=Q(fen__gt=0), name="funds_bid_something"),
            models.UniqueConstraint(
                fields=["community", "call", "registered"],
                condition=Q(registered__isnull=False) & ~Q(state="withdrawn"),
                name="funds_bid_registered",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "call", "state"], name="funds_bid_call")
        ]
        ordering: ClassVar = ["place", "handed_in_at", "id"]

    def __str__(self) -> str:
        return self.title


class BidStep(StepRow):
    """One step of a bid."""

    case = models.ForeignKey(Bid, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("funds_bidstep_version")]


class Score(CommunityRow):
    """What one scorer gives a bid: points by criterion (its order → points), with a word on it; or
    that they stand aside, because they belong to the group or are near to it."""

    bid = models.ForeignKey(Bid, models.CASCADE, related_name="scores")
    scorer = models.ForeignKey(Scorer, models.CASCADE, related_name="scores")
    points = models.JSONField(default=dict)
    words = models.CharField(_("理由"), max_length=200, blank=True)
    aside = models.BooleanField(_("我回避"), default=False)
    scored_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "bid", "scorer"], name="funds_score_once"),
            models.CheckConstraint(
                condition=Q(aside=False) | Q(points={}), name="funds_score_aside"
            ),
        ]

    def __str__(self) -> str:
        return str(self.total)

    @property
    def total(self) -> int:
        """The sum over all criteria."""
        return sum(self.points.values())


class Stage(CommunityRow):
    """A part of a grant: paid through a request, so by two hands; reported by the group before the
    next one is paid. `spent_fen` and `served`: what the report says; `report` names nobody."""

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    fen = models.PositiveBigIntegerField(_("金额"))
    condition = models.CharField(_("做到什么"), max_length=120)
    request = models.OneToOneField(Request, models.PROTECT, null=True, related_name="+")
    report = models.TextField(_("做了什么"), max_length=1200, blank=True)
    spent_fen = models.PositiveBigIntegerField(_("用了多少"), null=True)
    served = models.PositiveIntegerField(_("多少人次参加"), null=True)
    reported_on = models.DateField(null=True)
    reported_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    accepted_on = models.DateField(null=True)
    sent_back = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "bid", "number"], name="funds_stage_order"
            ),
            models.CheckConstraint(
                condition=Q(fen__gt=0) & (Q(accepted_on__isnull=True) | ~Q(report="")),
                name="funds_stage_accepted",
            ),
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return str(self.number)
