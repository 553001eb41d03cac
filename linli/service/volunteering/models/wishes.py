"""A small wish, and who promised to meet it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.volunteering.flows import WISH

SHOWN = ("published", "claimed", "met", "thanked")
"""In which everybody reads a wish."""


class Wish(FlowRow):
    """A small wish: a thing, some company, a hand. `words` is how the person said it, sealed and
    read by the desk alone; `title` and `about` are what everybody reads from the day it is
    published, and name nobody. Of the person everybody learns the age group at most (`whose`).

    `account`: who made it, and is told; `name`, `phone`: of whom it is, where it was typed in at
    the desk. A child's wish stands on the guardian's word (`guardian_agrees`), and one that brings
    the child together with somebody on their word for that too (`guardian_meets`). `told` and
    `thanks` are read by everybody once the desk has seen them (`told_shown`, `thanks_shown`)."""

    flow = WISH
    WHOSE: ClassVar = [
        ("child", _("一个孩子")),
        ("youth", _("一位青少年")),
        ("adult", _("一位居民")),
        ("elder", _("一位老人")),
        ("family", _("一户人家")),
    ]
    SORTS: ClassVar = [
        ("thing", _("一件东西")),
        ("company", _("有人陪一陪")),
        ("hand", _("搭一把手")),
        ("skill", _("学一样本事")),
        ("outing", _("出一趟门")),
    ]
    MINORS: ClassVar = ("child", "youth")

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    whose = models.CharField(_("谁的心愿"), max_length=8, choices=WHOSE)
    sort = models.CharField(_("是什么样的心愿"), max_length=8, choices=SORTS)
    words = SealedTextField(_("心愿"))
    title = models.CharField(_("一句话的心愿"), max_length=60, blank=True)
    about = models.CharField(_("说明"), max_length=300, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("许愿人的姓名"), blank=True, default="")
    phone = SealedTextField(_("许愿人的电话"), blank=True, default="")
    guardian = SealedTextField(_("监护人的姓名"), blank=True, default="")
    guardian_meets = models.BooleanField(_("监护人同意孩子和人见面"), default=False)
    guardian_agrees = models.BooleanField(_("监护人同意公布"), default=False)
    consents = models.BooleanField(_("本人同意公布"), default=False)
    at_desk = models.BooleanField(default=False)
    answer = models.CharField(_("居委会的话"), max_length=300, blank=True)
    way_on = models.CharField(_("可以怎么办"), max_length=300, blank=True)
    told = models.CharField(_("怎么实现的"), max_length=300, blank=True)
    thanks = models.CharField(_("许愿的人说"), max_length=200, blank=True)
    told_shown = models.BooleanField(default=False)
    thanks_shown = models.BooleanField(default=False)
    published_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    forgotten_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(WISH, "microwish_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="microwish_number"
            ),
            models.CheckConstraint(
                condition=~Q(whose__in=["child", "youth"]) | Q(guardian_agrees=True),
                name="microwish_of_a_minor",
            ),
            models.CheckConstraint(
                condition=~Q(whose__in=["child", "youth"])
                | Q(sort="thing")
                | Q(guardian_meets=True),
                name="microwish_minor_meets",
            ),
            models.CheckConstraint(
                condition=Q(whose__in=["child", "youth"]) | Q(consents=True),
                name="microwish_by_consent",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=SHOWN) | (~Q(title="") & Q(published_on__isnull=False)),
                name="microwish_shown_in_words",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused")
                | Q(forgotten_on__isnull=False)
                | (~Q(answer="") & ~Q(way_on="")),
                name="microwish_refused_way_on",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-id"], name="microwish_by_state"),
            models.Index(fields=["community", "account"], name="microwish_of_account"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2026-3."""
        return f"{self.year}-{self.serial}"

    @property
    def is_minors(self) -> bool:
        return self.whose in self.MINORS

    @property
    def is_shown(self) -> bool:
        """Whether everybody may read it."""
        return self.state in SHOWN

    @property
    def public_told(self) -> str:
        """How it came true, once the desk has seen the words."""
        return self.told if self.told_shown else ""

    @property
    def public_thanks(self) -> str:
        """The word of thanks, once the desk has seen it."""
        return self.thanks if self.thanks_shown else ""

    def face(self) -> Face:
        """On the list of what is due: never with its words."""
        return Face(
            title=in_both(_("微心愿")),
            url_name="volunteering:wish_desk",
            url_args={"community_code": self.community.code, "wish_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class WishStep(StepRow):
    """One step of a wish."""

    case = models.ForeignKey(Wish, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("microwishstep_version")]


class WishClaim(CommunityRow):
    """Who promised to meet a wish: one at a time, until the day `holds_until`. A claim that was
    let go or ran out is taken away with its row, so that no list says who did not. `shown_as`: a
    unit's or a group's name, where they wish it read; a resident's never is."""

    WHO: ClassVar = [
        ("resident", _("一位邻居")),
        ("unit", _("一家单位")),
        ("group", _("一个小组")),
    ]

    wish = models.OneToOneField(Wish, models.CASCADE, related_name="claim")
    who = models.CharField(_("谁来实现"), max_length=8, choices=WHO)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("认领人的姓名或名称"), blank=True, default="")
    contact = SealedTextField(_("怎么联系认领人"), blank=True, default="")
    shown_as = models.CharField(_("公布的单位或小组名称"), max_length=60, blank=True)
    claimed_at = models.DateTimeField()
    holds_until = models.DateField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=~Q(who="resident") | Q(shown_as=""), name="wishclaim_resident_unnamed"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "holds_until"], name="wishclaim_until"),
            models.Index(fields=["community", "account"], name="wishclaim_of_account"),
        ]

    def __str__(self) -> str:
        return f"{self.who} {self.holds_until}"

    @property
    def told_as(self) -> Any:
        """Who met it, as everybody reads it."""
        return self.shown_as or self.get_who_display()
