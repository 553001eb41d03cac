"""Who says they will take part, and who objects to the list that was posted."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.governance.elections.flows import OBJECTION
from linli.governance.elections.models.election import Election
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version

GROUNDS = [
    ("hukou", _("户籍在本社区")),
    ("resident", _("户籍不在本社区，常住本社区")),
    ("worker", _("外地户籍社区工作者，工作满六个月")),
]


class Registration(CommunityRow):
    """A resident who says they will take part (art. 16), on one of three grounds.

    `registered` where the roster bears the ground out or the committee has confirmed it;
    `applied` while the committee has to look. In household mode the one who is registered
    speaks for the `household`; a community worker says since when they work here (`worker_since`).
    """

    STATES = [
        ("applied", _("待确认")),
        ("registered", _("已登记")),
        ("refused", _("未予登记")),
        ("withdrawn", _("本人撤回")),
    ]
    WAYS = [("self", _("本人网上登记")), ("desk", _("窗口登记")), ("visit", _("上门登记"))]

    election = models.ForeignKey(Election, models.CASCADE, related_name="registrations")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", models.PROTECT, null=True, related_name="+")
    ground = models.CharField(_("依据"), max_length=10, choices=GROUNDS)
    way = models.CharField(_("登记方式"), max_length=6, choices=WAYS)
    state = models.CharField(max_length=10, choices=STATES)
    registered_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    refusal = models.CharField(_("未予登记的理由"), max_length=200, blank=True)
    paper = models.CharField(_("依据的材料"), max_length=120, blank=True)
    worker_since = models.DateField(_("从哪天起在本社区工作"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "election", "person"], name="registration_person"
            ),
            models.UniqueConstraint(
                fields=["community", "election", "household"],
                condition=Q(household__isnull=False, state__in=["applied", "registered"]),
                name="registration_household",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""), name="registration_refusal_said"
            ),
        ]
        indexes = [
            models.Index(fields=["community", "election", "state"], name="registration_state")
        ]

    def __str__(self) -> str:
        return self.state


class Objection(FlowRow):
    """An objection to the posted roll: somebody is missing, does not belong, or is listed
    wrongly. Decided within three days of receipt; the outcome is posted (art. 17)."""

    KINDS = [
        ("missing", _("应列未列")),
        ("wrong", _("不应列而列")),
        ("mistake", _("姓名等有误")),
    ]

    flow = OBJECTION

    election = models.ForeignKey(Election, models.CASCADE, related_name="objections")
    kind = models.CharField(_("异议"), max_length=8, choices=KINDS)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    elector = models.ForeignKey("ballot.Elector", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    text = models.CharField(_("事实和理由"), max_length=1000)
    lodged_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    public_reason = models.CharField(_("处理结果（公布）"), max_length=400, blank=True)

    class Meta:
        constraints = [in_states_of(OBJECTION, "objection_state")]
        indexes = [models.Index(fields=["community", "election", "state"], name="objection_queue")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    def face(self) -> Face:
        return Face(
            title=str(_("选民名单异议")),
            url_name="elections:objection",
            url_args={
                "community_code": self.community.code,
                "election_id": str(self.election_id),
                "objection_id": str(self.pk),
            },
            holder=Holder(post="election_committee"),
        )


class ObjectionStep(StepRow):
    """One step of an objection."""

    case = models.ForeignKey(Objection, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("objection_step_version")]
