"""What makes a package one of ours: its inventory. Known without a database."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FORMAT = "linli-archive/1"
CHUNK = 1024 * 1024


def read_inventory(content: bytes) -> dict[str, Any]:
    """The inventory of a package; ValueError where it is none of this format."""
    told = json.loads(content)
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ValueError("no inventory of this format")
    return told


def chunks_of(path: Path) -> Iterator[bytes]:
    """The bytes of a file, piece by piece."""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
