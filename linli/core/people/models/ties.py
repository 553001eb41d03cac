"""What ties a person to a dwelling, and persons to one household, from when to when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models.person import Person
from linli.core.places.scope import CommunityRow


class Household(CommunityRow):
    """Those who live, or are registered, together at one dwelling.

    `number` is the number of the household register booklet, where there is one. The
    representative is the one the household itself named to speak for it.
    """

    dwelling = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    number = models.CharField(_("户号"), max_length=30, blank=True)
    representative = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="represents"
    )
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    batch = models.ForeignKey("people.Batch", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "number"],
                condition=Q(until__isnull=True) & ~Q(number=""),
                name="household_number",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="household_term"
            ),
        ]
        indexes = [models.Index(fields=["community", "dwelling"], name="household_dwelling")]

    def __str__(self) -> str:
        return f"household {self.pk}"


class Tie(CommunityRow):
    """One person's tie to one dwelling; `until` is the first day on which it no longer holds."""

    OWNER, TENANT, HUKOU, RESIDENT = "owner", "tenant", "hukou_here", "usual_resident"
    KINDS = [
        (OWNER, _("业主")),
        (TENANT, _("承租人")),
        (HUKOU, _("户籍在此")),
        (RESIDENT, _("常住")),
    ]
    SOURCES = [
        ("desk", _("柜台登记")),
        ("import", _("表格导入")),
        ("self", _("本人申报")),
        ("paper", _("纸质材料")),
    ]
    # One registers, and usually lives, at one place at a time; one may own or rent several.
    ONE_AT_A_TIME = (HUKOU, RESIDENT)

    person = models.ForeignKey(Person, models.CASCADE, related_name="ties")
    dwelling = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    household = models.ForeignKey(
        Household, models.SET_NULL, null=True, blank=True, related_name="ties"
    )
    kind = models.CharField(_("与住房的关系"), max_length=16, choices=KINDS)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    source = models.CharField(_("来源"), max_length=8, choices=SOURCES)
    batch = models.ForeignKey("people.Batch", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "person", "dwelling", "kind"],
                condition=Q(until__isnull=True),
                name="tie_once",
            ),
            models.UniqueConstraint(
                fields=["community", "person", "kind"],
                condition=Q(until__isnull=True, kind__in=("hukou_here", "usual_resident")),
                name="tie_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="tie_term"
            ),
        ]
        indexes = [
            models.Index(fields=["community", "dwelling", "kind"], name="tie_dwelling"),
            models.Index(fields=["community", "kind"], name="tie_kind"),
            # For the clock, which looks everywhere for those whose year is over.
            models.Index(fields=["until"], name="tie_ended", condition=Q(until__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.since}–{self.until or ''}"
