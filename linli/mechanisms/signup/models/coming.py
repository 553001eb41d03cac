"""Who came on which date, who must be rung, and who reads their dates in a calendar elsewhere."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models.sheet import Occasion
from linli.mechanisms.signup.models.signup import SignUp


class Presence(CommunityRow):
    """Whether somebody was there on one date, ticked by a person: never by a face, a place or a
    device. `minutes`: how long, where it is other than the date itself (a volunteer who left
    early); `late`: added afterwards from the paper list."""

    STATES: ClassVar = [
        (rules.PRESENT, _("来了")),
        (rules.ABSENT, _("没有来")),
        (rules.EXCUSED, _("事先说了来不了")),
    ]

    signup = models.ForeignKey(SignUp, models.CASCADE, related_name="presences")
    occasion = models.ForeignKey(Occasion, models.CASCADE, related_name="presences")
    state = models.CharField(max_length=7, choices=STATES)
    seats = models.PositiveSmallIntegerField(default=1)
    minutes = models.PositiveIntegerField(null=True)
    late = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "signup", "occasion"], name="presence_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[rules.PRESENT, rules.ABSENT, rules.EXCUSED]),
                name="presence_state",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "occasion", "state"], name="presence_of_date")
        ]

    def __str__(self) -> str:
        return self.state


class Call(CommunityRow):
    """Somebody without an account must be rung: what about, until when, and what came of it."""

    ABOUT: ClassVar = [
        ("offer", _("有空位了，要不要")),
        ("called_off", _("这一次取消了")),
        ("moved", _("时间或地点改了")),
        ("cancelled", _("整个取消了")),
        ("drawn", _("抽签的结果")),
        ("removed", _("名字被取消了")),
        ("words", _("有话转告")),
    ]
    RESULTS: ClassVar = [
        ("told", _("告诉了")),
        ("takes", _("要")),
        ("declines", _("不要这个名额")),
        ("not_reached", _("没有打通")),
        ("moot", _("不用打了")),
    ]

    signup = models.ForeignKey(SignUp, models.CASCADE, related_name="calls")
    about = models.CharField(max_length=10, choices=ABOUT)
    words = models.CharField(max_length=400, blank=True)
    asked_at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    result = models.CharField(max_length=11, choices=RESULTS, blank=True)
    done_at = models.DateTimeField(null=True)
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | ~Q(result=""), name="signup_call_done"
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "asked_at"],
                condition=Q(done_at__isnull=True),
                name="signup_calls_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.result}"


class Feed(CommunityRow):
    """A link by which a person's own calendar program reads what they signed up for. Only a digest
    of the link is kept; another link or none, and the former no longer opens anything."""

    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    digest = models.BinaryField(max_length=32, unique=True, null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "account"], name="signup_feed_once")
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%F}"

    @property
    def is_open(self) -> bool:
        """Whether its link still opens it."""
        return self.digest is not None
