"""A certificate from the request to the seal and beyond; the register of the seal; what was asked
that is not ours."""

import json
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.catalogue.flows import CERTIFICATE, ON_PAPER
from linli.service.catalogue.rules.certificates import Checked, number_of, valid_on


class Certificate(FlowRow):
    """One certificate for one person.

    What it says of the person is sealed, and forgotten when its term is over; the number, the
    item and the days stay in the register. `year` with `serial` is given with the seal, without
    gaps; `code` is what stands on the paper beside the QR code and opens the check page.
    """

    flow = CERTIFICATE
    PERSONAL = ("holder_name", "purpose", "for_office", "text", "statements", "witness", "came")

    item = models.ForeignKey("catalogue.CertificateItem", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    asked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    asked_on = models.DateField()
    holder_name = SealedTextField(_("持有人"), blank=True, default="")
    purpose = SealedTextField(_("用途"), blank=True, default="")
    for_office = SealedTextField(_("交给哪个单位"), blank=True, default="")
    text = SealedTextField(_("证明内容"), blank=True, default="")
    statements = SealedTextField(_("逐项核对"), blank=True, default="")
    witness = SealedTextField(_("见证人"), blank=True, default="")
    came = SealedTextField(_("代办人"), blank=True, default="")
    digest = models.CharField(max_length=64, blank=True)

    drafted_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    drafted_at = models.DateTimeField(null=True)
    sealed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    serial = models.PositiveIntegerField(null=True)
    code = models.CharField(max_length=20, blank=True, editable=False)
    valid_until = models.DateField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    reason = models.CharField(_("原因"), max_length=400, blank=True)
    way_on = models.CharField(_("可以怎么办"), max_length=400, blank=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            in_states_of(CERTIFICATE, "certificate_state"),
            models.UniqueConstraint(
                fields=["community", "year", "serial"], name="certificate_number"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ON_PAPER) | (Q(serial__isnull=False) & ~Q(code="")),
                name="certificate_numbered_when_sealed",
            ),
            models.UniqueConstraint(
                fields=["community", "code"], condition=~Q(code=""), name="certificate_code"
            ),
            # Four eyes, whoever writes the row.
            models.CheckConstraint(
                condition=Q(sealed_by__isnull=True)
                | Q(drafted_by__isnull=True)
                | ~Q(sealed_by=F("drafted_by")),
                name="certificate_four_eyes",
            ),
        ]
        indexes = [
            models.Index(
                fields=["community", "state", "-asked_on", "id"], name="certificate_queue"
            ),
            models.Index(fields=["community", "person", "-asked_on"], name="certificate_person"),
            models.Index(fields=["community", "-issued_at"], name="certificate_issued"),
        ]

    def __str__(self) -> str:
        return f"certificate {self.pk}"

    def face(self) -> Face:
        """How it shows on its clock: by its item, never by whom it is about."""
        return Face(
            title=self.item.titles,
            url_name="catalogue:certificate",
            url_args={"community_code": self.community.code, "certificate_id": str(self.pk)},
            holder=Holder(post="director" if self.state == "drafted" else "worker"),
        )

    @property
    def number(self) -> str:
        """As it is written on the paper; nothing before the seal."""
        return number_of(self.year, self.serial) if self.year and self.serial else ""

    @property
    def checked(self) -> list[Checked]:
        """The statements as they were held against the roster."""
        return [Checked(**each) for each in json.loads(self.statements or "[]")]

    def place_statements(self, checked: list[Checked]) -> None:
        """Keeps the statements with what the roster said of each."""
        rows: list[dict[str, Any]] = [
            {"field": c.field, "stated": c.stated, "found": c.found, "proof": c.proof}
            for c in checked
        ]
        self.statements = json.dumps(rows, ensure_ascii=False)

    def holds_on(self, on: date) -> bool:
        """Whether the paper is valid on that day."""
        return self.state in ON_PAPER and valid_on(
            on, last_day=self.valid_until, withdrawn=self.state == "revoked"
        )


class CertificateStep(StepRow):
    """One step of a certificate's life."""

    case = models.ForeignKey(Certificate, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("certificate_step_version")]


class SealUse(CommunityRow):
    """The seal was set on paper: for which certificate, how often, by whom, on whose draft. Who
    asked, what for and before which witness stands in the certificate, and is forgotten with it;
    the line stays."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="seals")
    at = models.DateTimeField()
    keeper = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    drafter = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    copies = models.PositiveSmallIntegerField(_("几份"), default=1)
    reason = models.CharField(_("为什么再盖"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(keeper__isnull=True)
                | Q(drafter__isnull=True)
                | ~Q(keeper=F("drafter")),
                name="seal_four_eyes",
            ),
            models.CheckConstraint(condition=Q(copies__gte=1), name="seal_on_paper"),
        ]
        indexes = [models.Index(fields=["community", "-at", "id"], name="seal_register")]

    def __str__(self) -> str:
        return f"{self.at:%F}"


class AskedNotOurs(CommunityRow):
    """How often, on one day, a certificate was asked for that the committee does not issue. Who
    asked is not kept: a count, and nothing else."""

    item = models.CharField(max_length=40)
    on = models.DateField()
    at_desk = models.PositiveIntegerField(default=0)
    on_portal = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "item", "on"], name="asked_not_ours")
        ]
        indexes = [models.Index(fields=["community", "on"], name="asked_not_ours_on")]

    def __str__(self) -> str:
        return f"{self.item} {self.on}"

    @property
    def count(self) -> int:
        """At the desk and on the portal."""
        return self.at_desk + self.on_portal
