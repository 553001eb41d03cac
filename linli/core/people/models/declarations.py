"""Changes that people tell of: somebody moved, was born, died; waiting for the paper to be seen."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models.person import Person
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow


class Declaration(CommunityRow):
    """One change, told by a resident or typed in by a worker, and what became of it.

    `about` is whom it concerns, where they are in the register already; `said` holds what goes
    with the kind (a new name, the members of a new household), sealed.
    """

    MOVED_IN, MOVED_OUT, BORN, DIED = "moved_in", "moved_out", "born", "died"
    PHONE, NAME, SEPARATED = "phone", "name", "separated"
    KINDS = [
        (MOVED_IN, _("有人搬来")),
        (MOVED_OUT, _("有人搬走")),
        (BORN, _("孩子出生")),
        (DIED, _("有人去世")),
        (PHONE, _("换了电话")),
        (NAME, _("姓名写错了")),
        (SEPARATED, _("分户")),
    ]
    OUTCOMES = [
        ("confirmed", _("已核对，已登记")),
        ("refused", _("没有登记，理由如下")),
        ("withdrawn", _("已撤回")),
    ]

    kind = models.CharField(_("什么变动"), max_length=10, choices=KINDS)
    declared_by = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    about = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    dwelling = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    on = models.DateField(_("哪一天"), null=True)
    said = SealedTextField(_("具体内容"), blank=True, default="")
    declared_at = models.DateTimeField(_("申报时间"))
    paper = models.CharField(_("看过的材料"), max_length=80, blank=True)
    outcome = models.CharField(_("结果"), max_length=10, choices=OUTCOMES, blank=True)
    answer = SealedTextField(_("答复"), blank=True, default="")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, outcome="")
                | (Q(decided_at__isnull=False) & ~Q(outcome="")),
                name="declaration_decided",
            ),
            # What changes the register was seen on paper.
            models.CheckConstraint(
                condition=~Q(outcome="confirmed") | ~Q(paper=""), name="declaration_on_paper"
            ),
            models.UniqueConstraint(
                fields=["community", "about", "kind"],
                condition=Q(decided_at__isnull=True, about__isnull=False),
                name="declaration_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["community", "declared_at"],
                condition=Q(decided_at__isnull=True),
                name="declaration_waiting",
            ),
            models.Index(
                fields=["decided_at"],
                condition=Q(decided_at__isnull=False),
                name="declaration_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.declared_at:%F}"

    def place_said(self, values: Mapping[str, Any]) -> None:
        """Keeps what goes with the kind."""
        self.said = json.dumps(dict(values), ensure_ascii=False)

    @property
    def details(self) -> dict[str, Any]:
        """What goes with the kind, opened."""
        return dict(json.loads(self.said)) if self.said else {}
