"""What somebody was told, and how it went out beside the inbox."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.messages.kinds import CLOSED
from linli.core.places.scope import CommunityRow


class Message(CommunityRow):
    """One thing told to one account. Words are put together when it is read, in the reader's
    language; `values` holds labels and numbers. `telling` is the same for all who were told."""

    community = models.ForeignKey(  # type: ignore[assignment]
        "places.Place", models.PROTECT, null=True, related_name="+"
    )
    telling = models.UUIDField(editable=False)
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=80)
    values = models.JSONField(default=dict)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject = models.UUIDField(null=True)
    url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            # A telling that is carried twice reaches everybody once.
            models.UniqueConstraint(
                fields=["community", "telling", "account"], name="message_once"
            ),
            models.UniqueConstraint(
                fields=["telling", "account"],
                condition=Q(community__isnull=True),
                name="message_once_anywhere",
            ),
        ]
        indexes = [
            # An inbox is one person's, whichever communities the messages come from.
            models.Index(
                fields=["account", "-created_at", "-id"],
                condition=Q(read_at__isnull=True),
                name="message_unread",
            ),
            models.Index(fields=["account", "-created_at", "-id"], name="message_inbox"),
            models.Index(fields=["created_at"], name="message_age"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_closed(self) -> bool:
        """Whether it is about something closed: reading it is then nobody else's to know."""
        return self.kind == CLOSED


class Delivery(CommunityRow):
    """A message on its way through one channel, until it went out or was given up."""

    STATES = [("waiting", _("待发送")), ("sent", _("已发送")), ("failed", _("未能送达"))]

    community = models.ForeignKey(  # type: ignore[assignment]
        "places.Place", models.PROTECT, null=True, related_name="+"
    )
    message = models.ForeignKey(Message, models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=20)
    state = models.CharField(max_length=8, choices=STATES, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["community", "message", "channel"], name="delivery_once"
            ),
            models.UniqueConstraint(
                fields=["message", "channel"],
                condition=Q(community__isnull=True),
                name="delivery_once_anywhere",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at__isnull=True)
                | Q(state__in=["sent", "failed"], ended_at__isnull=False),
                name="delivery_ended",
            ),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="delivery_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.state}"
