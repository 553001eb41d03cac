"""One line of the list of what is done here."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth, for_reader, in_both
from linli.core.places.scope import CommunityRow
from linli.partners.intake.models.ground import Grounded, ground_checks
from linli.partners.intake.rules import Listed
from linli.partners.intake.words import FREQUENCIES


class Item(TitledInBoth, CommunityRow, Grounded):
    """A matter done here, as it stands from `since` until (not with) `until`.

    A line that changes is closed and another opened, so that a request is judged by the list of
    its day. `seed`: the shipped line it was taken over from. `body`: the office that may ask for
    it (none: nobody in particular); `office`: what that office is called where the line only
    knows its kind. `does_not`: what the committee does not do in this, for residents to read.
    """

    seed = models.CharField(max_length=40, blank=True, editable=False)
    title = models.CharField(_("事项"), max_length=80)
    title_en = models.CharField(_("英文名称"), max_length=120, blank=True)
    does = models.CharField(_("居委会做什么"), max_length=300)
    does_en = models.CharField(_("做什么（英文）"), max_length=400, blank=True)
    does_not = models.CharField(_("居委会不做什么"), max_length=300, blank=True)
    does_not_en = models.CharField(_("不做什么（英文）"), max_length=400, blank=True)
    office = models.CharField(_("哪类部门的事"), max_length=60, blank=True)
    office_en = models.CharField(_("哪类部门（英文）"), max_length=80, blank=True)
    body = models.ForeignKey(
        "access.Body",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("对应单位"),
    )
    form_names = models.CharField(_("要填的表"), max_length=200, blank=True)
    frequency = models.CharField(
        _("多久一次"), max_length=12, choices=FREQUENCIES, default="as_needed"
    )
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "title"],
                condition=Q(until__isnull=True),
                name="intake_item_title",
            ),
            models.UniqueConstraint(
                fields=["community", "seed"],
                condition=Q(until__isnull=True) & ~Q(seed=""),
                name="intake_item_seed",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="intake_item_term"
            ),
            *ground_checks("intake_item"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "nature", "since"], name="intake_item_nature"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def does_told(self) -> str:
        """What the committee does, in the reader's language."""
        return for_reader(in_both(self.does, self.does_en))

    @property
    def does_not_told(self) -> str:
        """What the committee does not do, in the reader's language."""
        return for_reader(in_both(self.does_not, self.does_not_en)) if self.does_not else ""

    @property
    def office_told(self) -> str:
        """Whose duty it is: the office itself where it is known here, else its kind."""
        if self.body is not None:
            return self.body.name
        return for_reader(in_both(self.office, self.office_en)) if self.office else ""

    @property
    def last_day(self) -> date | None:
        """The last day on the list (`until` is the first without it)."""
        return self.until - timedelta(days=1) if self.until else None

    @property
    def line(self) -> Listed:
        """The line as the check of a request reads it."""
        return Listed(self.pk, self.since, self.until, self.body_id)
