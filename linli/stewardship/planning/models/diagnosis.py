"""A community's own look at itself on one day."""

from typing import ClassVar

from django.db import models

from linli.core.places.scope import CommunityRow


class Diagnosis(CommunityRow):
    """What the registers held on the day it was made; computed, never typed, never changed.

    `content`: `{"sections": [{"key", "title", "says", "lines": [line, …]}, …]}`, a line as
    `sources.Line` writes it. Titles stand in both languages.
    """

    year = models.PositiveSmallIntegerField()
    on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    content = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "-made_at", "id"], name="diagnosis_newest")
        ]

    def __str__(self) -> str:
        return f"{self.on}"
