"""Who sits on the committee from when to when, what was handed over, and recalls."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.elections.flows import RECALL
from linli.governance.elections.models.election import MODES, OFFICES, Election, Round
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version


class Membership(CommunityRow):
    """One person's seat on the residents' committee: the register of who holds which office.

    `until` is the first day without it, `term_ends` the day on which the committee's term is over
    if nothing ends it before. `holding` is the post that opens the desk, for those who have an
    account. `round` is null for those who sat before Linli kept the record.
    """

    ENDS = [
        ("term", _("任期届满")),
        ("resigned", _("辞职经同意")),
        ("recalled", _("罢免")),
        ("incapacity", _("丧失行为能力")),
        ("sentence", _("被判处刑罚")),
        ("appraisal", _("连续两次评议不称职")),
        ("void", _("当选无效")),
        ("died", _("去世")),
    ]

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    name = models.CharField(_("姓名"), max_length=80)
    office = models.CharField(_("职务"), max_length=20, choices=OFFICES)
    round = models.ForeignKey(Round, models.PROTECT, null=True, related_name="memberships")
    votes = models.PositiveIntegerField(null=True)
    since = models.DateField(_("任职自"))
    term_ends = models.DateField(_("任期至"), null=True)
    until = models.DateField(_("职务终止日期"), null=True)
    ended_for = models.CharField(max_length=10, choices=ENDS, blank=True)
    ended_paper = models.CharField(_("依据"), max_length=200, blank=True)
    holding = models.OneToOneField("access.Holding", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=Q(until__isnull=True),
                name="membership_one_office",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="membership_term"
            ),
            models.CheckConstraint(
                condition=Q(term_ends__isnull=True) | Q(term_ends__gt=F("since")),
                name="membership_term_ends",
            ),
            models.CheckConstraint(
                condition=Q(office__in=[office for office, _title in OFFICES]),
                name="membership_office_known",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, ended_for="")
                | (Q(until__isnull=False) & ~Q(ended_for="")),
                name="membership_ended_for",
            ),
        ]
        indexes = [models.Index(fields=["community", "office", "since"], name="membership_office")]

    def __str__(self) -> str:
        return f"{self.office} {self.since}"


class HandoverItem(CommunityRow):
    """One thing the outgoing committee hands to the new one (art. 25): given by one account, taken
    by another. What was not there to give is `missing`, with a note of what becomes of it."""

    KINDS = [
        ("seal", _("印章")),
        ("accounts", _("账目、票据、现金")),
        ("property", _("房产、设备、钥匙")),
        ("files", _("居务档案")),
        ("matters", _("未办结的事项")),
        ("other", _("其他")),
    ]

    election = models.ForeignKey(Election, models.CASCADE, related_name="handover")
    kind = models.CharField(_("类别"), max_length=10, choices=KINDS)
    what = models.CharField(_("内容"), max_length=200)
    amount = models.CharField(_("数量"), max_length=60, blank=True)
    position = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    missing = models.BooleanField(_("没有或者缺失"), default=False)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "election", "position"], name="handover_position"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["seal", "accounts", "property", "files", "matters", "other"]),
                name="handover_kind",
            ),
            models.CheckConstraint(
                condition=Q(given_by__isnull=True)
                | Q(taken_by__isnull=True)
                | ~Q(given_by=F("taken_by")),
                name="handover_two_sides",
            ),
            models.CheckConstraint(
                condition=Q(missing=False) | ~Q(note=""), name="handover_missing_explained"
            ),
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return self.kind

    @property
    def is_done(self) -> bool:
        """Whether both sides have said that it went over, or that there is nothing to go over."""
        return self.given_at is not None and self.taken_at is not None


class Recall(FlowRow):
    """A demand to recall a member, with its reasons, its defence and its vote (art. 20).

    `base` is whose signatures count (all with the vote, households, or representatives) and
    `base_count` how many of them there are, as found by whoever checked. `mode` is the way in
    which the member was elected, which is the way of the vote. `outcome` keeps what was judged,
    of the petition and of the vote, as it was judged on that day.
    """

    BASES = [
        ("electors", _("有选举权的居民")),
        ("households", _("户的代表")),
        ("representatives", _("居民代表")),
    ]

    flow = RECALL

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="recalls")
    reasons = models.TextField(_("罢免理由"), max_length=4000)
    asked_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()
    base = models.CharField(_("由谁联名"), max_length=16, choices=BASES)
    mode = models.CharField(_("表决方式"), max_length=16, choices=MODES)
    base_count = models.PositiveIntegerField(null=True)
    base_source = models.CharField(max_length=200, blank=True)
    defence = models.TextField(_("申辩"), max_length=4000, blank=True)
    electorate = models.ForeignKey("ballot.Electorate", models.PROTECT, null=True, related_name="+")
    poll = models.OneToOneField("ballot.Poll", models.PROTECT, null=True, related_name="+")
    outcome = models.JSONField(default=dict)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            in_states_of(RECALL, "recall_state"),
            models.CheckConstraint(
                condition=Q(base__in=["electors", "households", "representatives"]),
                name="recall_base",
            ),
            models.CheckConstraint(
                condition=Q(mode__in=[mode for mode, _title in MODES]), name="recall_mode"
            ),
            models.CheckConstraint(
                condition=Q(base_count__isnull=True) | ~Q(base_source=""),
                name="recall_base_has_a_source",
            ),
            models.UniqueConstraint(
                fields=["community", "membership"],
                condition=Q(state__in=["collecting", "submitted", "accepted", "polling"]),
                name="recall_one_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["community", "-asked_on"], name="recall_asked")]

    def __str__(self) -> str:
        return self.state


class RecallStep(StepRow):
    """One step of a recall."""

    case = models.ForeignKey(Recall, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("recall_step_version")]


class RecallSignature(CommunityRow):
    """One who joined in the demand. Counted against the base; never published. Where households
    sign, each has one signature."""

    recall = models.ForeignKey(Recall, models.CASCADE, related_name="signatures")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", models.SET_NULL, null=True, related_name="+")
    signed_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "recall", "person"], name="recall_signature_once"
            ),
            models.UniqueConstraint(
                fields=["community", "recall", "household"],
                condition=Q(household__isnull=False, withdrawn_on__isnull=True),
                name="recall_signature_household",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signed_on:%F}"
