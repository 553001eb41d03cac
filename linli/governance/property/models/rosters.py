"""A table of units being looked at before it is taken in, and what owners say against the
roster."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.governance.property.models.estate import Estate, Owner


class RosterTable(CommunityRow):
    """A table as it was read, sealed, until it is taken in or left; at most a day. Nothing of it
    is in the roster before. `faults`: the rows with something to put right, in sentences' codes."""

    STATES: ClassVar = [("read", _("等确认")), ("taken", _("已存入")), ("left", _("没有存入"))]

    estate = models.ForeignKey(Estate, models.CASCADE, related_name="+")
    state = models.CharField(max_length=5, choices=STATES, default="read")
    content = SealedTextField(blank=True, default="")
    filename = models.CharField(max_length=80)
    units = models.PositiveIntegerField(default=0)
    owners = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    area = models.PositiveBigIntegerField(default=0)
    faults = models.JSONField(default=list, blank=True)
    read_at = models.DateTimeField()
    read_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "estate", "-read_at"], name="roster_table_read")
        ]

    def __str__(self) -> str:
        return f"roster table {self.pk}"


class RosterObjection(CommunityRow):
    """An owner says that something kept of them or their units is wrong, and is answered."""

    owner = models.ForeignKey(Owner, models.CASCADE, related_name="objections")
    words = SealedTextField(_("哪里不对"))
    sent_at = models.DateTimeField()
    answer = SealedTextField(_("答复"), blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "-sent_at"], name="roster_objection_sent")
        ]

    def __str__(self) -> str:
        return f"roster objection {self.pk}"
