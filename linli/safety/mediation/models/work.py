"""What the mediation committee does besides cases: its terms, and looking for quarrels."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Term(CommunityRow):
    """One term of the mediation committee. Who mediates stands in the posts (`mediator`); here is
    who takes the chair, how many were chosen by the residents' assembly and how many of them are
    women, and when the list went to the county justice bureau. `until`: the first day without."""

    chair = models.ForeignKey("access.Account", models.PROTECT, related_name="+")
    members = models.PositiveSmallIntegerField(_("委员人数"))
    women = models.PositiveSmallIntegerField(_("其中妇女"))
    chosen_on = models.DateField(_("推选日期"))
    until = models.DateField(_("任期到"))
    listed_on = models.DateField(_("名单报县级司法行政部门的日期"), null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "chosen_on"], name="mediation_term_once"),
            models.CheckConstraint(
                condition=Q(until__gt=F("chosen_on")), name="mediation_term_order"
            ),
            models.CheckConstraint(
                condition=Q(members__gte=F("women")), name="mediation_term_women"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chosen_on}"


class Screening(CommunityRow):
    """One round of looking for quarrels: where, on which day, by whom, and how many of each kind
    were found. No names and no doors; what one wants mediated becomes an offer."""

    on = models.DateField(_("哪一天"))
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    sensitive = models.BooleanField(_("敏感时期的专项排查"), default=False)
    found = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["community", "-on", "id"], name="screening_newest")]

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def total(self) -> int:
        """How many were found in all."""
        return sum(self.found.values())
