"""The director's audit, organised by the street office, and what residents have added to it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class DirectorAudit(CommunityRow):
    """One audit of a director's economic responsibility: in term, or on leaving (art. 38).

    `seat` is the row in the register of members. Commissioned by the street (`paper` is its
    letter), reported with a file, published as a notice: only then may the next election be held.
    """

    KINDS: ClassVar = [("in_term", _("任期审计")), ("departure", _("离任审计"))]
    STATES: ClassVar = [
        ("commissioned", _("已委托")),
        ("reported", _("已出报告")),
        ("published", _("已公布")),
    ]

    kind = models.CharField(_("类别"), max_length=10, choices=KINDS)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    seat = models.UUIDField()
    state = models.CharField(max_length=12, choices=STATES, default="commissioned")
    commissioned_by = models.CharField(_("由谁组织"), max_length=80)
    commissioned_on = models.DateField(_("委托日期"))
    paper = models.CharField(_("街道的文件"), max_length=120)
    auditor = models.CharField(_("由谁审计"), max_length=80)
    begins = models.DateField(_("审计期间自"))
    ends = models.DateField(_("审计期间至"))
    reported_on = models.DateField(_("报告日期"), null=True)
    summary = models.TextField(_("审计结果"), max_length=8000, blank=True)
    published_on = models.DateField(null=True)
    posting = models.ForeignKey("publication.Posting", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "seat", "kind"],
                condition=~Q(state="published"),
                name="audit_one_at_a_time",
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="audit_period"),
            models.CheckConstraint(
                condition=Q(state="commissioned") | (Q(reported_on__isnull=False) & ~Q(summary="")),
                name="audit_reported",
            ),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_on__isnull=False),
                name="audit_published",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "seat", "kind"], name="audit_seat")]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def tone(self) -> str:
        """The status component's tone."""
        return {"commissioned": "new", "reported": "open"}.get(self.state, "done")


class AuditItem(CommunityRow):
    """One thing the audit looks at. An extra one is there because so many asked: who they were
    stands on the paper and not here."""

    ASKED_BY: ClassVar = [
        ("", _("审计的常规内容")),
        ("representatives", _("居民代表")),
        ("residents", _("居民")),
    ]

    audit = models.ForeignKey(DirectorAudit, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    what = models.CharField(_("审计什么"), max_length=200)
    asked_by = models.CharField(max_length=16, choices=ASKED_BY, blank=True)
    signed = models.PositiveIntegerField(null=True)
    base = models.PositiveIntegerField(null=True)
    base_source = models.CharField(max_length=120, blank=True)
    found = models.TextField(_("审计怎么说"), max_length=2000, blank=True)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "audit", "position"], name="audit_item_position"
            ),
            models.CheckConstraint(
                condition=Q(asked_by="", signed__isnull=True)
                | Q(asked_by__in=["representatives", "residents"], signed__isnull=False)
                & Q(base__isnull=False)
                & ~Q(base_source=""),
                name="audit_item_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}"
