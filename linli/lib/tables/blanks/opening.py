"""What kind of file a form is, told by its content; what we do not open is refused."""

import zipfile
from io import BytesIO
from typing import Literal

from linli.lib.tables.problems import Unreadable
from linli.lib.tables.workbook import check_content

FormKind = Literal["xlsx", "xls", "docx"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WEB_STARTS = (b"<html", b"<!doctype", b"<table", b"<meta")
_LARGEST_UNPACKED = 300 * 2**20
_LARGEST_PART = 24 * 2**20  # of one sheet or document: its tree takes ten times as much memory
_MOST_PARTS = 4_000
_TREES = ("xl/worksheets/", "xl/sharedStrings", "xl/styles", "xl/workbook", "word/document")


def kind_of(content: bytes) -> FormKind:
    """`xlsx`, `xls` or `docx`; raises `Unreadable` for everything else and for what cannot be
    opened safely."""
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not start:
        raise Unreadable("empty_file")
    if content.startswith(_OLE):
        return _kind_of_compound(content)
    if content.startswith(b"PK"):
        return _kind_of_archive(content)
    raise Unreadable("web_page" if start.startswith(_WEB_STARTS) else "not_a_form")


def _kind_of_compound(content: bytes) -> FormKind:
    """The old container keeps the names of its streams in UTF-16."""

    def holds(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if holds("EncryptedPackage"):
        raise Unreadable("password")
    if holds("WordDocument"):
        raise Unreadable("old_word")
    if holds("_VBA_PROJECT"):
        raise Unreadable("macros")
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise Unreadable("not_a_form")


def _kind_of_archive(content: bytes) -> FormKind:
    try:
        parts = {
            part.filename: part.file_size for part in zipfile.ZipFile(BytesIO(content)).infolist()
        }
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Unreadable("torn_file") from None
    unpacked = sum(parts.values())
    if unpacked > _LARGEST_UNPACKED or len(parts) > _MOST_PARTS:
        raise Unreadable("too_large", megabytes=unpacked // 2**20)
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise Unreadable("macros")
    for name, size in parts.items():
        if name.startswith(_TREES) and size > _LARGEST_PART:
            sheet = name.rsplit("/", 1)[-1].removesuffix(".xml")
            raise Unreadable("form_too_long", sheet=sheet, megabytes=size // 2**20)
    if "xl/workbook.xml" in parts:
        check_content(content)
        return "xlsx"
    if "word/document.xml" in parts:
        return "docx"
    raise Unreadable("not_a_form")
