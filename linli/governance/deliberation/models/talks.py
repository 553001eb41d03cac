"""One talk on a topic: people who come together to talk it over."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.governance.deliberation.words import HALL_FORMS
from linli.lib.calendar import local_day


class Talk(CommunityRow):
    """A talk in a hall. How it stands is its gathering's. `minutes_on`: the day its minutes were
    published, after both had signed them."""

    topic = models.ForeignKey("deliberation.Topic", models.PROTECT, related_name="talks")
    gathering = models.OneToOneField("gathering.Gathering", models.PROTECT, related_name="+")
    form = models.CharField(_("形式"), max_length=16, choices=HALL_FORMS)
    minutes_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(form__in=[code for code, _words in HALL_FORMS]),
                name="deliberation_talk_form",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "topic"], name="deliberation_talk_topic"),
            models.Index(fields=["community", "minutes_on"], name="deliberation_talk_minuted"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.pk}"

    @property
    def meets_on(self) -> date:
        """The day it is held."""
        return local_day(self.gathering.starts_at)
