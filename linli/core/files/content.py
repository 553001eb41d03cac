"""What a file really is, whatever its name or its sender says."""

import zipfile
from dataclasses import dataclass
from typing import IO

import filetype

HEAD = 8192
"""How much of the beginning is looked at, in bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `label` is the name people know it by, and nothing where it is unknown."""

    label: str
    content_type: str
    extension: str

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")


UNKNOWN = Found("", "application/octet-stream", "bin")
CSV = Found("CSV", "text/csv", "csv")
# Word's, Excel's and WPS's older files share one wrapping; which of them it is matters to nobody
# here, because none is opened on this machine except as a table.
OLE = Found("DOC/XLS", "application/x-ole-storage", "doc")
_OLE_HEAD = bytes.fromhex("d0cf11e0a1b11ae1")
_LABELS = {"jpg": "JPEG", "webp": "WebP", "7z": "7z", "Z": "Z"}
_TEXT_MARKUP = (
    (b"<svg", "SVG"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
    (b"<?xml", "XML"),
)


def look_at(head: bytes) -> Found:
    """What the first bytes say. Plain text without a known beginning counts as a table (CSV)."""
    guess = filetype.guess(head)
    if guess is not None:
        label = _LABELS.get(guess.extension, guess.extension.upper())
        return Found(label, guess.mime, guess.extension)
    if head.startswith(_OLE_HEAD):
        return OLE
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    for mark, label in _TEXT_MARKUP:
        if start.startswith(mark):
            return Found(label, "text/plain", "txt")
    return CSV if _is_text(head) else UNKNOWN


def carries_macros(file: IO[bytes]) -> bool:
    """Whether an Office file brings a program along, or is too broken to tell."""
    try:
        file.seek(0)
        with zipfile.ZipFile(file) as package:
            return any(name.lower().endswith("vbaproject.bin") for name in package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return True
    finally:
        file.seek(0)


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls Unicode text
        return True
    # Every encoding a table comes in leaves these out; every program and picture has them.
    return bool(head) and not any(byte < 9 or 13 < byte < 27 for byte in head)
