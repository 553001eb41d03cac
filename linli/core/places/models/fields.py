"""The path of a place: a column that both databases order byte by byte."""

from typing import Any
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
_SEGMENT_LETTERS = 8


class PathField(models.CharField):
    """Segments joined by "/", the widest place first.

    A subtree is read as the range from `path + "/"` to `path + "0"` ("0" follows "/"), which an
    index answers. That holds only in byte order; a PostgreSQL database made with a language's
    collation skips "/" when it sorts, so there the column says which order it means.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 120)
        super().__init__(*args, **kwargs)

    def db_parameters(self, connection: BaseDatabaseWrapper) -> Any:
        parameters = super().db_parameters(connection)
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters


def segment_of(place: UUID) -> str:
    """The place's own part of its path: the last 40 bits of its id, in letters.

    It stays with the place for life, so neither a new name nor a new code rewrites a subtree.
    """
    number = place.int & ((1 << 5 * _SEGMENT_LETTERS) - 1)
    letters = []
    for _position in range(_SEGMENT_LETTERS):
        number, rest = divmod(number, 32)
        letters.append(_LETTERS[rest])
    return "".join(reversed(letters))


def below(path: str, column: str = "path") -> models.Q:
    """The places under `path`, without the place itself."""
    return models.Q(**{f"{column}__gte": f"{path}/", f"{column}__lt": f"{path}0"})


def within(path: str, column: str = "path") -> models.Q:
    """The place at `path` and all under it."""
    return models.Q(**{column: path}) | below(path, column)
