"""What a roster of owners may hold."""

from datetime import date

from linli.lib.law import Finding


def area_known(area: int | None) -> Finding:
    """A unit has an area above nought."""
    return Finding(area is not None and area > 0, "property.unit_area", ("owners_heads.8",))


def unit_new(*, there: bool, label: str) -> Finding:
    """A unit stands in the roster once."""
    return Finding(not there, "property.unit_once", numbers={"unit": label})


def another_owner(*, same: bool) -> Finding:
    """A unit passes to somebody else."""
    return Finding(not same, "property.another_owner")


def owner_known(*, same: bool, alike: bool, another: bool) -> Finding:
    """All units of one buyer are one head, so whoever stands in the roster is chosen from it. Of
    the same name and phone they are the same; of the same name alone whoever enters says that they
    are another."""
    return Finding(not same and (not alike or another), "property.owner_known", ("owners_heads.9",))


def two_owners(*, same: bool) -> Finding:
    """Two rows of the roster are joined, not one with itself."""
    return Finding(not same, "property.two_owners")


def passes_on(on: date, since: date, today: date) -> Finding:
    """Not before the owner before had it, and not ahead of time."""
    return Finding(since <= on <= today, "property.passes_on", numbers={"since": since})


def not_in_a_vote(running: int) -> Finding:
    """Nobody joins two owners, or ties one, while a vote over them runs: the roll is frozen."""
    return Finding(running == 0, "property.roll_frozen", numbers={"votes": running})


def nothing_wrong(faults: int) -> Finding:
    """A table is taken in whole, or not at all."""
    return Finding(faults == 0, "property.table_clean", numbers={"rows": faults})


def seen_last(*, same: bool) -> Finding:
    """Nobody has changed it since the page was drawn."""
    return Finding(same, "property.vote_fresh")


def objected(words: str) -> Finding:
    """Who objects says what is wrong."""
    return Finding(bool(words.strip()), "property.objection_said")


def units_placed(without: int, first: str) -> Finding:
    """Who is asked for a part of the estate is known only once every home has its place."""
    return Finding(without == 0, "property.units_placed", numbers={"units": without, "unit": first})
