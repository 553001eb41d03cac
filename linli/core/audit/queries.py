"""Reading the book: who may see which entries."""

from uuid import UUID

from django.db.models import QuerySet

from linli.core.audit.models import Entry


def entries_of(subject: UUID) -> QuerySet[Entry]:
    """The life of one row, oldest first; the caller has loaded the row, and so may see it."""
    return Entry.objects.filter(subject=subject).order_by("at", "id")


def entries_about(person: UUID) -> QuerySet[Entry]:
    """What was done with, and who opened, the records of one person; for that person."""
    return Entry.objects.filter(about=person).order_by("-at", "-id")
