"""A request for money with its payment, and money that came in."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.clocks.models import Holder
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.stewardship.funds.flows import REQUEST
from linli.stewardship.funds.models.budget import BudgetLine
from linli.stewardship.funds.models.sources import Reserve, Source
from linli.stewardship.funds.words import NAMED_PARTIES, PARTIES, PURPOSES


def _distinct(one: str, other: str) -> Q:
    return Q(**{f"{one}__isnull": True}) | Q(**{f"{other}__isnull": True}) | ~Q(**{one: F(other)})


class Party(models.Model):
    """Who gave or is paid: `party` is its kind; `party_name` is read by everybody where it is an
    office, a firm or a charity, and by those who keep the accounts where it is a person, whose
    name lies sealed in `person_name`."""

    party = models.CharField(_("对方是"), max_length=10, choices=PARTIES)
    party_name = models.CharField(_("单位名称"), max_length=80, blank=True)
    person_name = SealedTextField(_("姓名"), blank=True)

    class Meta:
        abstract = True

    @property
    def shown_to_all(self) -> str:
        """What everybody reads: the name of an office or firm, of persons the word alone."""
        named = self.party in NAMED_PARTIES and self.party_name
        return self.party_name if named else str(self.get_party_display())

    @property
    def shown_to_keepers(self) -> str:
        """What those who keep and watch the accounts read."""
        return self.person_name or self.shown_to_all


def party_checks(prefix: str) -> list[models.CheckConstraint]:
    """That the kind is known, and that the name of a person is not kept as that of an office."""
    return [
        models.CheckConstraint(
            condition=Q(party__in=[name for name, _title in PARTIES]), name=f"{prefix}_party"
        ),
        models.CheckConstraint(
            condition=Q(party__in=NAMED_PARTIES) | Q(party_name=""), name=f"{prefix}_nameless"
        ),
    ]


class Request(FlowRow, Party):
    """Somebody asks to spend so much of a source. `what` is read by everybody and names nobody;
    `more` by those who keep the accounts. Approved, the money is set apart (`set_apart`) and
    nobody else can promise it; paid, it is entered (`entry`). `decision`: residents' own, where
    the amount asks for it."""

    flow = REQUEST

    year = models.PositiveSmallIntegerField()
    serial = models.PositiveIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="requests")
    line = models.ForeignKey(
        BudgetLine, models.PROTECT, null=True, blank=True, related_name="requests"
    )
    reserve = models.ForeignKey(
        Reserve, models.PROTECT, null=True, blank=True, related_name="requests"
    )
    fen = models.PositiveBigIntegerField(_("金额"))
    what = models.CharField(_("用在什么上"), max_length=80)
    more = models.TextField(_("说明"), max_length=600, blank=True)
    purpose = models.CharField(_("用途"), max_length=12, choices=PURPOSES)
    decision = models.CharField(_("居民的决定"), max_length=160, blank=True)
    asked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    seconded_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    third_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    set_apart = models.ForeignKey("ledger.Entry", models.PROTECT, null=True, related_name="+")
    entry = models.ForeignKey("ledger.Entry", models.PROTECT, null=True, related_name="+")
    paid_fen = models.PositiveBigIntegerField(null=True)
    paid_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(REQUEST, "funds_request_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="funds_request_number"
            ),
            models.CheckConstraint(condition=Q(fen__gt=0), name="funds_request_something"),
            models.CheckConstraint(
                condition=_distinct("asked_by", "seconded_by"), name="funds_request_second"
            ),
            models.CheckConstraint(
                condition=_distinct("asked_by", "third_by") & _distinct("seconded_by", "third_by"),
                name="funds_request_third",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "paid", "settled"])
                | Q(set_apart__isnull=False),
                name="funds_request_set_apart",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["paid", "settled"])
                | Q(
                    entry__isnull=False,
                    paid_on__isnull=False,
                    paid_fen__gt=0,
                    paid_fen__lte=F("fen"),
                ),
                name="funds_request_paid",
            ),
            *party_checks("funds_request"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-year", "-serial"], name="funds_request_q"),
            models.Index(fields=["community", "entry"], name="funds_request_entry"),
            models.Index(fields=["community", "paid_on"], name="funds_request_paid_on"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """Its number within its year: 2026-3."""
        return f"{self.year}-{self.serial}"

    def face(self) -> Face:
        """On the list of what is due: another agrees, the worker pays and proves."""
        post = "director" if self.state in ("asked", "seconded") else "worker"
        return Face(
            title=self.what,
            url_name="funds:request",
            url_args={"community_code": self.community.code, "request_id": str(self.pk)},
            holder=Holder(post=post),
        )


class RequestStep(StepRow):
    """One step of a request for money."""

    case = models.ForeignKey(Request, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("funds_requeststep_version")]


class Receipt(CommunityRow, Party):
    """Money that came in: `what` is read by everybody. `line`: of the budget, where one foresaw
    it. What was there before the book began is `opening`. `subject`: what another noun of the
    room received it for (a gift, a grant), by its kind and id."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="receipts")
    line = models.ForeignKey(BudgetLine, models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.OneToOneField("ledger.Entry", models.PROTECT, related_name="+")
    fen = models.PositiveBigIntegerField(_("金额"))
    on = models.DateField(pgettext_lazy("money", "哪天到账"))
    what = models.CharField(_("是什么钱"), max_length=80)
    opening = models.BooleanField(default=False)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject = models.UUIDField(null=True)
    entered_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(fen__gt=0), name="funds_receipt_something"),
            *party_checks("funds_receipt"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "on"], name="funds_receipt_on"),
            models.Index(fields=["community", "source", "on"], name="funds_receipt_source"),
            models.Index(fields=["community", "subject"], name="funds_receipt_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.on}"
