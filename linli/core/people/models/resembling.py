"""Pairs of rows that may be one person, as they were last looked for: suggestions, decided by
nobody yet. What is decided stands in `Merge` and `NotSamePerson`."""

from django.db import models
from django.db.models import F, Q

from linli.core.people.models.person import Person
from linli.core.places.scope import CommunityRow


class Resemblance(CommunityRow):
    """One pair. `reasons` are labels (`rules.likeness`), never a value of either row."""

    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    sureness = models.PositiveSmallIntegerField()
    reasons = models.JSONField(default=list)
    found_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "first", "second"], name="resemblance_once"
            ),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="resemblance_in_order"),
        ]
        indexes = [models.Index(fields=["community", "-sureness", "id"], name="resemblance_surest")]

    def __str__(self) -> str:
        return f"{self.sureness} {self.found_at:%F}"
