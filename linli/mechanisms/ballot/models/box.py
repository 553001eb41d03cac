"""The roll's marks and the box: who has had a paper, and what the papers say, kept apart.

They share no key, no time and no order. Both tables have random keys (a UUID of version 7 would
tell the millisecond) and, on SQLite, no row numbers, which would tell the order of casting; on
PostgreSQL, where a row shows the transaction that wrote it, both are rewritten at the close.
What this does and does not promise is said in docs/adr/0016-roll-and-box.md.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.core.places.walls import append_only
from linli.mechanisms.ballot.models.electorate import Elector
from linli.mechanisms.ballot.models.poll import Poll


class Mark(CommunityRow):
    """That an elector has had their paper: handed out at a station, or cast on a screen; by
    themselves or by their proxy. The database refuses a second, over all channels.

    No time. Gone once the result is final; no query tells for whom there is none.
    """

    WAYS: ClassVar = [("paper", _("纸质选票")), ("screen", _("屏幕"))]

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="marks")
    elector = models.ForeignKey(Elector, models.CASCADE, related_name="+")
    how = models.CharField(max_length=6, choices=WAYS)
    by_proxy = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "poll", "elector"], name="mark_once"),
            models.CheckConstraint(condition=Q(how__in=["paper", "screen"]), name="mark_how"),
        ]

    def __str__(self) -> str:
        return "mark"


class Paper(CommunityRow):
    """One paper in the box: what was marked, and nothing else. Never changed.

    `number` (票号) only where the poll is listed: random, and told nobody but whoever cast it, in
    the answer to their casting. It leads to no mark and no person."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="papers")
    number = models.CharField(max_length=14, blank=True)
    content = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "poll", "number"],
                condition=~Q(number=""),
                name="paper_number",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "poll"], name="paper_poll")]

    def __str__(self) -> str:
        return "paper"


class NamedPaper(CommunityRow):
    """One paper of an open vote, which bears its elector, because it is weighed or because the
    law wants it checked (owners' votes by area). Only the elector sees it; others see totals."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="named_papers")
    elector = models.ForeignKey(Elector, models.CASCADE, related_name="+")
    content = models.JSONField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "poll", "elector"], name="named_paper_once"
            ),
        ]

    def __str__(self) -> str:
        return f"named paper {self.pk}"


class PaperList(CommunityRow):
    """Every paper of a listed poll as it was published, by number: the very bytes, of which
    `Poll.list_head` is the head. Never changed. No names: such a poll has no lines for others."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="lists")
    papers = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "poll"], name="paper_list_once"),
            *append_only("paper_list"),
        ]

    def __str__(self) -> str:
        return f"list of {self.papers}"
