"""A vote of owners: what is asked, of whom, and the paper of each owner on its way."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.governance.property.models.estate import Estate, Owner


class OwnersVote(CommunityRow):
    """One vote of the owners of a scope: the estate, a building or entrance, or those who share a
    cost. `electorate` is the roll as it was frozen at the notice, one line an owner, with heads and
    area; `law_on` the day whose shares it is judged by. `method` government: prepared and exported
    here, voted there, the totals entered with `document_no`. `outcome`: the totals, no person.
    """

    SCOPES: ClassVar = [
        ("estate", _("全体业主")),
        ("building", _("一栋楼或一个单元的业主")),
        ("sharing", _("分摊这笔费用的业主")),
    ]
    METHODS: ClassVar = [
        ("here", _("在这里投票（屏幕和纸）")),
        ("government", _("用政府的表决系统")),
    ]
    STATES: ClassVar = [
        ("draft", _("准备中")),
        ("noticed", _("已通知")),
        ("open", _("投票中")),
        ("closed", _("已截止，正在计票")),
        ("counted", _("已计票")),
        ("published", _("已公布")),
        ("void", _("作废")),
    ]

    estate = models.ForeignKey(Estate, models.PROTECT, related_name="votes")
    title = models.CharField(_("名称"), max_length=80)
    about = models.TextField(_("说明"), max_length=2000, blank=True)
    scope = models.CharField(_("由谁表决"), max_length=8, choices=SCOPES, default="estate")
    place = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    method = models.CharField(_("怎样投"), max_length=10, choices=METHODS, default="here")
    state = models.CharField(max_length=9, choices=STATES, default="draft")
    version = models.PositiveIntegerField(default=1)
    silent_follow = models.BooleanField(_("没交回的票随多数"), default=False)
    silent_ground = models.CharField(_("依据哪次业主大会的决定"), max_length=120, blank=True)
    silent_on = models.DateField(_("决定的日期"), null=True, blank=True)
    noticed_on = models.DateField(_("通知日期"), null=True, blank=True)
    opens_at = models.DateTimeField(_("开始投票"), null=True, blank=True)
    closes_at = models.DateTimeField(_("截止"), null=True, blank=True)
    law_on = models.DateField(null=True, blank=True)
    electorate = models.ForeignKey(
        "ballot.Electorate", models.PROTECT, null=True, blank=True, related_name="+"
    )
    poll = models.ForeignKey("ballot.Poll", models.PROTECT, null=True, blank=True, related_name="+")
    units = models.PositiveIntegerField(default=0)
    heads = models.PositiveIntegerField(default=0)
    area = models.PositiveBigIntegerField(default=0)
    exported_on = models.DateField(null=True, blank=True)
    document_no = models.CharField(_("结果文件的编号"), max_length=60, blank=True)
    outcome = models.JSONField(default=dict, blank=True)
    counted_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    void_reason = models.CharField(_("作废的原因"), max_length=200, blank=True)
    voided_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="owners_vote_period",
            ),
            models.CheckConstraint(
                condition=Q(silent_follow=False)
                | (~Q(silent_ground="") & Q(silent_on__isnull=False)),
                name="owners_vote_silence",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "void"]) | Q(electorate__isnull=False),
                name="owners_vote_roll",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "state"], name="owners_vote_estate")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def tone(self) -> str:
        """How its state is coloured."""
        tones = {"open": "open", "published": "done", "void": "stopped", "draft": "new"}
        return tones.get(self.state, "waiting")


class VoteMatter(CommunityRow):
    """One question on the paper. `kind` settles what majority it asks; `options`: candidates or
    offers, each answered for itself; none: one answer to the whole. Candidates are people, so they
    stand there only once they have agreed (`agreed_on`), and only until the result comes down."""

    KINDS: ClassVar = [
        ("assembly_rules", _("制定、修改业主大会议事规则")),
        ("covenant", _("制定、修改管理规约")),
        ("committee", _("选举、更换业主委员会")),
        ("manager", _("选聘、解聘物业")),
        ("use_fund", _("使用维修资金")),
        ("raise_fund", _("筹集维修资金")),
        ("rebuild", _("改建、重建建筑物及附属设施")),
        ("common_use", _("改变共有部分用途、利用共有部分经营")),
        ("other", _("其他共同管理的重大事项")),
    ]

    vote = models.ForeignKey(OwnersVote, models.CASCADE, related_name="matters")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(pgettext_lazy("vote", "是哪类事项"), max_length=16, choices=KINDS)
    title = models.CharField(_("表决什么"), max_length=160)
    text = models.TextField(_("方案全文"), max_length=6000, blank=True)
    options = models.JSONField(default=list, blank=True)
    agreed_on = models.DateField(_("候选人本人都同意的日期"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "vote", "position"], name="vote_matter_position"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def names_persons(self) -> bool:
        """Whether its options are people."""
        return self.kind == "committee" and bool(self.options)


class OwnerPaper(CommunityRow):
    """One owner's paper on its way: delivered by whom, how and when, come back, typed by two, or
    void. `first` is what the first has typed; it goes once the second has typed the same, and the
    paper lies with its line of the roll (ballot.NamedPaper). `label` and `units` as on the roll."""

    WAYS: ClassVar = [
        ("hand", _("当面送达")),
        ("door", _("投入信箱或张贴在门上")),
        ("post", _("邮寄")),
        ("message", _("短信或微信")),
    ]
    VOIDS: ClassVar = [
        ("unreadable", _("看不清")),
        ("not_ours", _("不是这次发的票")),
        ("not_owner", _("不是业主或代表人填的，没有委托")),
        ("unsigned", _("没有签名")),
    ]

    vote = models.ForeignKey(OwnersVote, models.CASCADE, related_name="papers")
    owner = models.ForeignKey(Owner, models.PROTECT, related_name="+")
    elector = models.ForeignKey("ballot.Elector", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=80)
    units = models.PositiveIntegerField(default=1)
    way = models.CharField(_("怎样送达"), max_length=7, choices=WAYS, blank=True)
    delivered_on = models.DateField(_("送达日期"), null=True, blank=True)
    delivered_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    returned_on = models.DateField(_("交回日期"), null=True, blank=True)
    returned_to = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    first = models.JSONField(null=True, blank=True)
    first_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    void_for = models.CharField(_("无效的原因"), max_length=10, choices=VOIDS, blank=True)
    corrected_for = models.CharField(_("更正的原因"), max_length=200, blank=True)
    late_for = models.CharField(_("截止以后才登记的原因"), max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "vote", "owner"], name="owner_paper_once"),
            models.UniqueConstraint(
                fields=["community", "vote", "number"], name="owner_paper_number"
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(delivered_on__isnull=False),
                name="owner_paper_delivered",
            ),
            models.CheckConstraint(
                condition=Q(entered_at__isnull=True)
                | Q(returned_on__isnull=False, first__isnull=True),
                name="owner_paper_entered",
            ),
        ]

    def __str__(self) -> str:
        return f"owner paper {self.number}"

    @property
    def waits(self) -> bool:
        """Come back, and not yet typed by two."""
        return self.returned_on is not None and self.entered_at is None
