"""Nominations, who joined in them, and the candidates that came of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.elections.models.election import Election, Office


class Nomination(CommunityRow):
    """One person put forward for one office: by the community Party organisation, or by ten
    electors or more together (art. 18).

    `complete`: the Party organisation named them, or enough electors have joined.

    `joined_then`: how many had joined, kept when their names were destroyed.

    Whether a statutory ground excludes the person is for the competent organs to confirm: the
    row keeps that they did, when and by what paper, never what they looked at.
    """

    BY = [("party", _("社区党组织提名")), ("electors", _("选民联名提名"))]
    STATES = [
        ("put_forward", _("已提名")),
        ("accepted", _("本人接受")),
        ("declined", _("本人不接受")),
        ("barred", _("经确认不宜作候选人")),
        ("withdrawn", _("提名撤回")),
    ]

    election = models.ForeignKey(Election, models.CASCADE, related_name="nominations")
    office = models.ForeignKey(Office, models.CASCADE, related_name="nominations")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    by = models.CharField(_("提名方式"), max_length=8, choices=BY)
    state = models.CharField(max_length=12, choices=STATES)
    complete = models.BooleanField(default=False)
    nominated_on = models.DateField()
    answered_on = models.DateField(null=True)
    joined_then = models.PositiveIntegerField(null=True)
    confirmed_on = models.DateField(_("主管机关确认日期"), null=True)
    confirmed_paper = models.CharField(_("确认文书"), max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "election", "office", "person", "by"],
                name="nomination_once",
            ),
        ]
        indexes = [models.Index(fields=["community", "election", "state"], name="nomination_state")]

    def __str__(self) -> str:
        return f"{self.by} {self.state}"


class Nominator(CommunityRow):
    """An elector who joined in a nomination. Public only as a count."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="nominators")
    elector = models.ForeignKey("ballot.Elector", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "nomination", "elector"], name="nominator_once"
            )
        ]

    def __str__(self) -> str:
        return "nominator"


class Candidate(CommunityRow):
    """A candidate of one round for one office, as posted and as printed on the paper."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="candidates")
    round = models.PositiveSmallIntegerField(default=1)
    office = models.ForeignKey(Office, models.CASCADE, related_name="candidates")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    name = models.CharField(_("姓名"), max_length=80)
    position = models.PositiveSmallIntegerField()
    statement = models.TextField(_("本人介绍"), max_length=1000, blank=True)
    option = models.OneToOneField("ballot.Option", models.PROTECT, null=True, related_name="+")
    withdrew_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "election", "round", "office", "person"],
                condition=Q(withdrew_on__isnull=True),
                name="candidate_once",
            ),
            models.UniqueConstraint(
                fields=["community", "election", "round", "office", "position"],
                name="candidate_position",
            ),
        ]
        ordering = ["round", "office__position", "position"]

    def __str__(self) -> str:
        return f"candidate {self.position}"


class CandidateMeeting(CommunityRow):
    """A meeting at which candidates spoke to residents and answered them (art. 18)."""

    election = models.ForeignKey(Election, models.CASCADE, related_name="meetings")
    held_at = models.DateTimeField(_("时间"))
    where = models.CharField(_("地点"), max_length=120)
    came = models.PositiveIntegerField(_("到场居民人数"), null=True)
    record = models.TextField(_("问答要点"), max_length=4000, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["community", "election", "held_at"], name="candidate_meeting")
        ]

    def __str__(self) -> str:
        return f"{self.held_at:%F}"
