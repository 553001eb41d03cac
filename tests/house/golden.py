"""Files that hold what is so, for a person to read in a diff when it changes.

`LINLI_UPDATE_GOLDEN=1 pytest tests/house` writes them anew; without it they are compared.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def compare(name: str, text: str) -> None:
    """Fails where the file does not say `text`, with the way to write it anew."""
    path = GOLDEN / name
    if os.environ.get("LINLI_UPDATE_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    assert kept == text, (
        f"tests/golden/{name} no longer says what is so. Where the change is meant, write it anew "
        "with LINLI_UPDATE_GOLDEN=1 and look at the diff."
    )


def compare_entries(name: str, found: Mapping[str, int]) -> None:
    """The same for some entries of a file of numbers, which several tests share."""
    path = GOLDEN / name
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    compare(name, json.dumps({**kept, **found}, indent=2, ensure_ascii=False) + "\n")
