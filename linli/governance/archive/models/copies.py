"""A resident asks for a copy of what is open."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.governance.archive.flows import COPY
from linli.governance.archive.models.holdings import Item
from linli.governance.archive.words import PAPER_ASKED
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version

WAYS = [("file", _("在网上下载")), ("paper", _("到窗口取纸质的"))]


class CopyRequest(FlowRow):
    """One request, known by its receipt: whoever bears it is who asked. Nothing is kept of who
    that is but the account, where there was one."""

    flow = COPY

    receipt = models.CharField(max_length=20, unique=True, editable=False)
    item = models.ForeignKey(Item, models.PROTECT, related_name="copies")
    sender = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    way = models.CharField(_("怎么拿"), max_length=5, choices=WAYS, default="file")
    asked_on = models.DateField()
    answered_on = models.DateField(null=True)
    answer = models.CharField(_("答复"), max_length=400, blank=True)
    sender_forgotten_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(COPY, "archive_copy_state"),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(answer=""), name="archive_refused_with_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "asked_on", "id"], name="archive_copies"),
            models.Index(fields=["sender", "state"], name="archive_copies_own"),
        ]

    def __str__(self) -> str:
        return self.receipt

    def face(self) -> Face:
        """On the list of what is due: the item, nothing about who asks."""
        return Face(
            title=in_both(format_lazy(PAPER_ASKED, number=self.item.number)),
            url_name="archive:copy",
            url_args={"community_code": self.community.code, "request_id": str(self.pk)},
            holder=Holder(post="worker"),
        )


class CopyRequestStep(StepRow):
    """One step of a request."""

    case = models.ForeignKey(CopyRequest, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("archive_copystep_version")]
