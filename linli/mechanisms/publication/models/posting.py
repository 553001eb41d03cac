"""What is, or was, made public, and how it was corrected."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow

GROUNDS = [
    ("privacy", _("公开了不该公开的个人信息")),
    ("wrong", _("内容有误")),
    ("withdrawn", _("事项已撤回")),
    ("replaced", _("已由新的公告代替")),
    ("consent", _("本人撤回了同意")),
]


class Posting(CommunityRow):
    """One notice. It knows its owner by kind and id only, and holds no more of it than the
    fields its template lists.

    `listed_at` is what reading goes by: when it appears, None unless it is up. `snapshot` is
    frozen at the posting and at each correction, with its SHA-256, and never computed again.

    Of a draft, `planned_days` and `planned_on` are what whoever prepared it proposed, and
    `sent_back` why it was not released. `round_begun_at`: since when households are told of it
    at the door; `told`: how many were, kept when who was is forgotten. `forgotten_at`: since when
    its fields are gone; number, digest and days stay.
    """

    STATES: ClassVar = [
        ("draft", _("草稿")),
        ("posted", _("公示中")),
        ("corrected", _("公示中（已更正）")),
        ("taken_down", _("已撤下")),
        ("expired", _("已到期")),
    ]
    SHOWN: ClassVar = ("posted", "corrected")

    template = models.CharField(max_length=80)
    category = models.CharField(max_length=40)
    owner_kind = models.CharField(max_length=60)
    owner = models.UUIDField()
    fields = models.JSONField(default=dict)
    locale = models.CharField(max_length=10, default="zh-hans")
    issuer = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=STATES, default="draft")
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    posted_at = models.DateTimeField(null=True)
    listed_at = models.DateTimeField(null=True)
    comes_down_at = models.DateTimeField(null=True)
    objections_until = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=0)
    snapshot = models.JSONField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    prepared_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_for = models.CharField(max_length=10, choices=GROUNDS, blank=True)
    planned_days = models.PositiveSmallIntegerField(null=True)
    planned_on = models.DateField(null=True)
    sent_back = models.CharField(max_length=200, blank=True)
    round_begun_at = models.DateTimeField(null=True)
    told = models.JSONField(default=dict)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "year", "serial"], name="posting_number"),
            models.CheckConstraint(
                condition=Q(state="draft", listed_at__isnull=True, posted_at__isnull=True)
                | Q(
                    state__in=["posted", "corrected"],
                    listed_at__isnull=False,
                    posted_at__isnull=False,
                    serial__isnull=False,
                    ended_at__isnull=True,
                )
                | Q(
                    state__in=["taken_down", "expired"],
                    listed_at__isnull=True,
                    posted_at__isnull=False,
                    ended_at__isnull=False,
                ),
                name="posting_state",
            ),
            models.CheckConstraint(
                condition=Q(comes_down_at__isnull=True) | Q(comes_down_at__gt=F("posted_at")),
                name="posting_period",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(snapshot__isnull=False), name="posting_frozen"
            ),
            models.CheckConstraint(
                condition=Q(forgotten_at__isnull=True) | Q(ended_at__isnull=False),
                name="posting_forgotten_once_down",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-listed_at", "-id"], name="posting_listed"),
            models.Index(
                fields=["community", "category", "-listed_at", "-id"], name="posting_category"
            ),
            # With the category, or SQLite prefers to walk all that is listed in it.
            models.Index(fields=["community", "owner", "category"], name="posting_owner"),
            models.Index(
                fields=["comes_down_at"],
                condition=Q(listed_at__isnull=False),
                name="posting_comes_down",
            ),
            models.Index(
                fields=["community", "id"], condition=Q(state="draft"), name="posting_drafts"
            ),
            models.Index(fields=["community", "ended_at"], name="posting_ended"),
            models.Index(
                fields=["template", "ended_at"],
                condition=Q(ended_at__isnull=False, forgotten_at__isnull=True),
                name="posting_to_forget",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.number}"

    @property
    def number(self) -> str:
        """Its number on the board, of its community and year: 2026-0017."""
        return f"{self.year}-{self.serial:04d}" if self.serial else ""

    def is_up(self, at: Any) -> bool:
        """Whether everybody may read it at that moment, whether or not time has been noted."""
        return (
            self.listed_at is not None
            and self.listed_at <= at
            and (self.comes_down_at is None or at < self.comes_down_at)
        )


class PostingVersion(CommunityRow):
    """The notice as it was posted, and as each correction left it: what, when, why."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="versions")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    fields = models.JSONField()
    changed = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)
    text_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "sha256"], name="posting_version_sha256"),
            models.Index(fields=["community", "text_sha256"], name="posting_version_text"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "posting", "version"], name="posting_version_once"
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(reason=""), name="posting_version_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.at:%F}"


class NamedPerson(CommunityRow):
    """That a notice names a person of the roster, who agreed to it. Gone when it comes down."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="named")
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "posting", "person"], name="named_once")
        ]

    def __str__(self) -> str:
        return f"named {self.pk}"
