"""What a resident objected to a notice, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.publication.models.posting import Posting


class Objection(CommunityRow):
    """One objection. Whoever holds the receipt is the objector; a way to reach them is left only
    by choice, and sealed.

    `passed_to`: the office that decides, where another than the committee does. `outcome` says
    whether it was upheld, in whose decision ever that is.
    """

    STATES: ClassVar = [
        ("open", _("等待答复")),
        ("passed_on", _("已转交决定单位")),
        ("answered", _("已答复")),
        ("withdrawn", _("已撤回")),
    ]
    WAITING: ClassVar = ("open", "passed_on")
    CHANNELS: ClassVar = [
        ("web", _("网上")),
        ("walk_in", _("到窗口")),
        ("phone", _("电话")),
        ("paper", _("书面")),
    ]
    OUTCOMES: ClassVar = [("upheld", _("异议成立")), ("not_upheld", _("异议不成立"))]

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="objections")
    receipt = models.CharField(max_length=14)
    channel = models.CharField(max_length=8, choices=CHANNELS)
    words = models.TextField(max_length=2000)
    contact = SealedTextField(blank=True, default="")
    sender = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    raised_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=STATES, default="open")
    passed_to = models.CharField(max_length=80, blank=True)
    passed_on_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=OUTCOMES, blank=True)
    answer = models.TextField(max_length=2000, blank=True)
    closed_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "receipt"], name="notice_objection_receipt"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "passed_on"], closed_at__isnull=True, outcome="")
                | Q(state="answered", closed_at__isnull=False) & ~Q(outcome="")
                | Q(state="withdrawn", closed_at__isnull=False, outcome=""),
                name="notice_objection_state",
            ),
            models.CheckConstraint(
                condition=(Q(passed_on_at__isnull=True) & Q(passed_to=""))
                | (Q(passed_on_at__isnull=False) & ~Q(passed_to="")),
                name="notice_objection_passed_on",
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True) | Q(words="", closed_at__isnull=False),
                name="notice_objection_blank",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "raised_at", "id"],
                condition=Q(closed_at__isnull=True),
                name="notice_objection_waiting",
            ),
            models.Index(fields=["community", "posting"], name="notice_objection_notice"),
            models.Index(fields=["receipt"], name="notice_objection_by_receipt"),
            models.Index(
                fields=["closed_at"],
                condition=Q(closed_at__isnull=False, forgotten_at__isnull=True),
                name="notice_objection_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"objection {self.pk}"
