"""What residents ask about what is, or should be, disclosed; and what goes to the street office."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.places.scope import CommunityRow
from linli.governance.oversight import words
from linli.governance.oversight.flows.inquiries import INQUIRY
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version


class Inquiry(FlowRow):
    """One inquiry. Whoever holds the receipt is who asked; there is no field for a name or a
    number. `asker`: the account, where somebody was signed in.

    `disclosure`: the item it is about, where it is about one; `posting`: the notice the answer
    rests on; `answered_as`: the posting of the answer, where everybody may read it.
    """

    flow = INQUIRY

    receipt = models.CharField(max_length=20, unique=True)
    subject = models.CharField(_("问哪方面"), max_length=14, choices=words.SUBJECTS)
    line = models.SlugField(max_length=40, blank=True)
    disclosure = models.ForeignKey(
        "oversight.Disclosure", models.PROTECT, null=True, related_name="+"
    )
    question = models.TextField(_("想问什么"), max_length=1000)
    asked_at = models.DateTimeField()
    channel = models.CharField(max_length=10, default="web")
    asker = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    answer = models.TextField(_("答复"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True)
    posting = models.ForeignKey("publication.Posting", models.PROTECT, null=True, related_name="+")
    answered_as = models.ForeignKey(
        "publication.Posting", models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(INQUIRY, "inquiry_state"),
            models.CheckConstraint(
                condition=~Q(state="answered") | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="inquiry_answered",
            ),
            models.CheckConstraint(
                condition=Q(subject__in=[name for name, _title in words.SUBJECTS]),
                name="inquiry_subject",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-asked_at", "id"], name="inquiry_queue"),
            models.Index(fields=["community", "-asked_at", "id"], name="inquiry_newest"),
            models.Index(fields=["asker", "-asked_at"], name="inquiry_mine"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.state}"

    def face(self) -> Face:
        """On its clock: what sort it is, never what was asked."""
        return Face(
            title=in_both(_("居民询问")),
            url_name="oversight:inquiry",
            url_args={"community_code": self.community.code, "inquiry_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class InquiryStep(StepRow):
    """One step of an inquiry."""

    case = models.ForeignKey(Inquiry, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("inquirystep_version")]


class Complaint(CommunityRow):
    """That whoever asked went to the street office (art. 35): the letter as it was written, in
    both languages, whether it was sent through Linli or carried there, and the street's reply."""

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="complaints")
    at = models.DateTimeField()
    why = models.TextField(_("为什么不满意"), max_length=1000, blank=True)
    text = models.JSONField()
    sent = models.BooleanField(default=False)
    reply = models.TextField(_("街道的答复"), max_length=2000, blank=True)
    replied_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(reply="", replied_at__isnull=True)
                | (Q(sent=True, replied_at__isnull=False) & ~Q(reply="")),
                name="complaint_replied",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "sent", "-at", "id"], name="complaint_sent")
        ]
        ordering: ClassVar = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%F}"
