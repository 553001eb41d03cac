"""The file of a resident unit, and what it offers, needs and does together with the community."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Body
from linli.core.places.scope import CommunityRow
from linli.partners.organisations.unit_words import FEATURES


class ResidentUnit(CommunityRow):
    """A unit that takes part: its register entry (`organisation`), what it does, and since when
    until when there is a co-building agreement (`agreement_until` is its last day). Property
    service providers pledge alike and have such a file too. Its delegates are the accounts that
    hold a post for the body the entry is known by."""

    organisation = models.OneToOneField(
        "organisations.Organisation", models.PROTECT, related_name="unit_file"
    )
    does = models.CharField(_("这家单位做什么"), max_length=300)
    agreement_since = models.DateField(_("共建协议从哪天"), null=True, blank=True)
    agreement_until = models.DateField(_("共建协议到哪天（含）"), null=True, blank=True)
    agreement_about = models.CharField(_("协议说了什么"), max_length=400, blank=True)
    opened_on = models.DateField()
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(agreement_until__isnull=True)
                | Q(agreement_until__gte=F("agreement_since")),
                name="residentunit_agreement",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "ended_on"], name="residentunit_here")
        ]

    def __str__(self) -> str:
        return self.organisation.name

    @property
    def name(self) -> str:
        return self.organisation.name

    @property
    def body(self) -> Body | None:
        """What accounts know it by."""
        return self.organisation.body

    def is_partner(self, on: date) -> bool:
        """Whether a co-building agreement is in force that day."""
        since, until = self.agreement_since, self.agreement_until
        return since is not None and since <= on and (until is None or on <= until)


class Entry(CommunityRow):
    """One line of the lists. What a delegate writes is read by everybody once the desk has looked
    at it (`shown_on`); what the desk enters from paper, at once."""

    title = models.CharField(_("一句话"), max_length=60)
    about = models.CharField(_("说明"), max_length=300, blank=True)
    shown_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class Offer(Entry):
    """Something a unit lets the community use. It is the unit's: taken back, it is gone at once."""

    unit = models.ForeignKey(ResidentUnit, models.CASCADE, related_name="offers")
    feature = models.CharField(_("哪一种资源"), max_length=10, choices=FEATURES)
    conditions = models.CharField(_("条件"), max_length=200, blank=True)
    times = models.CharField(_("什么时候可以用"), max_length=120, blank=True)
    since = models.DateField(_("从哪天"))
    until = models.DateField(_("到哪天（含）"), null=True, blank=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="unitoffer_term"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "withdrawn_on", "feature"], name="unitoffer_list")
        ]

    def __str__(self) -> str:
        return self.title

    def stands(self, on: date) -> bool:
        """Whether it can be taken up that day."""
        begun = self.since <= on and (self.until is None or on <= self.until)
        return self.withdrawn_on is None and begun


class Need(Entry):
    """Something the community looks for, or a unit does (`unit`)."""

    STATES: ClassVar = [
        ("open", _("等人来对接")),
        ("matched", _("对接上了")),
        ("met", _("解决了")),
        ("withdrawn", _("不需要了")),
    ]
    TONES: ClassVar = {"open": "open", "matched": "waiting", "met": "done", "withdrawn": "stopped"}

    unit = models.ForeignKey(ResidentUnit, models.CASCADE, null=True, related_name="needs")
    feature = models.CharField(_("需要哪一种资源"), max_length=10, choices=FEATURES)
    wanted_by = models.DateField(_("最好在哪天以前"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=STATES, default="open")
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state__in=["open", "matched", "met"], withdrawn_on__isnull=True)
                | Q(state="withdrawn", withdrawn_on__isnull=False),
                name="unitneed_state",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "feature"], name="unitneed_list")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def tone(self) -> str:
        return self.TONES[self.state]

    @property
    def whose(self) -> Any:
        """Who needs it, as everybody reads it."""
        return self.unit.name if self.unit else _("社区")


class Project(Entry):
    """A need met by an offer, or taken on by a body that is no unit (`taken_by`: its name, as its
    own room tells it), as something that is done together. It ends with what came of it: no
    project is over without its outcome."""

    STATES: ClassVar = [
        ("running", _("正在做")),
        ("done", _("做成了")),
        ("stopped", _("没有做成")),
    ]
    TONES: ClassVar = {"running": "open", "done": "done", "stopped": "stopped"}

    offer = models.ForeignKey(Offer, models.PROTECT, null=True, related_name="projects")
    taken_by = models.CharField(_("由谁来办"), max_length=80, blank=True)
    need = models.ForeignKey(Need, models.PROTECT, related_name="projects")
    begun_on = models.DateField()
    due_on = models.DateField(_("打算哪天以前做成"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=STATES, default="running")
    outcome = models.CharField(_("结果"), max_length=300, blank=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(state="running", ended_on__isnull=True)
                | (Q(state__in=["done", "stopped"], ended_on__isnull=False) & ~Q(outcome="")),
                name="unitproject_outcome",
            ),
            models.CheckConstraint(
                condition=Q(offer__isnull=False, taken_by="")
                | (Q(offer__isnull=True) & ~Q(taken_by="")),
                name="unitproject_by_one",
            ),
            models.UniqueConstraint(
                fields=["community", "need"], condition=Q(state="running"), name="unitproject_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "state"], name="unitproject_list")]

    def __str__(self) -> str:
        return self.title

    @property
    def tone(self) -> str:
        return self.TONES[self.state]

    @property
    def done_by(self) -> str:
        """Who does it, as everybody reads it."""
        return self.offer.unit.name if self.offer else self.taken_by
