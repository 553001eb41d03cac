"""What is to be spoken of, in order, and what was decided on it."""

from typing import Any, ClassVar

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class AgendaItem(CommunityRow):
    """One item. `decides`: something is to be decided on it. `said` is the gist of what was said,
    as the recorder wrote it; `put_off` why it was left for another day."""

    gathering = models.ForeignKey("gathering.Gathering", models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(_("议题"), max_length=120)
    text = models.TextField(_("说明"), max_length=4000, blank=True)
    presenter = models.CharField(_("报告人"), max_length=40, blank=True)
    decides = models.BooleanField(_("需要表决"), default=False)
    said = models.TextField(_("讨论要点"), max_length=8000, blank=True)
    put_off = models.CharField(_("暂缓的原因"), max_length=400, blank=True)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "gathering", "order"], name="agendaitem_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.title}"


class Decision(CommunityRow):
    """What was decided on one item, once. Counts only: by show of hands, or by a secret vote the
    domain held elsewhere and hands in. `present`: how many with a vote were there when it was
    taken, against whom it is judged; `finding`: the domain's rule with its working."""

    WAYS: ClassVar = [("hands", _("举手表决")), ("secret", _("无记名投票"))]

    item = models.OneToOneField(AgendaItem, models.CASCADE, related_name="decision")
    way = models.CharField(_("表决方式"), max_length=8, choices=WAYS)
    present = models.PositiveIntegerField()
    votes_for = models.PositiveIntegerField(_("赞成"))
    votes_against = models.PositiveIntegerField(_("反对"))
    abstained = models.PositiveIntegerField(_("弃权"))
    adopted = models.BooleanField()
    finding = models.JSONField(encoder=DjangoJSONEncoder)
    text = models.TextField(_("决定"), max_length=8000)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "item"], name="decision_once"),
            models.CheckConstraint(
                condition=Q(present__gte=F("votes_for") + F("votes_against") + F("abstained")),
                name="decision_within_present",
            ),
            models.CheckConstraint(condition=Q(way__in=["hands", "secret"]), name="decision_way"),
        ]

    def __str__(self) -> str:
        return f"{self.votes_for}:{self.votes_against}:{self.abstained}"

    @property
    def not_voting(self) -> int:
        """Those present who did not vote at all; a number, never a list."""
        return self.present - self.votes_for - self.votes_against - self.abstained
