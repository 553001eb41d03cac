"""Offices of a body and who held them from when until when."""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.partners.organisations.models.organisation import SUBJECTS, Organisation

CHOSEN = [
    ("elected", _("选举产生")),
    ("recommended", _("推选产生")),
    ("appointed", _("任命或委派")),
    ("assigned", _("分工指定")),
    ("by_office", _("兼任")),
]
"""How somebody comes to an office."""

ENDED = [
    ("term_over", _("任期届满")),
    ("resigned", _("本人辞去")),
    ("recalled", _("罢免")),
    ("appraisal", _("评议不称职")),
    ("moved", _("调离或搬离")),
    ("lost", _("依法终止")),
    ("office_gone", _("岗位或组织撤销")),
    ("mistake", _("登记错了")),
]


class Office(CommunityRow):
    """An office of a body: what it is called, how one comes to it, how many seats it has.
    `subject`: the line of work the law lets a small committee assign to a person."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offices")
    title = models.CharField(_("职务"), max_length=40)
    chosen = models.CharField(_("怎么产生"), max_length=12, choices=CHOSEN)
    seats = models.PositiveSmallIntegerField(_("几个名额"), default=1)
    duties = models.CharField(_("分工"), max_length=300, blank=True)
    subject = models.CharField(_("分管哪一方面"), max_length=16, choices=SUBJECTS, blank=True)
    rank = models.PositiveSmallIntegerField(_("排第几"), default=9)
    since = models.DateField(_("设立日期"))
    until = models.DateField(_("撤销日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "title"],
                condition=Q(until__isnull=True),
                name="organisation_office_title",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="organisation_office_seats"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="organisation_office_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "title"], name="organisation_office_named")
        ]

    def __str__(self) -> str:
        return self.title


class Term(CommunityRow):
    """Somebody holds an office from `since` until (not with) `until`; `expected`: when the term is
    over. The name is read with the office where the body is one of those that are told by name, and
    elsewhere where `shows_name`: they agreed. `paper`: the minutes or the appointment it rests on.
    `shows_contact`: they agreed that the office's telephone is told with their name. Of kin, asked
    for the judgement, nothing is kept."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="terms")
    person = models.ForeignKey(
        "people.Person", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = SealedTextField(_("姓名"))
    since = models.DateField(_("任职日期"))
    expected = models.DateField(_("任期到哪天"), null=True, blank=True)
    until = models.DateField(_("不再任职的日期"), null=True, blank=True)
    chosen = models.CharField(_("怎么产生"), max_length=12, choices=CHOSEN)
    paper = models.CharField(_("依据哪份纪要或文件"), max_length=120, blank=True)
    ended_for = models.CharField(_("为什么不再任职"), max_length=12, choices=ENDED, blank=True)
    shows_contact = models.BooleanField(default=False)
    shows_name = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["office", "person"],
                condition=Q(until__isnull=True) & Q(person__isnull=False),
                name="organisation_term_once",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="organisation_term_span",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | ~Q(ended_for=""), name="organisation_term_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "office", "since"], name="organisation_term_office"),
            models.Index(fields=["community", "person"], name="organisation_term_person"),
        ]

    def __str__(self) -> str:
        return f"{self.since}–{self.until or ''}"

    @property
    def last_day(self) -> date | None:
        """The last day in the office (`until` is the first without it)."""
        return None if self.until is None else self.until - timedelta(days=1)


class Handover(CommunityRow):
    """What the leaving holders of a body give to the next, item by item, within its last day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="handovers")
    opened_on = models.DateField(_("从哪天开始交接"))
    due_on = models.DateField(_("最迟哪天交完"))
    watched_by = models.CharField(_("谁主持或监督"), max_length=80, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(closed_at__isnull=True),
                name="organisation_handover_open",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "due_on"], name="organisation_handover_due")
        ]

    def __str__(self) -> str:
        return str(self.opened_on)


class HandoverItem(CommunityRow):
    """One thing on the list: a seal, an account, a book. Two sign: who gives and who takes."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="items")
    what = models.CharField(_("交什么"), max_length=120)
    note = models.CharField(_("怎么样、在哪里"), max_length=200, blank=True)
    given_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        "access.Account", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True) | Q(given_at__isnull=False),
                name="organisation_item_order",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "handover"], name="organisation_item_list")
        ]

    def __str__(self) -> str:
        return self.what
