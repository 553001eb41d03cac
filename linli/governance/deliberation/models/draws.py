"""Residents invited by lot: what is published of it, and, until the talk is over, whom it met."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow


class Draw(CommunityRow):
    """A draw from the register of a day. Public are the seed, the size of the frame and how many
    of which stratum; whoever has the register and the seed draws the same again. The seed goes
    up before anybody is drawn (`drawn_at` empty), and a further draw has a number of its own, so
    that nobody draws until it suits them.

    `strata`: `[{"code", "title", "size", "wanted"}]`, in the order of the frame. `by`: what the
    strata are made of (age, sex, building). `said_yes`, `said_no` outlive the names. `frame_hash`
    is the mark of the frame the lot fell on: whoever draws again sees whether it is the same.
    """

    topic = models.ForeignKey("deliberation.Topic", models.PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField()
    seed = models.CharField(_("种子"), max_length=64)
    seed_from = models.CharField(_("种子怎么来的"), max_length=200)
    by = models.JSONField(default=list)
    wanted = models.PositiveSmallIntegerField(_("请几位"))
    announced_on = models.DateField()
    frame_on = models.DateField(null=True)
    frame_size = models.PositiveIntegerField(null=True)
    frame_hash = models.CharField(max_length=64, blank=True)
    strata = models.JSONField(default=list)
    drawn_at = models.DateTimeField(null=True)
    said_yes = models.PositiveIntegerField(default=0)
    said_no = models.PositiveIntegerField(default=0)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "topic", "number"], name="deliberation_draw_number"
            ),
            models.CheckConstraint(
                condition=Q(drawn_at__isnull=True, frame_on__isnull=True, frame_size__isnull=True)
                | Q(drawn_at__isnull=False, frame_on__isnull=False, frame_size__gte=F("wanted")),
                name="deliberation_draw_framed",
            ),
            models.CheckConstraint(
                condition=Q(wanted__gte=1) & ~Q(seed=""), name="deliberation_draw_seeded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Drawn(CommunityRow):
    """Somebody the lot met, in the drawn order of their stratum. `place` in it; asked at once
    where it is among the wanted, else only when somebody before them says no. The row goes when
    the talk is over."""

    ANSWERS: ClassVar = [("", _("等答复")), ("yes", _("来")), ("no", _("不来"))]

    draw = models.ForeignKey(Draw, models.CASCADE, related_name="drawn")
    stratum = models.CharField(max_length=80)
    place = models.PositiveSmallIntegerField()
    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=3, choices=ANSWERS, blank=True)

    class Meta:
        ordering: ClassVar = ["stratum", "place"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "draw", "stratum", "place"], name="deliberation_drawn_place"
            ),
            models.UniqueConstraint(
                fields=["community", "draw", "person"], name="deliberation_drawn_once"
            ),
            models.CheckConstraint(
                condition=Q(answer="") | Q(answer__in=["yes", "no"], asked_at__isnull=False),
                name="deliberation_drawn_asked_first",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stratum} {self.place}"
