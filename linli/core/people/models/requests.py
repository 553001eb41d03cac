"""What people ask about their own data, and what they were answered (PIPL 44–50)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models.person import Person
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow


class RightsRequest(CommunityRow):
    """One request; its words are sealed like the data they speak of."""

    CORRECT, DELETE, EXPLAIN = "correct", "delete", "explain"
    KINDS = [
        (CORRECT, _("更正或补充")),
        (DELETE, _("删除")),
        (EXPLAIN, _("解释说明")),
    ]
    OUTCOMES = [("granted", _("已照办")), ("refused", _("未同意，理由如下"))]

    person = models.ForeignKey(Person, models.CASCADE, related_name="requests")
    kind = models.CharField(_("要求"), max_length=8, choices=KINDS)
    words = SealedTextField(_("具体内容"), blank=True, default="")
    asked_at = models.DateTimeField()
    promised_on = models.DateField()
    outcome = models.CharField(_("结果"), max_length=8, choices=OUTCOMES, blank=True)
    answer = SealedTextField(_("答复"), blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "person", "kind"],
                condition=Q(answered_at__isnull=True),
                name="rights_request_once",
            ),
            # A refusal gives its reasons (PIPL 50); so does whatever else is answered.
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, outcome="")
                | (Q(answered_at__isnull=False) & ~Q(outcome="")),
                name="rights_request_answered",
            ),
        ]
        indexes = [models.Index(fields=["community", "promised_on"], name="rights_request_due")]

    def __str__(self) -> str:
        return f"{self.kind} {self.asked_at:%F}"
