"""Reading the book: who may see which entries."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from linli.core.audit.models import ClosedEntry, Entry


def entries_of(subject: UUID) -> QuerySet[Entry]:
    """The life of one row, oldest first; the caller has loaded the row, and so may see it."""
    return Entry.objects.filter(subject=subject).order_by("at", "id")


def entries_about(person: UUID) -> QuerySet[Entry]:
    """What was done with, and who opened, the records of one person; for that person."""
    return Entry.objects.filter(about=person).order_by("-at", "-id")


def closed_entries_of(subject: UUID) -> QuerySet[ClosedEntry]:
    """The life of one closed row, oldest first; the caller has loaded it, and so may see it."""
    return ClosedEntry.objects.filter(subject=subject).order_by("at", "id")


def closed_entries_about(*persons: UUID) -> QuerySet[ClosedEntry]:
    """What was done with, and who opened, the closed records of one person, for that person alone
    and on their own account: the latest first. An act whose knowledge would endanger them is
    written without `about`, and is not here."""
    return ClosedEntry.objects.filter(about__in=persons).order_by("-at", "-id")


def closed_rows_opened(
    account: UUID, actions: Iterable[str], since: datetime, *, besides: UUID | None = None
) -> int:
    """How many different closed rows (`besides` one) an account has opened since then, to notice
    what is unlike its holder. For the check at the door of such a row; shown to nobody."""
    opened = ClosedEntry.objects.filter(account=account, at__gt=since, action__in=list(actions))
    if besides is not None:
        opened = opened.exclude(subject=besides)
    return opened.values("subject").distinct().count()
