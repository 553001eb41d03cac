"""Names with their path, because names repeat: nineteen villages of one city are 双龙村委会."""

import re

from linli.core.places.kinds import COMMUNITY, LEVELS

SEPARATOR = " › "

_NUMBER = re.compile(r"\d+")


def full_name(kind: str, name: str, above: tuple[str, str, str] | None) -> str:
    """The name after the names above it; `above` is the parent's kind, name and full name.

    A division is named from its province down; what lies in a community from the community
    down, because whoever reads it is in that community.
    """
    if above is None or above[0] == "country":
        return name
    parent_kind, parent_name, parent_full = above
    if parent_kind == "community" and LEVELS[kind] > COMMUNITY:
        return f"{parent_name}{SEPARATOR}{name}"
    return f"{parent_full}{SEPARATOR}{name}"


def natural_order(name: str) -> str:
    """A sort key that puts 2号楼 before 10号楼, also in a database."""
    return _NUMBER.sub(lambda number: number[0].zfill(5), name)
