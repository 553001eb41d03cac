"""The days that depart from the national calendar."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.lib.identity.ids import new_id


class CalendarDay(models.Model):
    """One day as a community (or, without one, the whole instance) keeps it, over what the
    national calendar says. A row is changed, never deleted: `ordinary` says that the day is
    like any other of its weekday, also where the country says otherwise.
    """

    KINDS: ClassVar = [
        ("holiday", _("放假")),
        ("make_up", _("调休上班")),
        ("ordinary", _("按平常")),
    ]

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    community = models.ForeignKey(
        "places.Place", models.PROTECT, null=True, blank=True, related_name="+"
    )
    on = models.DateField(_("日期"))
    kind = models.CharField(_("这一天"), max_length=10, choices=KINDS)
    name = models.CharField(_("名称"), max_length=40)
    source = models.CharField(_("依据"), max_length=200, blank=True)
    # Grows with every change, so that a calendar already built knows whether it is still true.
    revision = models.PositiveIntegerField(editable=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "on"], name="calendar_day_community"),
            models.UniqueConstraint(
                fields=["on"], condition=Q(community__isnull=True), name="calendar_day_instance"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["holiday", "make_up", "ordinary"]),
                name="calendar_day_kind",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-revision"], name="calendar_day_revision")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"
