"""Reading an inbox: what is unread first, then the rest, newest first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.dateparse import parse_datetime

from linli.core.messages.kinds import Said, say_message
from linli.core.messages.models import Delivery, Message

PAGE = 30
MOST = 99


@dataclass(frozen=True, slots=True)
class Item:
    """A message as it is shown."""

    row: Message
    said: Said

    @property
    def unread(self) -> bool:
        return self.row.read_at is None


@dataclass(frozen=True, slots=True)
class InboxPage:
    """One page of an inbox; `after` is where the next begins, or nothing."""

    items: list[Item]
    after: str


def inbox(account: UUID) -> QuerySet[Message]:
    """The messages of one account."""
    rows: QuerySet[Message] = Message.objects.across_communities(
        "an inbox is one person's, whichever communities the messages come from"
    ).filter(account=account)
    return rows


def unread_count(account: UUID | None) -> int:
    """How many wait to be read, counted no further than 100; one look at an index."""
    if account is None:
        return 0
    return inbox(account).filter(read_at__isnull=True)[: MOST + 1].count()


def page_of_inbox(account: UUID, after: str = "", size: int = PAGE) -> InboxPage:
    """The page that begins after the cursor `after` (a wrong one begins anew)."""
    cursor = _Cursor.read(after)
    rows: list[Message] = []
    for unread in (True, False):
        if len(rows) > size or (unread and cursor and not cursor.unread):
            continue
        part = inbox(account).filter(read_at__isnull=unread)
        if cursor and cursor.unread == unread:
            part = part.filter(cursor.beyond())
        part = part.order_by("-created_at", "-id").select_related("community")
        rows += part[: size + 1 - len(rows)]
    shown = rows[:size]
    more = len(rows) > size
    return InboxPage(
        items=[Item(row, say_message(row.kind, row.values)) for row in shown],
        after=_Cursor.at(shown[-1]).write() if more else "",
    )


def message_of(account: UUID, message: UUID) -> Message | None:
    """One's own message."""
    return inbox(account).filter(pk=message).first()


def waiting_deliveries(at: datetime, limit: int = 200) -> QuerySet[Delivery]:
    """What is to be tried (again) at `at`, longest waiting first."""
    rows: QuerySet[Delivery] = (
        Delivery.objects.across_communities("the worker carries for all communities")
        .filter(state="waiting", next_at__lte=at)
        .select_related("message__account")
        .order_by("next_at")
    )
    return rows[:limit]


@dataclass(frozen=True, slots=True)
class _Cursor:
    unread: bool
    created_at: datetime
    key: UUID

    @classmethod
    def at(cls, row: Message) -> "_Cursor":
        return cls(row.read_at is None, row.created_at, row.pk)

    @classmethod
    def read(cls, text: str) -> "_Cursor | None":
        parts = text.split("~")
        try:
            unread, moment, key = parts
            created_at = parse_datetime(moment)
            return cls(unread == "u", created_at, UUID(key)) if created_at else None
        except ValueError:
            return None

    def write(self) -> str:
        return f"{'u' if self.unread else 'r'}~{self.created_at.isoformat()}~{self.key}"

    def beyond(self) -> Any:
        return Q(created_at__lt=self.created_at) | Q(created_at=self.created_at, id__lt=self.key)
