"""The form in which a notice is kept, hashed, and recognised again."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?P<number>20\d\d-\d{4,})(?:\s*/?\s*(?P<code>[0-9a-f]{4}(?:[\s-]?[0-9a-f]{4}){2}))?"
)
_SHA256 = re.compile(r"[0-9a-f]{64}")
SHORT = 12


def canonical(snapshot: Mapping[str, Any]) -> bytes:
    """The one form of a snapshot that is hashed: JSON with sorted keys, no spaces, UTF-8."""
    return json.dumps(
        snapshot, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(snapshot: Mapping[str, Any]) -> str:
    """The SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(snapshot)).hexdigest()


def text_digest(text: str) -> str:
    """The digest of a pasted text: without spaces, line breaks, widths and addresses, which get
    lost or changed on the way through a group."""
    plain = "".join(unicodedata.normalize("NFKC", _ADDRESS.sub("", text)).split())
    return hashlib.sha256(plain.encode()).hexdigest()


def short_code(sha256: str) -> str:
    """The beginning of a digest as it is printed on a sheet: 3f2a 9c41 07be."""
    lead = sha256[:SHORT]
    return " ".join(lead[start : start + 4] for start in range(0, SHORT, 4))


def read_digest(text: str) -> str:
    """The SHA-256 that was typed, or nothing."""
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return plain if _SHA256.fullmatch(plain) else ""


def read_number(text: str) -> tuple[str, str] | None:
    """A notice's number with the short code of its sheet (or nothing), where that is all."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip().lower())
    if found is None:
        return None
    return found["number"], re.sub(r"[\s-]", "", found["code"] or "")


def read_snapshot(text: str) -> dict[str, Any] | None:
    """The kept form, where the text is that: a JSON object."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None
