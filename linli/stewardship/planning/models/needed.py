"""What a goal and a task have in common: the standard they serve and the need they answer."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.stewardship.planning.words import NEEDS, STANDARDS


class Needed(models.Model):
    """`need`: what sort of need it answers, nothing while nobody has said; `need_words` says
    which, so that it reads the same when the need itself has moved on; `need_ref` points at it
    (`sources.NeedRef`), where it lies in this room or is tied by a link."""

    standard = models.CharField(_("服务哪条标准"), max_length=2, choices=STANDARDS, blank=True)
    need = models.CharField(_("回应什么需要"), max_length=10, choices=NEEDS, blank=True)
    need_ref = models.CharField(max_length=160, blank=True)
    need_words = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def need_told(self) -> str:
        """The need in words: what sort, and which."""
        if not self.need:
            return ""
        kind = str(dict(NEEDS)[self.need])
        return f"{kind}{_('：')}{self.need_words}" if self.need_words else kind


def need_checks(name: str) -> list[Any]:
    """The constraints of a table that inherits `Needed`."""
    return [
        models.CheckConstraint(condition=Q(need__in=["", *dict(NEEDS)]), name=f"{name}_need_known"),
        models.CheckConstraint(
            condition=~Q(need__in=["wish", "survey", "diagnosis"]) | ~Q(need_ref=""),
            name=f"{name}_need_pointed_at",
        ),
    ]
