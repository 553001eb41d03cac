"""The paper boards, what hangs on them, and the weekly look whether paper equals web."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.publication.models.posting import Posting


class Board(CommunityRow):
    """One board of the community; `until` is the first day on which it is no longer used."""

    name = models.CharField(_("名称"), max_length=40)
    where = models.CharField(_("位置"), max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "name"],
                condition=Q(until__isnull=True),
                name="board_name",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="board_term"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Hanging(CommunityRow):
    """That one version of a notice hangs on a board: who hung it when, with a photo as proof
    (a file of this row), and who took it off."""

    posting = models.ForeignKey(Posting, models.CASCADE, related_name="hangings")
    board = models.ForeignKey(Board, models.PROTECT, related_name="hangings")
    version = models.PositiveIntegerField()
    hung_at = models.DateTimeField()
    hung_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    taken_off_at = models.DateTimeField(null=True)
    taken_off_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "posting", "board"],
                condition=Q(taken_off_at__isnull=True),
                name="hanging_once",
            ),
            models.CheckConstraint(
                condition=Q(taken_off_at__isnull=True) | Q(taken_off_at__gte=F("hung_at")),
                name="hanging_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "board"],
                condition=Q(taken_off_at__isnull=True),
                name="hanging_now",
            ),
            models.Index(fields=["community", "posting"], name="hanging_of_notice"),
        ]

    def __str__(self) -> str:
        return f"hanging {self.pk}"


class BoardCheck(CommunityRow):
    """One look at a board beside the list of what is up: `found` says of each notice, by its
    id, whether the paper is `same`, `missing`, `differs`, or `left_over`."""

    FOUND: ClassVar = [
        ("same", _("一致")),
        ("missing", _("板上没有")),
        ("differs", _("内容不一致")),
        ("left_over", _("到期未取下")),
    ]

    board = models.ForeignKey(Board, models.PROTECT, related_name="checks")
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    found = models.JSONField(default=dict)
    equal = models.BooleanField()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "board", "-checked_at"], name="board_check_latest")
        ]

    def __str__(self) -> str:
        return f"check {self.checked_at:%F}"
