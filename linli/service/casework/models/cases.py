"""A case, who handles it by name, and what was written."""

import json
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField, blind_index
from linli.core.places.scope import ClosedRow
from linli.service.casework.kinds import Kind, kind_called

PERSON = "casework.person"


def index_of(person: UUID) -> bytes:
    """By which a person's cases are found, without the table saying whose they are."""
    return blind_index(str(person), PERSON)


class Case(ClosedRow):
    """One case. `key` is its data key, sealed by the ring `casework`; every word of it, here and
    in what hangs on it, is sealed by that key, so that blanking it destroys them all.

    `person` is the id of whom it is about, sealed, without a foreign key: nothing in the register
    of people knows of it, whatever is merged, undone or forgotten there. `called` is how its
    handlers call it (a name, initials). Open, then closed: read only with a second person's leave,
    then destroyed on `destroy_on`.
    """

    OPEN, CLOSED = "open", "closed"
    STATES: ClassVar = [(OPEN, _("办理中")), (CLOSED, _("已封存"))]

    kind = models.CharField(max_length=24)
    key = SealedTextField(keys="casework")
    person = SealedTextField(under="self", blank=True, default="")
    person_index = models.BinaryField(max_length=32, null=True, editable=False)
    called = SealedTextField(under="self")
    reason = SealedTextField(under="self", blank=True, default="")
    state = models.CharField(max_length=6, choices=STATES, default=OPEN)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    ending = SealedTextField(under="self", blank=True, default="")
    closed_at = models.DateTimeField(null=True)
    destroy_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(state__in=["open", "closed"]), name="case_state"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True, destroy_on__isnull=True)
                | Q(state="closed", closed_at__isnull=False, destroy_on__isnull=False),
                name="case_closed_with_its_end",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="case_order",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "person_index"], name="case_of_person"),
            models.Index(
                fields=["destroy_on"], condition=Q(destroy_on__isnull=False), name="case_destroy"
            ),
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def declared(self) -> Kind:
        """What was declared of its kind."""
        return kind_called(self.kind)

    @property
    def is_open(self) -> bool:
        return self.state == self.OPEN

    @property
    def person_id(self) -> UUID | None:
        """Whom it is about, where that is somebody of the register."""
        return UUID(self.person) if self.person else None


class CaseHand(ClosedRow):
    """An account that handles a case, by name and for a time. There is a lead and a second, who
    reviews and stands in; others may join. Only they can load the case."""

    LEAD, SECOND, MEMBER = "lead", "second", "member"
    ROLES: ClassVar = [(LEAD, _("主责")), (SECOND, _("复核、代班")), (MEMBER, _("参与"))]

    case = models.ForeignKey(Case, models.CASCADE, related_name="handlers")
    account = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    role = models.CharField(max_length=6, choices=ROLES)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "case", "account"],
                condition=Q(until__isnull=True),
                name="case_handler_once",
            ),
            models.UniqueConstraint(
                fields=["community", "case", "role"],
                condition=Q(until__isnull=True, role__in=["lead", "second"]),
                name="case_one_lead_one_second",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["lead", "second", "member"]), name="case_handler_role"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="case_handler_term",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "account", "case"],
                condition=Q(until__isnull=True),
                name="case_handler_now",
            )
        ]

    def __str__(self) -> str:
        return self.role


class Look(ClosedRow):
    """That the case was opened, and what for: the choice, and the words, sealed with the rest. The
    closed book has the entry; the words would tell too much there."""

    TAKEN_OVER = "taken_over"

    case = models.ForeignKey(Case, models.CASCADE, related_name="looks")
    purpose = models.CharField(max_length=24)
    words = SealedTextField(under="case")
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    strange = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "case", "-at"], name="case_look_of_case")
        ]

    def __str__(self) -> str:
        return "‹…›"


class CaseNote(ClosedRow):
    """A sheet as it was written, never changed: `content` is the values by the keys of its form,
    as JSON, sealed."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="notes")
    form = models.CharField(max_length=24)
    content = SealedTextField(under="case")
    at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["community", "case", "at"], name="case_note_of_case")
        ]

    def __str__(self) -> str:
        return "‹…›"

    @property
    def values(self) -> dict[str, Any]:
        """What was written, by the keys of the form."""
        read: dict[str, Any] = json.loads(self.content)
        return read
