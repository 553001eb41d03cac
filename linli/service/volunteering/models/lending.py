"""A note on the neighbours' board, what two of them agreed on it, and what was reported."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.volunteering.flows import LOAN, NOTE


class NeighbourNote(FlowRow):
    """Something a neighbour lends or would like to borrow, or a small help offered or asked for.
    `title` and `about` are read by everybody and name nobody; whose it is, nobody reads. How to
    reach them (`contact`) is sealed, shown to one neighbour once both have said yes, and deleted
    when the note comes down."""

    flow = NOTE
    SIDES: ClassVar = [("offer", _("我有")), ("ask", _("我想要"))]
    SORTS: ClassVar = [("thing", _("东西")), ("help", _("搭把手"))]

    side = models.CharField(_("我有，还是我想要"), max_length=5, choices=SIDES)
    sort = models.CharField(_("东西，还是搭把手"), max_length=5, choices=SORTS)
    title = models.CharField(_("是什么"), max_length=60)
    about = models.CharField(_("说明"), max_length=300, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    contact = SealedTextField(_("怎么联系我"), blank=True, default="")
    shown_until = models.DateField()
    answer = models.CharField(_("撤下的理由"), max_length=300, blank=True)
    forgotten_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(NOTE, "neighbournote_state"),
            models.CheckConstraint(
                condition=~Q(state="taken_down") | ~Q(answer="") | Q(forgotten_on__isnull=False),
                name="neighbournote_down_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-id"], name="neighbournote_by_state"),
            models.Index(fields=["community", "account"], name="neighbournote_mine"),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.sort}"

    @property
    def is_thing(self) -> bool:
        return self.sort == "thing"


class NeighbourNoteStep(StepRow):
    """One step of a note."""

    case = models.ForeignKey(NeighbourNote, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("neighbournotestep_version")]


class Loan(FlowRow):
    """What two neighbours do about a note: a thing lent and given back, or a help done. Contacts
    are shown to each other once both said yes, and deleted when it is over. Neither is rated."""

    flow = LOAN

    note = models.ForeignKey(NeighbourNote, models.PROTECT, related_name="neighbour_loans")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("想跟对方说的"), blank=True, default="")
    contact = SealedTextField(_("怎么联系我"), blank=True, default="")
    owner_contact = SealedTextField(_("怎么联系贴条子的人"), blank=True, default="")
    out_on = models.DateField(_("哪天交给的"), null=True)
    due_on = models.DateField(_("哪天还"), null=True)
    back_on = models.DateField(_("哪天还的"), null=True)
    before = models.CharField(_("交给时的样子"), max_length=200, blank=True)
    after = models.CharField(_("还回时的样子"), max_length=200, blank=True)
    reminded_on = models.DateField(null=True)
    forgotten_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(LOAN, "neighbour_loan_state"),
            models.CheckConstraint(
                condition=~Q(state__in=["out", "returned"])
                | Q(out_on__isnull=False, due_on__gte=F("out_on")),
                name="neighbour_loan_due",
            ),
            models.CheckConstraint(
                condition=Q(back_on__isnull=True) | Q(back_on__gte=F("out_on")),
                name="neighbour_loan_back",
            ),
            models.UniqueConstraint(
                fields=["community", "note", "account"],
                condition=Q(state__in=["asked", "agreed", "out"]),
                name="neighbour_loan_once_each",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "note", "state"], name="neighbour_loan_of_note"),
            models.Index(fields=["community", "account"], name="neighbour_loan_of_account"),
            models.Index(fields=["community", "state", "due_on"], name="neighbour_loan_due_on"),
        ]

    def __str__(self) -> str:
        return self.state

    @property
    def lender_id(self) -> Any:
        """Whose thing it is: of what is offered the note's owner, of what is asked the other."""
        return self.note.account_id if self.note.side == "offer" else self.account_id

    @property
    def borrower_id(self) -> Any:
        return self.account_id if self.note.side == "offer" else self.note.account_id

    @property
    def shows_contacts(self) -> bool:
        """Whether both have said yes."""
        return self.state in ("agreed", "out")


class LoanStep(StepRow):
    """One step of what two neighbours do."""

    case = models.ForeignKey(Loan, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("neighbour_loanstep_version")]


class NoteReport(CommunityRow):
    """That something is wrong with a note or with what came of it: said to the desk, and answered
    there. Nobody else reads it."""

    note = models.ForeignKey(NeighbourNote, models.CASCADE, related_name="reports")
    loan = models.ForeignKey(Loan, models.CASCADE, null=True, related_name="reports")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    words = SealedTextField(_("哪里不对"))
    answer = SealedTextField(_("居委会的答复"), blank=True, default="")
    reported_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="notereport_answered",
            )
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "reported_at"],
                condition=Q(answered_at__isnull=True),
                name="notereport_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reported_at:%Y-%m-%d}"
