"""The matter itself."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.people.sealed import SealedTextField
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.matters.flows import MATTER
from linli.service.matters.models.kinds import HANDLING

CHANNELS = [
    ("web", _("手机网页")),
    ("tag", _("楼道二维码")),
    ("phone", _("电话")),
    ("walk_in", _("到窗口")),
    ("paper", _("意见箱")),
    ("message", _("微信等消息")),
    ("import", _("表格导入")),
]


class Matter(FlowRow):
    """One thing a resident asked for, reported or complained of.

    `text` is as it was said and stays inside; `public_text` is what everybody may read, only
    ever filled by a worker who has looked. `place` is as fine as was given, `public_place`
    never finer than the entrance. Contact data are sealed, optional, and forgotten with the
    matter's retention. Whoever holds the receipt is the sender: no account is needed.
    """

    flow = MATTER

    receipt = models.CharField(max_length=20, unique=True, editable=False)
    kind = models.ForeignKey("matters.Kind", models.PROTECT, related_name="+")
    title = models.CharField(_("一句话"), max_length=80)
    text = models.TextField(_("情况"), max_length=4000)
    wanted = models.CharField(_("希望怎样解决"), max_length=400, blank=True)
    channel = models.CharField(_("来源"), max_length=12, choices=CHANNELS)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    where = models.CharField(_("具体位置"), max_length=200, blank=True)
    spot = models.CharField(max_length=64, editable=False)
    lat = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    lon = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)

    raised_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    sender = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    contact_name = SealedTextField(blank=True, default="")
    contact_phone = SealedTextField(blank=True, default="")

    handling = models.CharField(max_length=14, choices=HANDLING, blank=True)
    assignee = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    body = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")

    public_title = models.CharField(max_length=80, blank=True)
    public_text = models.TextField(max_length=4000, blank=True)
    public_place = models.CharField(max_length=120, blank=True)
    published_at = models.DateTimeField(null=True)
    answer = models.TextField(_("答复"), max_length=4000, blank=True)
    public_answer = models.TextField(max_length=4000, blank=True)
    responded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    sender_forgotten_at = models.DateTimeField(null=True)
    reopened = models.PositiveSmallIntegerField(default=0)

    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    split_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    batch = models.ForeignKey(
        "matters.ImportBatch", models.PROTECT, null=True, related_name="matters"
    )
    outside_key = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            in_states_of(MATTER, "matter_state"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("raised_at")),
                name="matter_answered_after_raised",
            ),
            models.CheckConstraint(
                condition=~Q(state="merged") | Q(merged_into__isnull=False),
                name="matter_merged_into_one",
            ),
            models.UniqueConstraint(
                fields=["community", "outside_key"],
                condition=~Q(outside_key=""),
                name="matter_outside_key",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "state", "-raised_at", "id"], name="matter_queue"),
            models.Index(fields=["community", "-raised_at", "id"], name="matter_newest"),
            models.Index(fields=["community", "kind", "spot", "-raised_at"], name="matter_pattern"),
            models.Index(fields=["community", "body", "state"], name="matter_body"),
            models.Index(fields=["community", "assignee", "state"], name="matter_assignee"),
            models.Index(fields=["community", "-answered_at"], name="matter_answered"),
            models.Index(
                fields=["community", "-published_at", "id"],
                condition=Q(published_at__isnull=False),
                name="matter_published",
            ),
            models.Index(
                fields=["community", "kind", "-published_at", "id"],
                condition=Q(published_at__isnull=False),
                name="matter_published_kind",
            ),
            models.Index(fields=["sender", "-raised_at"], name="matter_sender"),
            models.Index(fields=["batch", "id"], name="matter_batch"),
        ]

    def __str__(self) -> str:
        return self.receipt

    def face(self) -> Face:
        """How it shows on its clocks: by its kind, never by what was said. The committee stays
        answerable while a body has it, so the handler holds the clocks all the time."""
        account = self.assignee_id
        return Face(
            title=self.kind.titles,
            url_name="matters:show",
            url_args={"community_code": self.community.code, "matter_id": str(self.pk)},
            holder=Holder(account=account, post="" if account else "worker"),
        )

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody can be asked back except through the receipt."""
        return self.sender_id is None and not self.contact_phone


class MatterStep(StepRow):
    """One step of a matter's life."""

    case = models.ForeignKey(Matter, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("matter_step_version")]
