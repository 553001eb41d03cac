"""Time between communities: a partner's account in one's own book, and help that crosses over."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.service.volunteering.models.exchange import TimeMember, TimeScheme
from linli.service.volunteering.purposes import PURPOSES


class TimePartner(CommunityRow):
    """A community this one exchanges time with. `held` is its account in this community's book:
    what is owed to it, or, less than nothing, what it owes. Each side sets both limits for itself,
    so that one cannot flood the other."""

    scheme = models.ForeignKey(TimeScheme, models.PROTECT, related_name="partners")
    other = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    held = models.OneToOneField("ledger.Account", models.PROTECT, related_name="+")
    owed_to_us = models.PositiveIntegerField(_("对方最多欠我们多少分钟"))
    owed_by_us = models.PositiveIntegerField(_("我们最多欠对方多少分钟"))
    agreement = models.CharField(_("协议或者决议"), max_length=120)
    since = models.DateField(_("从哪天起"))
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "other"], name="timepartner_once"),
            models.CheckConstraint(
                condition=~Q(community=models.F("other")), name="timepartner_is_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"


class TimeClearing(CommunityRow):
    """Help that somebody here gave to a member over there: asked by this community's desk, and
    entered in both books at once when the other's says yes."""

    STATES: ClassVar = [
        ("waiting", _("等对方社区确认")),
        ("entered", _("两边都记上了")),
        ("declined", _("对方社区没有确认")),
    ]

    partner = models.ForeignKey(TimePartner, models.PROTECT, related_name="clearings")
    other = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    giver = models.ForeignKey(TimeMember, models.PROTECT, related_name="+")
    receiver_number = models.PositiveIntegerField(_("受助人在对方社区的成员号"))
    minutes = models.PositiveIntegerField(_("多少分钟"))
    on = models.DateField(_("哪天"))
    purpose = models.CharField(_("做什么"), max_length=16, choices=PURPOSES)
    state = models.CharField(max_length=8, choices=STATES, default="waiting")
    entry_here = models.OneToOneField("ledger.Entry", models.PROTECT, null=True, related_name="+")
    entry_there = models.OneToOneField("ledger.Entry", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(minutes__gt=0), name="timeclearing_something"),
            models.CheckConstraint(
                condition=Q(state="entered", entry_here__isnull=False, entry_there__isnull=False)
                | Q(
                    state__in=["waiting", "declined"],
                    entry_here__isnull=True,
                    entry_there__isnull=True,
                ),
                name="timeclearing_in_both",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["other", "state", "asked_at"], name="timeclearing_for_other"),
            models.Index(fields=["community", "-asked_at"], name="timeclearing_here"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} {self.state}"
