"""Every operational row belongs to one community, and no query may forget it.

`CommunityRow` is what such rows inherit; its default manager refuses a query that names neither
a community nor a row's owner, so a forgotten filter raises in the first test instead of leaking.
Crossing communities is its own named road: `across_communities`.
"""

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models.lookups import Lookup
from django.db.models.sql.where import WhereNode

from linli.lib.identity.ids import new_closed_id, new_id

Row = TypeVar("Row", bound=models.Model)


class UnscopedQuery(RuntimeError):
    """A query on community rows that does not say which community. A programming error."""


class CommunityQuerySet(models.QuerySet[Row]):
    """A queryset that runs only where it names a community (or comes from a row's relation)."""

    _across = False

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc]
        clone._across = self._across
        return clone

    def across_communities(self, reason: str) -> Self:
        """Lifts the guard for this query; `reason` is for the reader of the code."""
        assert reason
        clone = self._clone()
        clone._across = True
        return clone

    def _guard(self) -> None:
        # A row's own relation, read one by one or prefetched, carries the row as a hint.
        hints: dict[str, Any] = self._hints  # type: ignore[attr-defined]
        if self._across or self.query.is_empty() or "instance" in hints:
            return
        if not _names_community(self.query.where):
            raise UnscopedQuery(f"{self.model._meta.label}: which community?")

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._guard()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Any:
        self._guard()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._guard()
        return super().count()

    def exists(self) -> bool:
        self._guard()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._guard()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._guard()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._guard()
        return super().delete()


def _names_community(where: WhereNode | Any) -> bool:
    for child in getattr(where, "children", ()):
        if isinstance(child, WhereNode):
            if not child.negated and child.connector == "AND" and _names_community(child):
                return True
        elif isinstance(child, Lookup):
            target = getattr(child.lhs, "target", None)
            names_one = child.lookup_name in ("exact", "in")
            if names_one and getattr(target, "column", "") == "community_id":
                return True
    return False


CommunityRows = models.Manager.from_queryset(CommunityQuerySet)


class CommunityRow(models.Model):
    """What every operational row inherits: an id made here, and its community."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    community = models.ForeignKey("places.Place", models.PROTECT, related_name="+")

    objects = CommunityRows()

    class Meta:
        abstract = True


class ClosedRow(CommunityRow):
    """What every closed row inherits (`audit/closed.py`): its id tells no time."""

    is_closed = True

    id = models.UUIDField(primary_key=True, default=new_closed_id, editable=False)

    class Meta:
        abstract = True
