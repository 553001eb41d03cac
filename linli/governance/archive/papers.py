"""The bytes of an item: the papers a room gave in one packed file, scans beside it."""

import zipfile
from collections.abc import Iterator
from typing import Any

from linli.core.files import store
from linli.core.files.filing import Document
from linli.core.files.models import StoredFile
from linli.core.files.queries import files_of
from linli.governance.archive.models import Item


class Missing(LookupError):
    """The stored file of an item is not there; its text names the item's number."""


def read_paper(item: Item, position: int) -> Document:
    """One paper of an item, by its place in `contents` (from 0). LookupError where there is none,
    Missing where the disk has lost it."""
    if not 0 <= position < len(item.contents):
        raise LookupError(position)
    return next(_read(item, [item.contents[position]]))


def read_papers(item: Item) -> Iterator[Document]:
    """All papers of an item, in order."""
    yield from _read(item, item.contents)


def _read(item: Item, wanted: list[dict[str, Any]]) -> Iterator[Document]:
    files = {str(file.pk): file for file in files_of(item)}
    for each in wanted:
        file = files.get(each["file"])
        if file is None:
            raise Missing(item.number)
        yield Document(each["name"], each["title"], _bytes(item, file, each))


def _bytes(item: Item, file: StoredFile, each: dict[str, Any]) -> bytes:
    path = store.path_of(file.stored_name)
    if path is None:
        raise Missing(item.number)
    if not each["packed"]:
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return packed.read(each["name"])
