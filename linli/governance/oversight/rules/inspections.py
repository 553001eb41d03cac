"""Inspections: two sheets held against each other, and what a finding must say (arts. 34-36)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which two sheets differ: its key, and what each says ("" where it is silent)."""

    key: str
    one: Any
    other: Any


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[Difference]:
    """Where two sheets differ, by the order of the first and then of the second. Blanks at the
    ends and empty fields are no difference; a number written as text is the number."""
    found = []
    for key in dict.fromkeys((*one, *other)):
        left, right = one.get(key, ""), other.get(key, "")
        if _plain(left) != _plain(right):
            found.append(Difference(key, left, right))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: plain for key, each in value.items() if (plain := _plain(each)) != ""}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return "" if value is None else " ".join(str(value).split())


def sheet_digest(fields: Mapping[str, Any]) -> str:
    """The SHA-256 of what a sheet says: JSON with sorted keys, no spaces, UTF-8."""
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def sheets_differ(number: int) -> Finding:
    """Two sheets that say the same give nothing to find."""
    return Finding(
        number > 0, "oversight.sheets_differ", cites=("rcl2025.34",), numbers={"number": number}
    )


def another_sheet(same: bool) -> Finding:
    """A sheet is held against another one."""
    return Finding(not same, "oversight.another_sheet")


def grounded(text: str) -> Finding:
    """What was found is said with its grounds: what was seen, where, held against what."""
    return Finding(bool(text.strip()), "oversight.grounded", cites=("rcl2025.36",))


def still_planned(state: str) -> Finding:
    """An inspection is carried out, or dropped, once."""
    return Finding(state == "planned", "oversight.still_planned")


def limit_ahead(limit: date, on: date) -> Finding:
    """The day by which something is to be put right is still to come."""
    return Finding(limit > on, "oversight.limit_ahead", numbers={"limit": limit, "on": on})


def published_once(already: bool) -> Finding:
    """A finding is posted once; what changes in it corrects the posting."""
    return Finding(not already, "oversight.published_once")


def settled_first(state: str) -> Finding:
    """What is posted has come to an end: put right, or reported upward."""
    return Finding(state in ("settled", "reported"), "oversight.settled_first")
