"""Reading files: those of a row, one by its id, and addresses lent for an hour."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import QuerySet

from linli.core.audit.actor import Actor
from linli.core.audit.door import kind_of
from linli.core.files.models import StoredFile
from linli.core.files.owners import may_see, may_see_closed

LENT_FOR = timedelta(hours=1)
_SALT = "linli.files.lent"


def files_of(owner: Any, kind: str = "") -> QuerySet[StoredFile]:
    """The files of a row the caller has loaded, oldest first; without those forgotten."""
    files = StoredFile.objects.filter(
        community=owner.community_id,
        owner=owner.pk,
        owner_kind=kind_of(owner),
        deleted_at__isnull=True,
    )
    return (files.filter(kind=kind) if kind else files).order_by("created_at", "id")


def file_for(actor: Actor, file: UUID, *, lent: str, at: datetime) -> StoredFile | None:
    """The file, if `actor` may see it or came by an address lent to them. A file of a closed row
    is never lent, and asked for by a stranger it is answered as one that never was."""
    found: StoredFile | None = (
        StoredFile.objects.across_communities("a file is asked for by its id alone")
        .filter(pk=file)
        .first()
    )
    if found is None or found.is_closed:
        return found if may_see_closed(found, actor) else None
    if not (_is_lent(found, lent, at) or may_see(found, actor)):
        return None
    return found


def lend(file: StoredFile, at: datetime) -> str:
    """What to add to a file's address (`?lent=…`) so that it opens for an hour without asking who
    comes: for pages that know their reader otherwise, such as the holder of a receipt."""
    until = int((at + LENT_FOR).timestamp())
    return signing.Signer(salt=_SALT).sign(f"{file.pk.hex}-{until}")


def _is_lent(file: StoredFile, lent: str, at: datetime) -> bool:
    if not lent:
        return False
    try:
        name, _, until = signing.Signer(salt=_SALT).unsign(lent).partition("-")
    except signing.BadSignature:
        return False
    return name == file.pk.hex and at.timestamp() < int(until)
