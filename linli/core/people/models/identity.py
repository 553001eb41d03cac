"""Which rows are one person and which are not, remembered so that nobody is asked twice."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from linli.core.people.models.person import Person
from linli.core.places.scope import CommunityRow


def in_order(one: Any, other: Any) -> tuple[Any, Any]:
    """Two ids in the order in which a pair is kept."""
    return (one, other) if one < other else (other, one)


class NotSamePerson(CommunityRow):
    """Two rows that look alike and are two people, as somebody who knows has said."""

    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "first", "second"], name="not_same_person_once"
            ),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="not_same_person_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decided_at:%F}"


class Merge(CommunityRow):
    """`absorbed` turned out to be `kept`. `moved` holds ids of what changed hands and names of
    the fields that were filled, so that it can be taken back whole."""

    kept = models.ForeignKey(Person, models.CASCADE, related_name="+")
    absorbed = models.ForeignKey(Person, models.CASCADE, related_name="merges")
    merged_at = models.DateTimeField()
    moved = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="merge_of_another"),
            models.UniqueConstraint(
                fields=["community", "absorbed"],
                condition=Q(undone_at__isnull=True),
                name="merge_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.merged_at:%F}"
