"""Two who change one row of a unit at once come one after the other, and are told of each other."""

from typing import Any, TypeVar

from django.db import models

from linli.lib.law import Finding, require

Row = TypeVar("Row", bound=models.Model)


def held(row: Row, seen: int | None = None) -> Row:
    """The row as it is now, kept from others until the act is over. Refused where somebody has
    changed it since version `seen`, from which the page was drawn."""
    known: Any = row
    rows = type(row)._default_manager.filter(community=known.community_id, pk=row.pk)
    fresh: Row = rows.select_for_update().get()
    current = fresh.version  # type: ignore[attr-defined]
    require(Finding(seen is None or seen == current, "organisations.unit_row_fresh"))
    return fresh


def keep(row: models.Model, **values: object) -> None:
    """Writes these columns, and that it is another version."""
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1  # type: ignore[attr-defined]
    row.save(update_fields=[*values, "version"])
