"""Taking files in, showing them to more or fewer, and forgetting them: called inside acts.

    photo = take_in(act, matter.community_id, upload, Purpose(matter, "photo", "owner"))

The act of the domain is what the book records; a file has no life of its own.
"""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO, Any, cast
from uuid import UUID

from django.core.files.base import File
from django.db import DatabaseError, models, transaction

from linli.core.audit.closed import is_closed
from linli.core.audit.door import Act, id_of, kind_of
from linli.core.files import store
from linli.core.files.content import HEAD, Found, carries_macros, look_at
from linli.core.files.models import StoredFile
from linli.core.files.owners import OWNERS
from linli.core.files.pictures import redraw
from linli.core.files.rules import is_kind, not_empty, small_enough
from linli.lib.identity.ids import new_closed_id, new_id
from linli.lib.law import Finding, require

NAME_LENGTH = 120
CHUNK = 1024 * 1024
_ZIPPED_OFFICE = ("DOCX", "XLSX", "PPTX")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a file is taken in for: whose it is, what it is meant to be (`photo`, `document`,
    `table`), and who may see it (`staff`, `owner`, `public`). `owner` has its id already."""

    owner: models.Model
    kind: str
    visibility: str = "staff"


def take_in(act: Act, community: Any, upload: Any, purpose: Purpose) -> StoredFile:
    """Looks at an upload (Django's, or any `django.core.files.File`) and keeps it with its row.

    Refuses what is empty, too large, something else than it should be, broken, or more than the
    disk holds; nothing is left behind then, nor where the act does not come about. Photos are
    kept shrunk and without what the camera wrote into them.
    """
    owner = id_of(purpose.owner)
    kind = kind_of(purpose.owner)
    assert owner is not None, "the owner has its id already"
    assert kind in OWNERS, f"nobody could see a file of {kind}"
    closed = is_closed(purpose.owner)
    if closed and purpose.visibility == "public":
        raise ValueError(f"{kind} is closed: no file of it is public")
    require(not_empty(upload.size))
    require(small_enough(purpose.kind, upload.size))
    found = _look(upload, purpose.kind)
    file = StoredFile(
        id=new_closed_id() if closed else new_id(),
        community_id=getattr(community, "pk", community),
        owner_kind=kind,
        owner=owner,
        kind=purpose.kind,
        visibility=purpose.visibility,
        created_at=act.at,
    )
    _write(file, upload, found)
    act.undo.append(partial(drop_if_rowless, file.pk, file.stored_name))
    file.save(force_insert=True)
    transaction.on_commit(partial(store.settle, file.stored_name), robust=True)
    return file


def show_to(act: Act, file: StoredFile, visibility: str) -> StoredFile:
    """Opens a file to more (`public`), or closes it again (`staff`, `owner`)."""
    if file.is_closed and visibility == "public":
        raise ValueError(f"{file.owner_kind} is closed: no file of it is public")
    file.visibility = visibility
    file.save(update_fields=["visibility"])
    return file


def forget(act: Act, file: StoredFile, reason: str) -> StoredFile:
    """Removes the bytes and the name; what stays says that there was a file of this digest and
    size, since when it is gone and for what `reason` (a word of the domain's, never free text)."""
    assert reason
    if file.deleted_at is None:
        file.deleted_at, file.reason, file.name = act.at, reason, ""
        file.save(update_fields=["deleted_at", "reason", "name"])
    transaction.on_commit(partial(remove_bytes, file), robust=True)
    return file


def forget_files_of(act: Act, owner: models.Model, reason: str) -> int:
    """Forgets every file of a row; says how many there were."""
    files = list(
        StoredFile.objects.filter(
            community=owner.community_id,  # type: ignore[attr-defined]
            owner=owner.pk,
            owner_kind=kind_of(owner),
            deleted_at__isnull=True,
        )
    )
    for file in files:
        forget(act, file, reason)
    return len(files)


def remove_bytes(file: StoredFile) -> None:
    """Takes a forgotten file off the disk, then writes down that it is off. Safe to repeat."""
    store.remove(file.stored_name)
    StoredFile.objects.filter(
        community=file.community_id, pk=file.pk, deleted_at__isnull=False
    ).update(stored_name="")


def drop_if_rowless(file: UUID, stored_name: str) -> bool:
    """Removes bytes whose row never came; says whether it did. Where the database cannot be
    asked, they are left to the sweep."""
    try:
        known = StoredFile.objects.across_communities("an upload's row, by its id").filter(pk=file)
        if known.exists():
            return False
    except DatabaseError:
        return False
    store.remove(stored_name)
    return True


def clean_name(name: str, extension: str) -> str:
    """The name a person gave the file, without what would lead a computer or a reader astray:
    folders, control and direction marks, an extension that is not the file's own."""
    name = unicodedata.normalize("NFC", os.path.basename(name.replace("\\", "/")))
    name = "".join(
        sign for sign in name if unicodedata.category(sign)[0] not in "CZ" or sign == " "
    )
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 5 or not ending.isascii():
        stem = name
    stem = stem.strip(" .")[:NAME_LENGTH].strip(" .")
    return f"{stem or 'file'}.{extension}"


def _look(upload: Any, kind: str) -> Found:
    upload.seek(0)
    found = look_at(upload.read(HEAD))
    upload.seek(0)
    require(is_kind(kind, found.label))
    if found.label in _ZIPPED_OFFICE:
        require(Finding(not carries_macros(_raw(upload)), "files.no_macros"))
    return found


def _write(file: StoredFile, upload: Any, found: Found) -> None:
    if file.kind == "photo":
        picture = redraw(_raw(upload))
        file.width, file.height = picture.width, picture.height
        found = Found("JPEG", "image/jpeg", "jpg")
        contents: Iterable[bytes] = (picture.full,)
        needed = len(picture.full) + len(picture.small)
    else:
        contents, needed = _chunks(upload), upload.size
    file.content_type = found.content_type
    file.name = clean_name(upload.name or "", found.extension)
    file.stored_name = store.place_for(_uuid(file.community_id), file.pk, found.extension)
    written = store.write_new(file.stored_name, contents, needed=needed)
    file.bytes, file.sha256 = written.bytes, written.sha256
    if file.kind == "photo":
        try:
            small = store.small_of(file.stored_name)
            store.write_new(small, (picture.small,), needed=len(picture.small))
        except BaseException:
            store.remove(file.stored_name)
            raise


def _chunks(upload: Any) -> Iterator[bytes]:
    upload.seek(0)
    while chunk := upload.read(CHUNK):
        yield chunk


def _raw(upload: Any) -> IO[bytes]:
    raw: Any = upload.file if isinstance(upload, File) else upload
    return cast("IO[bytes]", raw)


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(str(value))
