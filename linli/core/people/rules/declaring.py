"""What has to be said with each kind of change for it to mean something."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from linli.lib.law import Finding

SAID_WITH: Mapping[str, tuple[str, ...]] = {
    "moved_in": (),
    "moved_out": (),
    "born": ("name",),
    "died": (),
    "phone": ("phone",),
    "name": ("name",),
    "separated": ("members",),
}
"""Kind of change → what is said beside whom it concerns and the day."""

WITHOUT_PERSON = frozenset({"moved_in", "born", "separated"})
"""Kinds that may concern somebody who is not in the register yet, or several."""

WITHOUT_DAY = frozenset({"phone", "name"})


def declared_whole(
    kind: str, about: bool, on: date | None, today: date, said: Mapping[str, Any]
) -> Finding:
    """Whom it concerns, on which day, and what goes with it; a change is told of once it has
    happened, moving at most a month ahead."""
    missing = [name for name in SAID_WITH.get(kind, ()) if not said.get(name)]
    if kind not in SAID_WITH:
        missing.append("kind")
    if not about and kind not in WITHOUT_PERSON:
        missing.append("about")
    if not about and kind == "moved_in" and not said.get("name"):
        missing.append("name")
    if on is None and kind not in WITHOUT_DAY:
        missing.append("on")
    ahead = 31 if kind in ("moved_in", "moved_out", "separated") else 0
    early = on is not None and (on - today).days > ahead
    return Finding(
        not missing and not early,
        "people.declared_whole",
        numbers={"missing": len(missing), "ahead": ahead},
    )
