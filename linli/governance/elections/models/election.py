"""One election, the offices it fills, and the rounds in which it is decided."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.elections.flows import ELECTION
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version

MODES = [
    ("electors", _("全体有选举权的居民")),
    ("households", _("每户派代表")),
    ("representatives", _("居民代表")),
]
OFFICES = [
    ("director", _("主任")),
    ("deputy_director", _("副主任")),
    ("committee_member", _("委员")),
]


class Election(FlowRow):
    """One change of term, or one by-election for the rest of a term.

    `mode` is empty until it is decided (art. 14), `mode_decision` says by whom and where.
    `jurisdiction` names the pack that judges it, taken once from the community's code, so that
    moving a boundary later changes nothing that was decided. The roll is a `ballot.Electorate`;
    each round has a `ballot.Poll` of its own over that same roll.
    """

    KINDS = [("term", _("换届选举")), ("by_election", _("补选"))]

    flow = ELECTION

    kind = models.CharField(_("类别"), max_length=12, choices=KINDS)
    title = models.CharField(_("名称"), max_length=80)
    mode = models.CharField(_("选举方式"), max_length=16, choices=MODES, blank=True)
    mode_decision = models.CharField(_("方式由谁决定、依据"), max_length=200, blank=True)
    mode_decided_on = models.DateField(_("决定日期"), null=True, blank=True)
    committee_decision = models.CharField(_("选举委员会由谁推选"), max_length=200, blank=True)
    committee_chosen_on = models.DateField(_("推选日期"), null=True, blank=True)
    day = models.DateField(_("选举日"))
    term_starts = models.DateField(_("任期自"))
    term_ends = models.DateField(_("任期至"))
    outgoing_ends = models.DateField(_("本届届满"), null=True, blank=True)
    jurisdiction = models.CharField(max_length=20, blank=True)
    electorate = models.ForeignKey("ballot.Electorate", models.PROTECT, null=True, related_name="+")
    roll_posted_on = models.DateField(null=True)
    candidates_posted_on = models.DateField(null=True)
    declared_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(_("报街道备案"), null=True)
    handed_over_on = models.DateField(null=True)

    class Meta:
        constraints = [
            in_states_of(ELECTION, "election_state"),
            models.CheckConstraint(
                condition=Q(mode__in=["", *(mode for mode, _title in MODES)]),
                name="election_mode",
            ),
            models.CheckConstraint(
                condition=Q(mode="") | ~Q(mode_decision=""), name="election_mode_was_decided"
            ),
            models.CheckConstraint(
                condition=Q(term_ends__gt=models.F("term_starts")), name="election_term"
            ),
            models.UniqueConstraint(
                fields=["community", "kind"],
                condition=~Q(state__in=["archived", "cancelled"]),
                name="election_one_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["community", "-day"], name="election_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"

    def face(self) -> Face:
        return Face(
            title=self.title,
            url_name="elections:desk_election",
            url_args={"community_code": self.community.code, "election_id": str(self.pk)},
            holder=Holder(post="election_committee" if self.state != "planned" else "director"),
        )


class ElectionStep(StepRow):
    """One step of an election."""

    case = models.ForeignKey(Election, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("election_step_version")]


class Office(CommunityRow):
    """One office an election fills, with its number of seats; in the order of the ballot."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="offices")
    office = models.CharField(_("职务"), max_length=20, choices=OFFICES)
    seats = models.PositiveSmallIntegerField(_("名额"))
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "election", "office"], name="office_once"),
            models.CheckConstraint(condition=Q(seats__gte=1), name="office_seats"),
            models.CheckConstraint(
                condition=Q(office__in=[office for office, _title in OFFICES]), name="office_known"
            ),
        ]
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.office} {self.seats}"


class Round(CommunityRow):
    """One round of voting: the first, or a further election for the seats left (art. 19).

    `outcome` is what was declared with every step of its derivation, kept as it was judged on
    that day by the pack of that day; nothing recomputes it.
    """

    election = models.ForeignKey(Election, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    day = models.DateField()
    poll = models.OneToOneField("ballot.Poll", models.PROTECT, related_name="+")
    valid = models.BooleanField(null=True)
    outcome = models.JSONField(default=dict)
    declared_at = models.DateTimeField(null=True)
    announced_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "election", "number"], name="round_number"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="round_from_one"),
            models.CheckConstraint(
                condition=Q(valid__isnull=True) | Q(declared_at__isnull=False),
                name="round_declared",
            ),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"round {self.number}"
