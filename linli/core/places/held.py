"""A row that is being changed: held against others, known by its version, written as the next.

row = locked(case)                              # as it now is; others wait for this act's end
row = held(case, seen, "hazards.fresh")         # and nobody has changed it since it was drawn
saved(row, state="closed")                      # these columns, and that it is another version
"""

from typing import Any, TypeVar

from django.db import models

from linli.lib.law import Finding, require

Row = TypeVar("Row", bound=models.Model)


def locked(row: Row) -> Row:
    """The row as it is now, which nobody else changes before this transaction ends."""
    known: Any = row
    found: Row = (
        type(row)
        ._default_manager.select_for_update()
        .get(community=known.community_id, pk=known.pk)
    )
    return found


def held(row: Row, seen: int | None, stale: str) -> Row:
    """The same; refused by the rule `stale` where somebody has changed it since the version
    `seen`, from which the page was drawn. `seen` None: no page was drawn from it."""
    found: Any = locked(row)
    require(Finding(seen is None or seen == found.version, stale))
    return found


def saved(row: Row, **values: object) -> Row:
    """Writes these columns, and that it is another version where the row keeps one."""
    changed: Any = row
    for name, value in values.items():
        setattr(changed, name, value)
    names = [*values]
    if hasattr(changed, "version"):
        changed.version += 1
        names.append("version")
    changed.save(update_fields=names)
    return row
