"""Openings and who offers them; the job-seeker's card and what its owner releases of it.

A card and its releases are closed rows: no list but that of the employment post meets them, no
search, no export and no count; and when the owner says so they are deleted."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import TitledInBoth
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import ClosedRow, CommunityRow
from linli.service.catalogue.models.choices import RESULTS
from linli.service.catalogue.work.choices import (
    CONSENTS,
    DRAFT,
    EMPLOYERS,
    FIELDS,
    HOW_ASKED,
    KINDS,
    PER,
    REACH,
    STATES,
    TIMES,
    TONES,
)


class Employer(TitledInBoth, CommunityRow):
    """Who offers work or training, entered after somebody made sure. `verified_on`, `verified_by`:
    the last time; every time stands in `EmployerCheck`. `gone_on`: it has stopped."""

    title = models.CharField(_("名称"), max_length=60)
    title_en = models.CharField(_("英文名称"), max_length=80, blank=True)
    kind = models.CharField(_("类别"), max_length=12, choices=EMPLOYERS)
    credit_code = models.CharField(_("统一社会信用代码"), max_length=18)
    phone = models.CharField(_("电话"), max_length=30)
    agreed_on = models.DateField(_("本人同意公开手机号的日期"), null=True)
    where = models.CharField(_("地址"), max_length=120, blank=True)
    verified_on = models.DateField(_("核实于"))
    verified_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    gone_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "credit_code"],
                condition=Q(gone_on__isnull=True),
                name="employer_code",
            ),
            models.CheckConstraint(condition=~Q(credit_code=""), name="employer_has_code"),
        ]

    def __str__(self) -> str:
        return self.title


class EmployerCheck(CommunityRow):
    """One time somebody made sure: who, on which day, by a call to which number or on a visit."""

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="checks")
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    how = models.CharField(max_length=5, choices=HOW_ASKED)
    number = models.CharField(max_length=30, blank=True)
    result = models.CharField(max_length=11, choices=RESULTS)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(how="phone") | ~Q(number=""), name="employer_check_number"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "employer", "-at"], name="employer_checks")
        ]

    def __str__(self) -> str:
        return f"{self.result} {self.at:%F}"


class JobOpening(TitledInBoth, CommunityRow):
    """One job, public-benefit post or course. It is shown from `posted_on` up to, without,
    `expires_on`. Pay is in fen; of training it may be nought. There is no place in the row for
    money somebody pays to be seen, so the order of the list cannot be bought. `asked_on`: the
    worker was reminded to ring before it is hidden. `words_by`: who read the sentences that might
    shut somebody out, and stands for them."""

    kind = models.CharField(_("种类"), max_length=8, choices=KINDS)
    employer = models.ForeignKey(Employer, models.PROTECT, related_name="openings")
    title = models.CharField(_("做什么"), max_length=40)
    title_en = models.CharField(_("英文名称"), max_length=60, blank=True)
    duties = models.TextField(_("具体做什么"), max_length=600)
    asks = models.TextField(_("有什么要求"), max_length=400, blank=True)
    place = models.ForeignKey("places.Place", models.SET_NULL, null=True, related_name="+")
    where = models.CharField(_("在哪里"), max_length=120)
    times = models.CharField(_("时间"), max_length=8, choices=TIMES)
    hours = models.CharField(_("几点到几点"), max_length=120)
    pay_fen = models.PositiveIntegerField(null=True)
    pay_most_fen = models.PositiveIntegerField(null=True)
    pay_per = models.CharField(max_length=6, choices=PER, blank=True)
    nothing_asked = models.BooleanField(default=False)
    phone = models.CharField(_("联系电话"), max_length=30)
    agreed_on = models.DateField(null=True)
    wanted = models.PositiveSmallIntegerField(_("要几个人"), default=1)
    state = models.CharField(max_length=9, choices=STATES, default=DRAFT)
    drafted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    posted_on = models.DateField(null=True)
    expires_on = models.DateField(null=True)
    checked_on = models.DateField(null=True)
    checked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    tried_on = models.DateField(null=True)
    asked_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    words_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=[key for key, _title in STATES]), name="opening_state"
            ),
            # What was ever live said what it pays, that nothing is charged, and when it is hidden.
            models.CheckConstraint(
                condition=Q(state=DRAFT)
                | (
                    Q(pay_fen__isnull=False)
                    & ~Q(pay_per="")
                    & Q(nothing_asked=True)
                    & Q(posted_on__isnull=False)
                    & Q(expires_on__gt=F("posted_on"))
                ),
                name="opening_live",
            ),
            models.CheckConstraint(
                condition=Q(state=DRAFT) | Q(kind="training") | Q(pay_fen__gt=0),
                name="opening_paid",
            ),
            models.CheckConstraint(
                condition=Q(pay_most_fen__isnull=True) | Q(pay_most_fen__gte=F("pay_fen")),
                name="opening_pay_range",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "expires_on"], name="opening_shown"),
            models.Index(fields=["community", "posted_on"], name="opening_posted"),
            models.Index(fields=["community", "ended_on"], name="opening_ended"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return TONES[self.state]

    @property
    def texts(self) -> tuple[str, str, str, str]:
        """Everything the employer said in words."""
        return (self.title, self.duties, self.asks, self.hours)


class JobCard(ClosedRow):
    """What somebody who looks for work wishes to be known, written by themselves or at the counter
    on their wish. Every field but the way to reach them may be empty. Deleted when they say so, or
    when they were asked whether it holds (`asked_on`) and did not answer."""

    is_closed = True
    SEALED = ("phone", "wish", "hours", "near", "can", "learn", "pay")

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="+")
    reach = models.CharField(max_length=9, choices=REACH)
    phone = SealedTextField(_("电话"), keys="casework", blank=True, default="")
    wish = SealedTextField(_("想做什么"), keys="casework", blank=True, default="")
    hours = SealedTextField(_("想什么时间做"), keys="casework", blank=True, default="")
    near = SealedTextField(_("想在哪里做"), keys="casework", blank=True, default="")
    can = SealedTextField(_("会什么、做过什么"), keys="casework", blank=True, default="")
    learn = SealedTextField(_("想学什么"), keys="casework", blank=True, default="")
    pay = SealedTextField(_("希望的工钱"), keys="casework", blank=True, default="")
    consent = models.CharField(max_length=6, choices=CONSENTS)
    written_on = models.DateField()
    confirmed_on = models.DateField()
    asked_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["community", "person"], name="job_card_one")
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "confirmed_on"], name="job_card_confirmed")
        ]

    def __str__(self) -> str:
        return f"job card {self.pk}"

    @property
    def times(self) -> list[str]:
        """The times of day it wishes, as keys."""
        return self.hours.split() if self.hours else []

    @property
    def said(self) -> dict[str, str]:
        """What stands on it, by field, in words and in the order of the card."""
        known = dict(TIMES)
        said = {name: str(getattr(self, name)) for name in self.SEALED}
        said["hours"] = " · ".join(str(known[key]) for key in self.times if key in known)
        return {"name": self.person.name, **said}

    @property
    def filled(self) -> dict[str, Any]:
        """The fields that say something, with their titles."""
        return {key: FIELDS[key] for key, value in self.said.items() if value}


class Release(ClosedRow):
    """For one opening, which fields of a card its owner lets the employer hear, and on which day.
    `told_on`, `told_by`: when a worker passed them on. `withdrawn_on`: taken back after that;
    `recalled_on`: the employer was rung and asked to forget it."""

    is_closed = True

    card = models.ForeignKey(JobCard, models.CASCADE, related_name="releases")
    opening = models.ForeignKey(JobOpening, models.CASCADE, related_name="+")
    fields = models.JSONField(default=list)
    consent = models.CharField(max_length=6, choices=CONSENTS)
    released_on = models.DateField()
    told_on = models.DateField(null=True)
    told_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    withdrawn_on = models.DateField(null=True)
    recalled_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            # What was asked back stays, so that its owner reads who had heard what.
            models.UniqueConstraint(
                fields=["community", "card", "opening"],
                condition=Q(recalled_on__isnull=True),
                name="release_once",
            ),
            # What nobody was told of is deleted when it is taken back; there is nothing to recall.
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(told_on__isnull=False),
                name="release_withdrawn_told",
            ),
            models.CheckConstraint(
                condition=Q(recalled_on__isnull=True) | Q(withdrawn_on__isnull=False),
                name="release_recalled_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"release {self.released_on:%F}"

    @property
    def titles(self) -> list[Any]:
        """What the fields are called."""
        return [title for key, title in FIELDS.items() if key in self.fields]
