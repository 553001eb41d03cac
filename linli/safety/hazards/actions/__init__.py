"""The acts of this room, each called by its module."""

from linli.safety.hazards.actions import (  # noqa: F401
    finding,
    fire,
    found,
    meeting,
    mending,
    points,
    police,
    rounds,
    telling,
)
