"""Slips, and answers that know no slip.

A slip and an answer sheet share no key, no time and no order: both have random keys and, on
SQLite, tables without row numbers (`core/places/unordered.py`). A slip says only whether it was
used; who took one from the page stands as a keyed digest, gone when the questionnaire closes. The
one thing that may pass from slip to sheet is a stratum, where it was drawn large enough.
"""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from linli.core.places.scope import CommunityRow
from linli.mechanisms.questionnaire.models.asking import Questionnaire
from linli.mechanisms.questionnaire.words import CHANNELS


class Slip(CommunityRow):
    """A slip of paper or a link with a code, handed to a household or a person, or taken on the
    page; it is good for one answer. It does not say to whom it was handed. Only a digest of the
    code is kept. `stratum`: the group of the frame it was handed out in, or nothing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="slips")
    digest = models.BinaryField(max_length=32)
    stratum = models.CharField(max_length=40, blank=True)
    used = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "questionnaire", "digest"], name="slip_digest_once"
            )
        ]

    def __str__(self) -> str:
        return "slip"


class SlipTaken(CommunityRow):
    """That a household or a person has taken a slip on the page: a keyed digest of the dwelling
    or the account, by which a second is refused. It does not say which slip."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="takings")
    taker = models.BinaryField(max_length=32)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "questionnaire", "taker"], name="sliptaken_once"
            )
        ]

    def __str__(self) -> str:
        return "taken"


class AnswerSheet(CommunityRow):
    """One answer that counts: by question the options chosen (`"dk"`: don't know), or the words.
    Nothing else but its channel and stratum, and never changed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="sheets")
    channel = models.CharField(max_length=5, choices=CHANNELS, default="web")
    stratum = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(channel__in=[code for code, _title in CHANNELS]), name="sheet_channel"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["community", "questionnaire"], name="sheet_of")]

    def __str__(self) -> str:
        return "sheet"


class PaperEntry(CommunityRow):
    """A sheet of paper that is being typed twice. `first_by`, `second_by`: keyed digests of the
    accounts that typed, since they must be two. Once both agree, or the differences are settled,
    an answer sheet is made and this row goes; at the close all of them go."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    questionnaire = models.ForeignKey(Questionnaire, models.CASCADE, related_name="entries")
    slip = models.ForeignKey(Slip, models.CASCADE, related_name="+")
    first_by = models.BinaryField(max_length=32)
    first = models.JSONField(default=dict)
    second_by = models.BinaryField(max_length=32, null=True)
    second = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "slip"], name="paperentry_of_slip_once"),
            models.CheckConstraint(
                condition=Q(second__isnull=True, second_by__isnull=True)
                | Q(second__isnull=False, second_by__isnull=False),
                name="paperentry_second_whole",
            ),
        ]

    def __str__(self) -> str:
        return "paper"
