"""Reading a file that came: whole, unchanged, signed. What it says is judged elsewhere."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from linli.evaluation.returns.keys import is_signed
from linli.evaluation.returns.lines import (
    Line,
    NotALine,
    from_csv,
    from_parquet,
    rows_in_parquet,
)
from linli.evaluation.returns.packing import (
    ANSWER,
    FORMAT,
    FORMAT_VERSION,
    MANIFEST,
    MEMBERS,
    SIGNATURE,
    VALUES_CSV,
    VALUES_PARQUET,
)
from linli.lib.law import Finding, Refused, require

MOST_BYTES = 20 * 2**20
"""Of the file, and of each part of it once unpacked."""
MOST_LINES = 20_000
"""A year of all indicators, every month and quarter of it, has a few thousand."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A file whose signature holds for `key`. Whether that key may speak is not asked here."""

    manifest: dict[str, Any]
    digest: str
    key: str
    lines: tuple[Line, ...] = ()
    content: bytes = b""


def unpack_return(
    content: bytes, *, believe: Callable[[Unpacked], object] | None = None
) -> Unpacked:
    """Raises `Refused` with the reason for whatever is not as it was signed. `believe`: asked
    whether this is of a sender whose key is believed, and raises where it is not; before that no
    table is opened."""
    with _folder(content) as folder:
        manifest, digest = _head(folder, FORMAT)
        file = Unpacked(manifest, digest, str(manifest["key"]), (), content)
        if believe is not None:
            believe(file)
        members = {name: folder.read(name) for name in (VALUES_CSV, VALUES_PARQUET)}
    _require_same_bytes(members, manifest)
    return replace(file, lines=tuple(_read_lines(members, manifest)))


def unpack_answer(content: bytes) -> Unpacked:
    """The same for an answer, which has no tables."""
    with _folder(content) as folder:
        manifest, digest = _head(folder, ANSWER)
    return Unpacked(manifest, digest, str(manifest["key"]), content=content)


def _head(folder: zipfile.ZipFile, wanted: str) -> tuple[dict[str, Any], str]:
    """What the file says of itself, once its signature holds."""
    names = [each.filename for each in folder.infolist()]
    require(Finding(len(names) == len(set(names)), "returns.parts_once"))
    _require_members(names, (MANIFEST, SIGNATURE))
    head = folder.read(MANIFEST)
    manifest = _manifest(head)
    require(Finding(manifest.get("format") == wanted, f"returns.is_{_WORDS[wanted]}"))
    require(
        Finding(
            manifest.get("format_version") == FORMAT_VERSION,
            "returns.format_version",
            numbers={"known": FORMAT_VERSION},
        )
    )
    key = manifest.get("key")
    signature = folder.read(SIGNATURE).decode("ascii", "replace").strip()
    signed = isinstance(key, str) and is_signed(head, signature, key)
    require(Finding(signed, "returns.signature"))
    _require_members(names, MEMBERS[wanted])
    require(Finding(set(names) == set(MEMBERS[wanted]), "returns.parts_once"))
    return manifest, hashlib.sha256(head).hexdigest()


_WORDS = {FORMAT: "return", ANSWER: "answer"}
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError,
    ValueError, KeyError,
)  # fmt: skip


@contextmanager
def _folder(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The file opened; whatever in it cannot be read is refused."""
    most = {"megabytes": MOST_BYTES // 2**20}
    require(Finding(len(content) <= MOST_BYTES, "returns.file_size", numbers=most))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as folder:
            small = all(each.file_size <= MOST_BYTES for each in folder.infolist())
            require(Finding(small and len(folder.infolist()) <= 8, "returns.file_whole"))
            yield folder
    except _BROKEN:
        raise Refused(Finding(False, "returns.file_whole")) from None


def _require_members(names: Collection[str], wanted: tuple[str, ...]) -> None:
    for name in wanted:
        require(Finding(name in names, "returns.part_there", numbers={"part": name}))


def _manifest(head: bytes) -> dict[str, Any]:
    """What the manifest says. One with signs that are no text is none."""
    try:
        manifest = json.loads(head)
        text = json.dumps(manifest, ensure_ascii=False)
        text.encode()
    except (ValueError, RecursionError):
        manifest, text = None, ""
    if not isinstance(manifest, dict) or r"\u0000" in text:
        raise Refused(Finding(False, "returns.signature"))
    return manifest


def _require_same_bytes(members: dict[str, bytes], manifest: dict[str, Any]) -> None:
    files = manifest.get("files")
    for name in (VALUES_CSV, VALUES_PARQUET):
        said = files.get(name) if isinstance(files, dict) else None
        same = hashlib.sha256(members[name]).hexdigest() == said
        if not same and name == VALUES_CSV and not _is_utf8(members[name]):
            raise Refused(Finding(False, "returns.encoding", numbers={"part": name}))
        require(Finding(same, "returns.bytes_signed", numbers={"part": name}))


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"))


def _read_lines(members: dict[str, bytes], manifest: dict[str, Any]) -> list[Line]:
    """The rows, the same in both tables, and as many as were said: so that a small file does not
    become a large table, the Parquet's own count is looked at before it is read."""
    said = manifest.get("lines")
    if not isinstance(said, int) or isinstance(said, bool):
        raise Refused(Finding(False, "returns.lines_counted"))
    most = {"rows": said, "most": MOST_LINES}
    require(Finding(said <= MOST_LINES, "returns.rows_most", numbers=most))
    try:
        count = rows_in_parquet(members[VALUES_PARQUET])
        require(Finding(count == said, "returns.lines_counted"))
        lines = from_csv(members[VALUES_CSV])
        require(Finding(len(lines) == said, "returns.lines_counted"))
        twins = from_parquet(members[VALUES_PARQUET])
    except NotALine as wrong:
        raise Refused(Finding(False, "returns.row_form", numbers={"row": wrong.row})) from None
    require(Finding(lines == twins, "returns.twins_agree"))
    return lines
