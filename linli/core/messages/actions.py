"""Reading one's messages, and clearing away the old ones."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.messages.models import Message
from linli.core.messages.queries import inbox
from linli.core.messages.rules import cleared_before


@action("messages.read", needs="messages.read")
def read(act: Act, message: Message) -> Message:
    """Marks a message read."""
    if message.read_at is None:
        message.read_at = act.at
        message.save(update_fields=["read_at"])
    return message


@action("messages.read_all", needs="messages.read")
def read_all(act: Act, account: Account) -> Account:
    """Marks all one's messages read that were there at that moment."""
    count = (
        inbox(account.pk)
        .filter(read_at__isnull=True, created_at__lte=act.at)
        .update(read_at=act.at)
    )
    act.note(count=count)
    return account


def forget_told(act: Act, kinds: Collection[str], subjects: Iterable[UUID]) -> None:
    """Removes what was told of these rows, with its deliveries, before its time: where whom it was
    told would say what was promised to be forgotten. A step of another room's act."""
    told = Message.objects.filter(
        community=act.subject.community_id, kind__in=kinds, subject__in=list(subjects)
    )
    told.delete()


@action("messages.clear", needs="messages.clear")
def clear(act: Act, subject: Any = None) -> int:
    """Removes messages that are past their time."""
    old = Message.objects.across_communities("age counts, not the community").filter(
        created_at__lt=cleared_before(act.at)
    )
    count = old.delete()[1].get(Message._meta.label, 0)
    act.note(count=count)
    return count
