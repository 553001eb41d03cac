"""Residents' groups speak through representatives; and the figures everything is counted
against."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.assemblies.words import BASES


class Representative(CommunityRow):
    """Chosen by a residents' group, for the committee's term (art. 13). `votes_for` of `voters`
    households chose them; the names of those are nowhere. `shown_as` is what residents read,
    only if the representative agreed; `channel` how the group reaches them."""

    ENDS: ClassVar = [
        ("term", _("任期届满")),
        ("resigned", _("本人辞任")),
        ("recalled", _("小组撤换")),
        ("moved", _("迁离本社区")),
        ("died", _("去世")),
    ]

    group = models.ForeignKey("places.Area", models.PROTECT, related_name="+")
    name = models.CharField(_("姓名"), max_length=80, blank=True)
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    holding = models.ForeignKey("access.Holding", models.SET_NULL, null=True, related_name="+")
    leads = models.BooleanField(_("居民小组组长"), default=False)
    shown_as = models.CharField(_("对居民公开的称呼"), max_length=40, blank=True)
    channel = models.CharField(_("联系办法"), max_length=200, blank=True)
    voters = models.PositiveIntegerField(_("参加推选的户数"), default=0)
    votes_for = models.PositiveIntegerField(_("同意的户数"), default=0)
    since = models.DateField(_("任期起"))
    until = models.DateField(_("任期止"), null=True, blank=True)
    ended_for = models.CharField(max_length=10, choices=ENDS, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "person"],
                condition=Q(person__isnull=False, ended_for=""),
                name="representative_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "group"],
                condition=Q(leads=True, ended_for=""),
                name="representative_one_leader",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="representative_term",
            ),
            models.CheckConstraint(
                condition=Q(votes_for__lte=F("voters")), name="representative_votes"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "group", "since"], name="representative_group")
        ]

    def __str__(self) -> str:
        return f"representative {self.pk}"


class GroupReport(CommunityRow):
    """A representative told their group what a meeting decided, and took back what it said."""

    representative = models.ForeignKey(Representative, models.PROTECT, related_name="reports")
    assembly = models.ForeignKey(
        "assemblies.Assembly", models.PROTECT, null=True, related_name="reports"
    )
    on = models.DateField(_("日期"))
    heard = models.PositiveIntegerField(_("到场户数"), default=0)
    said = models.TextField(_("居民说了什么"), max_length=2000, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "representative", "assembly"],
                condition=Q(assembly__isnull=False),
                name="groupreport_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["community", "-on"], name="groupreport_on")]

    def __str__(self) -> str:
        return f"{self.on}"


class Figure(CommunityRow):
    """How many there are of those who count, on a day: from the roster, or stated with its
    source where the roster is not complete. Never changed; a newer one stands beside it."""

    kind = models.CharField(_("哪个基数"), max_length=16, choices=BASES)
    number = models.PositiveIntegerField(_("人数或户数"))
    on = models.DateField(_("截至"))
    from_roster = models.BooleanField(default=False)
    source = models.CharField(_("出处"), max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(from_roster=True) | ~Q(source=""), name="figure_source"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="figure_positive"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "-on", "-at"], name="figure_latest")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} {self.on}"
