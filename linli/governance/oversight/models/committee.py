"""The supervisory committee: its seats, how to reach it, and the meetings it may sit in on."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class SupervisorSeat(CommunityRow):
    """One person's seat on the supervisory committee, as the meeting that chose them decided.

    `until` is the first day without it; `term_ends` the end of the residents' committee's term,
    which is its own. `decision` says which meeting, `decided_in` is its posted resolution.
    """

    SOURCES: ClassVar = [("resident", _("居民")), ("worker", _("社区工作者"))]
    BODIES: ClassVar = [
        ("assembly", _("居民会议")),
        ("representatives_meeting", _("居民代表会议")),
    ]
    ENDS: ClassVar = [
        ("term", _("任期届满")),
        ("resigned", _("辞职")),
        ("removed", _("会议决定更换")),
        ("barred", _("本人或者近亲属任职居委会")),
        ("left", _("离开本社区")),
        ("died", _("去世")),
    ]

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    name = models.CharField(_("姓名"), max_length=80)
    source = models.CharField(_("从谁中产生"), max_length=8, choices=SOURCES)
    chairs = models.BooleanField(_("主任"), default=False)
    since = models.DateField(_("任职自"))
    term_ends = models.DateField(_("任期至"))
    until = models.DateField(null=True)
    ended_for = models.CharField(max_length=8, choices=ENDS, blank=True)
    ended_paper = models.CharField(_("依据"), max_length=200, blank=True)
    body = models.CharField(_("由哪个会议推选"), max_length=24, choices=BODIES)
    decision = models.CharField(_("会议和依据"), max_length=200)
    decided_in = models.ForeignKey(
        "publication.Posting", models.SET_NULL, null=True, related_name="+"
    )
    votes_for = models.PositiveIntegerField(_("赞成"))
    present = models.PositiveIntegerField(_("到会"))

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=Q(until__isnull=True),
                name="supervisor_once",
            ),
            models.UniqueConstraint(
                fields=["community"],
                condition=Q(until__isnull=True, chairs=True),
                name="supervisor_one_chair",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True, ended_for="")
                | (Q(until__gt=F("since")) & ~Q(ended_for="")),
                name="supervisor_ended",
            ),
            models.CheckConstraint(
                condition=Q(term_ends__gt=F("since")), name="supervisor_term_ends"
            ),
            models.CheckConstraint(
                condition=Q(votes_for__lte=F("present")), name="supervisor_votes"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "since"], name="supervisor_since")]

    def __str__(self) -> str:
        return f"supervisor {self.since}"


class SupervisionContact(CommunityRow):
    """How residents reach the supervisory committee: an office's telephone, a box, hours."""

    phone = models.CharField(_("监督电话"), max_length=30, blank=True)
    where = models.CharField(_("在哪里、意见箱"), max_length=120, blank=True)
    hours = models.CharField(_("什么时候有人"), max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community"], name="supervision_contact_once")
        ]

    def __str__(self) -> str:
        return "supervision contact"


class SittingIn(CommunityRow):
    """One meeting the supervisory committee was told of, which it may sit in on (art. 36).

    `gathering` is the meeting where residents meet, empty for a meeting of the committee itself.
    `sat_in` stays null until a supervisor says whether anybody was there.
    """

    KINDS: ClassVar = [
        ("assembly", _("居民会议、居民代表会议")),
        ("committee", _("居委会会议")),
    ]

    kind = models.CharField(_("什么会"), max_length=12, choices=KINDS)
    gathering = models.ForeignKey(
        "gathering.Gathering", models.CASCADE, null=True, related_name="+"
    )
    title = models.CharField(_("会议"), max_length=120)
    starts_at = models.DateTimeField(_("时间"))
    venue = models.CharField(_("地点"), max_length=120)
    told_at = models.DateTimeField()
    sat_in = models.BooleanField(null=True)
    remark = models.TextField(_("看到的情况"), max_length=2000, blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "gathering"],
                condition=Q(gathering__isnull=False),
                name="sitting_in_once",
            ),
            models.CheckConstraint(
                condition=Q(sat_in__isnull=True, recorded_at__isnull=True)
                | Q(sat_in__isnull=False, recorded_at__isnull=False),
                name="sitting_in_recorded",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-starts_at"], name="sitting_in_when")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts_at:%F}"
