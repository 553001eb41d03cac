"""Keeping what the house itself made: a packed file of the archive, a package to take away.

It is not looked at as an upload is, and has no limit but the disk; else it is a file like any
other, with its row, its owner and its forgetting.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import models, transaction

from linli.core.audit.door import Act, id_of, kind_of
from linli.core.files import store
from linli.core.files.intake import drop_if_rowless
from linli.core.files.models import StoredFile
from linli.core.files.owners import OWNERS
from linli.lib.identity.ids import new_id

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "txt": "text/plain; charset=utf-8",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: its name with the extension (one of TYPES), its bytes, about how many."""

    name: str
    chunks: Iterable[bytes]
    needed: int


def keep_made(act: Act, community: Any, owner: models.Model, made: Made) -> StoredFile:
    """Writes it and its row, both or neither; shown to those who work on the owner. Refuses where
    the disk is full."""
    kind, key = kind_of(owner), id_of(owner)
    assert key is not None, "the owner has its id already"
    assert kind in OWNERS, f"nobody could see a file of {kind}"
    extension = made.name.rpartition(".")[2]
    file = StoredFile(
        id=new_id(),
        community_id=getattr(community, "pk", community),
        owner_kind=kind,
        owner=key,
        kind="document",
        name=made.name,
        content_type=TYPES[extension],
        visibility="staff",
        created_at=act.at,
    )
    file.stored_name = store.place_for(file.community_id, file.pk, extension)
    act.undo.append(partial(drop_if_rowless, file.pk, file.stored_name))
    written = store.write_new(file.stored_name, made.chunks, needed=made.needed)
    file.bytes, file.sha256 = written.bytes, written.sha256
    file.save(force_insert=True)
    transaction.on_commit(partial(store.settle, file.stored_name), robust=True)
    return file
