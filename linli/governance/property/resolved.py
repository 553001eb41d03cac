"""What follows within this room, or beyond it by a crossing, from a result that was told.

when_resolved(write_resolution)      # called with the act and the vote, inside the act
"""

from collections.abc import Callable
from typing import Any

_FOLLOWERS: list[Callable[[Any, Any], object]] = []


def when_resolved(follow: Callable[[Any, Any], object]) -> Callable[[Any, Any], object]:
    """Has `follow(act, vote)` called when the result of an owners' vote is published."""
    if follow not in _FOLLOWERS:
        _FOLLOWERS.append(follow)
    return follow


def tell_resolved(act: Any, vote: Any) -> None:
    """Calls all who asked to hear."""
    for follow in _FOLLOWERS:
        follow(act, vote)
