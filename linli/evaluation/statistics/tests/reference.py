"""Where the reference figures lie, and how they are read. Not shipped: tests skip without them."""

import csv
import os
from pathlib import Path

import numpy as np
import pytest

DATA = Path(
    os.environ.get("LINLI_TEST_DATA")
    or Path(__file__).resolve().parents[4].parent / "shared" / "data"
)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a reference table; skips where it is missing."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} with reference figures is not on this machine")
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def number(text: str) -> float:
    return float("nan") if text in {"", "NA"} else float(text)


def columns(name: str, key: str = "uCode") -> tuple[list[str], dict[str, np.ndarray]]:
    """The keys of a table and its columns of figures."""
    table = rows(name)
    found = {
        code: np.array([number(row[code]) for row in table]) for code in table[0] if code != key
    }
    return [row[key] for row in table], found


def agrees(found: dict, expected: dict, within: float = 1e-9) -> float:
    """The largest difference between two tables, missing at the same places, or a failure that
    names the column."""
    worst = 0.0
    for code, values in expected.items():
        np.testing.assert_allclose(found[code], values, rtol=0, atol=within, err_msg=code)
        apart = np.abs(np.asarray(found[code], dtype=float) - values)
        worst = max(worst, float(np.nanmax(apart, initial=0.0)))
    return worst
