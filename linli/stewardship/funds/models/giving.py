"""A gift with its receipt, what is told of its use, and what its donor asked."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.stewardship.funds.models.sources import Source
from linli.stewardship.funds.words import DONORS, GIFT_FORMS


class Gift(CommunityRow):
    """Something given freely, in money or in kind, with the receipt it got.

    Money lies in the `source` it was given to; goods in the store, under the purpose named here.
    `what` is read by everybody and names nobody. The donor's name is sealed; `shown_name` holds
    it a second time, readable, only where the donor ticked that everybody may read it. Whoever
    bears the receipt (`code`) is the donor: they need no account. `fen`: of goods what they are
    worth by the donor's own word, if there was one.
    """

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    code = models.CharField(max_length=14, unique=True)
    form = models.CharField(_("捐的是"), max_length=5, choices=GIFT_FORMS)
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, related_name="gifts", verbose_name=_("捐到哪里")
    )
    receipt = models.OneToOneField("funds.Receipt", models.PROTECT, null=True, related_name="+")
    what = models.CharField(_("捐了什么"), max_length=80)
    purpose_told = models.CharField(_("指定的用途"), max_length=160, blank=True)
    fen = models.PositiveBigIntegerField(_("金额"), null=True)
    on = models.DateField(pgettext_lazy("gift", "哪天收到"))
    donor = models.CharField(_("捐赠人是"), max_length=7, choices=DONORS)
    donor_name = SealedTextField(_("捐赠人"), blank=True)
    shown_name = models.CharField(max_length=80, blank=True)
    consents = models.BooleanField(_("同意公开姓名或名称"), default=False)
    voluntary = models.BooleanField(_("问过，是自愿的"))
    taken_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    taken_at = models.DateTimeField()
    voided_on = models.DateField(null=True)
    void_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="funds_gift_number"
            ),
            models.CheckConstraint(
                condition=Q(form="money", source__isnull=False, receipt__isnull=False, fen__gt=0)
                | (Q(form="goods", source__isnull=True, receipt__isnull=True) & ~Q(fen=0)),
                name="funds_gift_form",
            ),
            models.CheckConstraint(
                condition=Q(donor__in=[name for name, _title in DONORS]), name="funds_gift_donor"
            ),
            models.CheckConstraint(condition=Q(voluntary=True), name="funds_gift_voluntary"),
            models.CheckConstraint(
                condition=Q(consents=True) | Q(shown_name=""), name="funds_gift_shown_by_consent"
            ),
            models.CheckConstraint(
                condition=Q(voided_on__isnull=True, void_reason="")
                | (Q(voided_on__gte=F("on")) & ~Q(void_reason="")),
                name="funds_gift_void_reason",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-on", "-serial"], name="funds_gift_on"),
            models.Index(fields=["community", "source", "on"], name="funds_gift_source"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number of its receipt within the year: 2026-7."""
        return f"{self.year}-{self.serial}"

    @property
    def is_money(self) -> bool:
        return self.form == "money"


class GiftNews(CommunityRow):
    """What came of gifts, told to their donors and to everybody: of a source's money, or of one
    gift in kind. It names nobody who was helped."""

    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="news")
    gift = models.ForeignKey(Gift, models.PROTECT, null=True, related_name="news")
    on = models.DateField(pgettext_lazy("gift", "哪天"))
    words = models.CharField(_("捐赠用到了哪里"), max_length=400)
    told_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(source__isnull=True, gift__isnull=False)
                | Q(source__isnull=False, gift__isnull=True),
                name="funds_news_of_one",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "source", "-on"], name="funds_news_source"),
            models.Index(fields=["community", "gift", "-on"], name="funds_news_gift"),
        ]

    def __str__(self) -> str:
        return f"{self.on}"


class GiftQuestion(CommunityRow):
    """What a donor asked or said by the receipt, and the answer. Nobody but the donor and those
    who keep the accounts reads it."""

    gift = models.ForeignKey(Gift, models.PROTECT, related_name="questions")
    asked_at = models.DateTimeField()
    words = SealedTextField(_("想问或想说的"))
    answer = SealedTextField(_("答复"), blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="funds_question_answered",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "gift", "asked_at"], name="funds_question_gift"),
            models.Index(
                fields=["community", "asked_at"],
                condition=Q(answered_at__isnull=True),
                name="funds_question_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d}"
