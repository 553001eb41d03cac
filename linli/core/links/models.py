"""The pair itself. It holds no content: what a row says, only its own domain shows."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Link(CommunityRow):
    """One row stands in a relation to another of the same community; read from the first:
    a matter was *referred to* a mediation, a task *implements* a resolution."""

    RELATIONS = [
        ("referred_to", _("转到")),
        ("follows_from", _("起因于")),
        ("implements", _("落实")),
        ("duplicates", _("重复于")),
    ]
    BACKWARDS = {
        "referred_to": _("转自"),
        "follows_from": _("引出"),
        "implements": _("由此落实"),
        "duplicates": _("有重复"),
    }

    relation = models.CharField(max_length=12, choices=RELATIONS)
    from_kind = models.CharField(max_length=60)
    from_id = models.UUIDField()
    to_kind = models.CharField(max_length=60)
    to_id = models.UUIDField()
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "from_id", "relation", "to_id"], name="link_once"
            ),
            models.CheckConstraint(condition=~Q(from_id=F("to_id")), name="link_two_rows"),
            models.CheckConstraint(
                condition=Q(
                    relation__in=["referred_to", "follows_from", "implements", "duplicates"]
                ),
                name="link_relation",
            ),
        ]
        indexes = [models.Index(fields=["community", "to_id"], name="link_backwards")]

    def __str__(self) -> str:
        return f"{self.from_kind} {self.relation} {self.to_kind}"
