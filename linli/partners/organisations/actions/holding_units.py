"""Two who change one row of a unit at once come one after the other, and are told of each other."""

from typing import TypeVar

from django.db import models

from linli.core.places.held import held as hold, saved

Row = TypeVar("Row", bound=models.Model)


def held(row: Row, seen: int | None = None) -> Row:
    """The row as it is now, kept from others until the act is over. Refused where somebody has
    changed it since version `seen`, from which the page was drawn."""
    return hold(row, seen, "organisations.unit_row_fresh")


def keep(row: models.Model, **values: object) -> None:
    """Writes these columns, and that it is another version."""
    saved(row, **values)
