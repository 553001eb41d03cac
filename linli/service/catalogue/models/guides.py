"""A service guide: its address, which it keeps for good, and what stood there when."""

from datetime import UTC
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth, for_reader
from linli.core.places.scope import CommunityRow
from linli.service.catalogue.models.choices import (
    ACCESS,
    ELDER_HAVE,
    FIELDS,
    LIFE,
    MEANS,
    PRICES,
    STEP_FREE,
)
from linli.service.catalogue.models.located import Located, one_place
from linli.service.catalogue.models.providers import Provider
from linli.service.catalogue.rules.openings import Hours, read_hours

STATES = [("draft", _("草稿")), ("live", _("公布中")), ("past", _("曾经公布"))]


class Guide(CommunityRow):
    """One guide of this community. `key` is its address and never given to another; `national`:
    its text comes from the guides shipped with the house. One that is no longer offered keeps
    its address and says where to go instead."""

    key = models.SlugField(max_length=40)
    national = models.BooleanField(default=False)
    retired_on = models.DateField(null=True)
    go_to = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    go_to_words = models.CharField(_("改到哪里办"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "key"], name="guide_key"),
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | Q(go_to__isnull=False) | ~Q(go_to_words=""),
                name="guide_retired_leads_on",
            ),
            models.CheckConstraint(
                condition=Q(go_to__isnull=True) | ~Q(go_to=F("id")), name="guide_not_to_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class GuideVersion(TitledInBoth, Located, CommunityRow):
    """What a guide said from one day to another (`in_force_to` is the last). Of a draft there is
    one at most, and of what holds one.

    `told`: the text of the national guide as it was then, in both languages, with its edition;
    empty in a guide of one's own, which has its words in the columns. `service_day`: somebody
    comes on some days only (mending, haircuts, signing with a doctor, giving blood). What no
    column takes: a diagnosis, or anything else about a person.
    """

    guide = models.ForeignKey(Guide, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=5, choices=STATES, default="draft")
    told = models.JSONField(default=dict)

    title = models.CharField(_("名称"), max_length=60)
    title_en = models.CharField(_("英文名称"), max_length=100, blank=True)
    field = models.CharField(_("领域"), max_length=12, choices=FIELDS)
    life = models.JSONField(_("遇到什么事"), default=list)
    elder_have = models.JSONField(_("六个老有里的哪几个"), default=list)
    summary = models.CharField(_("一句话说清"), max_length=200, blank=True)
    who = models.CharField(_("谁可以来"), max_length=200, blank=True)
    how = models.TextField(_("怎么办"), max_length=600, blank=True)
    papers = models.TextField(_("带什么材料"), max_length=400, blank=True)
    limit = models.CharField(_("多久办好"), max_length=120, blank=True)
    basis = models.CharField(_("依据"), max_length=200, blank=True)
    statutory = models.BooleanField(_("法定服务"), default=False)

    served_by = models.CharField(_("谁来办"), max_length=80, blank=True)
    provider = models.ForeignKey(Provider, models.PROTECT, null=True, related_name="+")
    means = models.JSONField(_("怎么办得到"), default=list)
    where = models.CharField(_("在哪里"), max_length=120, blank=True)
    phone = models.CharField(_("办公电话"), max_length=30, blank=True)
    hours = models.JSONField(_("什么时候"), default=dict)
    service_day = models.BooleanField(_("是服务日：不是天天有"), default=False)
    by_appointment = models.BooleanField(_("先预约"), default=False)
    step_free = models.CharField(_("进门"), max_length=7, choices=STEP_FREE, default="unknown")
    access = models.JSONField(_("无障碍情况"), default=list)
    at_home = models.BooleanField(_("行动不便的可以申请上门"), default=False)
    price_class = models.CharField(_("收费"), max_length=4, choices=PRICES, default="free")
    price_fen = models.PositiveIntegerField(_("价格"), null=True)
    price_unit = models.CharField(_("按什么算"), max_length=20, blank=True)
    price_basis = models.CharField(_("价格依据"), max_length=200, blank=True)
    committee_gets = models.CharField(_("居委会从中得到什么"), max_length=200, blank=True)
    complaint = models.CharField(_("不满意找谁"), max_length=200, blank=True)
    without_phone = models.CharField(_("不用手机怎么办"), max_length=200, blank=True)
    note = models.CharField(_("本社区补充"), max_length=300, blank=True)

    drafted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    drafted_at = models.DateTimeField()
    published_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    in_force_from = models.DateField(null=True)
    in_force_to = models.DateField(null=True)
    checked_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "guide", "number"], name="guide_version_number"
            ),
            models.UniqueConstraint(
                fields=["community", "guide"], condition=Q(state="draft"), name="guide_one_draft"
            ),
            models.UniqueConstraint(
                fields=["community", "guide"], condition=Q(state="live"), name="guide_one_live"
            ),
            one_place("guide_one_place"),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(in_force_from__isnull=False, checked_on__isnull=False),
                name="guide_live_since",
            ),
            models.CheckConstraint(
                condition=~Q(state="past") | Q(in_force_to__isnull=False), name="guide_past_until"
            ),
            # Statutory services are free, and nothing paid is live without price and provider.
            models.CheckConstraint(
                condition=Q(statutory=False) | Q(price_class="free"), name="guide_statutory_free"
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | Q(price_class="free")
                | (Q(price_fen__gt=0) & ~Q(price_basis="")),
                name="guide_price_published",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | ~Q(price_class="paid") | Q(provider__isnull=False),
                name="guide_provider_named",
            ),
            models.CheckConstraint(
                condition=Q(price_class="free")
                | Q(published_by__isnull=True)
                | Q(drafted_by__isnull=True)
                | ~Q(published_by=F("drafted_by")),
                name="guide_price_four_eyes",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "state", "field"], name="guide_version_live"),
            models.Index(fields=["community", "guide", "-number"], name="guide_version_latest"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.number}"

    @property
    def opening(self) -> Hours:
        """Its hours as the rules read them."""
        return read_hours(self.hours)

    @property
    def means_titles(self) -> list[Any]:
        """By which means it can be had, in words."""
        return [title for key, title in MEANS if key in self.means]

    @property
    def access_titles(self) -> list[Any]:
        """What is known of getting in and about, in words."""
        return [title for key, title in ACCESS if key in self.access]

    @property
    def life_titles(self) -> list[Any]:
        """What one may be in when it helps, in words."""
        return [title for key, title in LIFE if key in self.life]

    @property
    def elder_have_titles(self) -> list[Any]:
        """Which of the six 老有 it serves, in words."""
        return [title for key, title in ELDER_HAVE if key in self.elder_have]

    @property
    def stamp(self) -> str:
        """When it was drafted, the same however it was read: what a publisher has seen."""
        return self.drafted_at.astimezone(UTC).isoformat()

    def says(self, name: str) -> str:
        """A text in the reader's language: the national guide's, or the community's own."""
        if name in self.told:
            return for_reader(self.told[name])
        return str(getattr(self, name, ""))

    def lines(self, name: str) -> list[str]:
        """The same, line by line."""
        return [line for line in self.says(name).split("\n") if line.strip()]


class GuideRating(CommunityRow):
    """How many have rated what they got, and the sum of it. Neither who nor when: a mark cannot
    be had back from here."""

    guide = models.OneToOneField(Guide, models.CASCADE, related_name="rating")
    count = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(total__gte=F("count")) & Q(total__lte=F("count") * 5),
                name="guide_rating_range",
            )
        ]

    def __str__(self) -> str:
        return f"{self.count}"
