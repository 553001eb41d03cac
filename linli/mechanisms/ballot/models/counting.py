"""Paper: the stations, who counts there, and what each teller entered.

Nothing here knows an elector: a station counts papers, a sheet counts patterns.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.mechanisms.ballot.models.poll import Poll


class Station(CommunityRow):
    """A polling station, or a mobile box. `issued` grows with every paper handed out and every
    spoiled one replaced; `spoiled` were given back for a new one; `returned` lay in the box;
    `unreturned` were carried off. What must balance is in `rules.balance`. `void_ground` and
    `void_asked_by`: why, and at whose asking, its papers count for nothing; before a second person
    has agreed they still count.
    """

    STATES: ClassVar = [
        ("preparing", _("筹备中")),
        ("open", _("投票中")),
        ("closed", _("已封箱")),
        ("counted", _("已计票")),
        ("merged", _("已并入他站")),
        ("void", _("作废")),
    ]

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="stations")
    name = models.CharField(max_length=80)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    mobile = models.BooleanField(default=False)
    state = models.CharField(max_length=9, choices=STATES, default="preparing")
    version = models.PositiveIntegerField(default=0)
    issued = models.PositiveIntegerField(default=0)
    spoiled = models.PositiveIntegerField(default=0)
    returned = models.PositiveIntegerField(null=True)
    unreturned = models.PositiveIntegerField(null=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    witnessed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    witnessed_at = models.DateTimeField(null=True)
    void_ground = models.CharField(max_length=80, blank=True)
    void_asked_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "poll", "name"], name="station_name"),
            models.CheckConstraint(
                condition=Q(state__in=["preparing", "open", "closed", "counted", "merged", "void"]),
                name="station_state",
            ),
            models.CheckConstraint(
                condition=Q(spoiled__lte=F("issued")), name="station_spoiled_of_issued"
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into__isnull=True)),
                name="station_merged",
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="station_merged_into_another",
            ),
            models.CheckConstraint(
                condition=~Q(state="counted") | Q(returned__isnull=False, unreturned__isnull=False),
                name="station_counted",
            ),
        ]

    def __str__(self) -> str:
        return f"station {self.pk} {self.state}"


class Teller(CommunityRow):
    """Who counts at a station, in which part; one person, one part."""

    PARTS: ClassVar = [
        ("first", _("第一计票人")),
        ("second", _("第二计票人")),
        ("witness", _("监票人")),
    ]

    station = models.ForeignKey(Station, models.CASCADE, related_name="tellers")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    part = models.CharField(max_length=7, choices=PARTS)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "station", "part"], name="teller_part"),
            models.UniqueConstraint(
                fields=["community", "station", "account"], name="teller_account"
            ),
            models.CheckConstraint(
                condition=Q(part__in=["first", "second", "witness"]), name="teller_known_part"
            ),
        ]

    def __str__(self) -> str:
        return f"teller {self.part}"


class Sheet(CommunityRow):
    """One of the two entries of a station's papers. `key` is made on the teller's device, so
    that what is sent again after the network broke counts once. An entry that differed from the
    other is superseded by a fresh one, and kept."""

    PARTS: ClassVar = Teller.PARTS[:2]

    station = models.ForeignKey(Station, models.CASCADE, related_name="sheets")
    part = models.CharField(max_length=7, choices=PARTS)
    key = models.UUIDField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    submitted_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "key"], name="sheet_key"),
            models.UniqueConstraint(
                fields=["community", "station", "part"],
                condition=Q(superseded_at__isnull=True),
                name="sheet_part_once",
            ),
            models.CheckConstraint(condition=Q(part__in=["first", "second"]), name="sheet_part"),
        ]

    def __str__(self) -> str:
        return f"sheet {self.part}"


class Line(CommunityRow):
    """So many papers marked alike. `pattern` is one paper's marks (`rules.papers`), `key` the
    SHA-256 of its one written form."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="lines")
    pattern = models.JSONField()
    key = models.CharField(max_length=64)
    number = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "sheet", "key"], name="line_pattern"),
            models.CheckConstraint(condition=Q(number__gte=1), name="line_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number} papers"
