"""A charity one works with, and its public appeals as they are told here."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.rules.appeals import Cooperation, may_appeal


class Charity(CommunityRow):
    """A charity, its qualification to raise funds in public, the agreement with it and its own
    account. `agreed_until` and `qualified_until` are the first days without."""

    name = models.CharField(_("慈善组织全称"), max_length=80)
    qualification = models.CharField(_("公开募捐资格证书编号"), max_length=60, blank=True)
    qualified_until = models.DateField(_("资格从哪天起无效"), null=True, blank=True)
    agreement = models.CharField(_("合作协议编号"), max_length=60, blank=True)
    agreed_since = models.DateField(_("协议从哪天起"), null=True, blank=True)
    agreed_until = models.DateField(_("协议从哪天起不再有效"), null=True, blank=True)
    account_holder = models.CharField(_("收款账户的户名"), max_length=80, blank=True)
    account_bank = models.CharField(_("开户行"), max_length=80, blank=True)
    account_tail = models.CharField(_("账号后四位"), max_length=4, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "name"], name="funds_charity_name"),
            models.CheckConstraint(
                condition=Q(agreed_until__isnull=True)
                | Q(agreed_since__isnull=False, agreed_until__gt=F("agreed_since")),
                name="funds_charity_agreed",
            ),
        ]
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def cooperation(self) -> Cooperation:
        """What the rule looks at."""
        return Cooperation(
            self.name,
            self.qualification,
            self.qualified_until,
            self.agreement,
            self.agreed_since,
            self.agreed_until,
            self.account_holder,
        )


class Appeal(CommunityRow):
    """A charity's public appeal: its filing number, the numbers of qualification and agreement as
    they stood when it was opened, where one gives. One drafts it, another opens it; before that
    nobody outside reads it. The money never comes here. `raised_fen`: what
    the charity says it raised, and the day it said so."""

    charity = models.ForeignKey(Charity, models.PROTECT, related_name="appeals")
    title = models.CharField(_("为什么募捐"), max_length=80)
    about = models.CharField(_("说明"), max_length=400)
    qualification = models.CharField(max_length=60)
    agreement = models.CharField(max_length=60)
    filing = models.CharField(_("募捐方案备案编号"), max_length=60)
    link = models.URLField(_("慈善组织的捐赠页面"), max_length=200, blank=True)
    since = models.DateField(_("从哪天起"))
    until = models.DateField(_("到哪天为止"))
    drafted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    opened_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    opened_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    raised_fen = models.PositiveBigIntegerField(null=True)
    raised_told_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "charity", "filing", "title"], name="funds_appeal_once"
            ),
            models.CheckConstraint(
                condition=~Q(qualification="") & ~Q(agreement="") & ~Q(filing=""),
                name="funds_appeal_of_a_charity",
            ),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="funds_appeal_term"),
            models.CheckConstraint(
                condition=Q(drafted_by__isnull=True)
                | Q(opened_by__isnull=True)
                | ~Q(drafted_by=F("opened_by")),
                name="funds_appeal_two_hands",
            ),
            models.CheckConstraint(
                condition=Q(raised_fen__isnull=True, raised_told_on__isnull=True)
                | Q(raised_fen__isnull=False, raised_told_on__isnull=False),
                name="funds_appeal_raised",
            ),
        ]
        ordering: ClassVar = ["-since", "title"]

    def __str__(self) -> str:
        return self.title

    def runs_on(self, on: date) -> bool:
        """Whether it may be answered on that day."""
        opened = self.opened_on is not None and self.ended_on is None
        return opened and self.since <= on <= self.until

    @property
    def waits(self) -> bool:
        """Whether another than who drafted it has yet to open it."""
        return self.opened_on is None and self.ended_on is None

    def stands_on(self, on: date) -> bool:
        """Whether everything a public appeal needs is there on that day, and the charity is still
        the one it was opened for."""
        charity = self.charity
        same = (charity.qualification.strip(), charity.agreement.strip()) == (
            self.qualification,
            self.agreement,
        )
        return same and bool(
            may_appeal(charity.cooperation, filing=self.filing, link=self.link, on=on)
        )
