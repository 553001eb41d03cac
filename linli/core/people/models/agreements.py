"""Who may act for a person, and what the person has agreed to."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models.person import Person
from linli.core.places.scope import CommunityRow


class Agency(CommunityRow):
    """`agent` acts for `principal`: by written mandate, or as guardian (CC 23, 27, 28, 161)."""

    MANDATE, GUARDIAN = "mandate", "guardian"
    KINDS = [(MANDATE, _("受托人")), (GUARDIAN, _("监护人"))]
    SCOPES = [
        ("everything", _("全部事务")),
        ("matters", _("反映诉求与查询进度")),
        ("services", _("申请服务与补贴")),
        ("activities", _("活动报名")),
        ("record", _("查询、更正本人信息")),
    ]

    principal = models.ForeignKey(Person, models.CASCADE, related_name="agents")
    agent = models.ForeignKey(Person, models.CASCADE, related_name="principals")
    kind = models.CharField(_("类别"), max_length=8, choices=KINDS)
    scope = models.CharField(_("范围"), max_length=12, choices=SCOPES)
    since = models.DateField(_("起"))
    until = models.DateField(_("止"), null=True, blank=True)
    paper = models.CharField(_("依据的材料"), max_length=80)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(principal=F("agent")), name="agency_of_another"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="agency_term"
            ),
            models.UniqueConstraint(
                fields=["community", "principal", "agent", "kind", "scope"],
                condition=Q(until__isnull=True),
                name="agency_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.since}–{self.until or ''}"


class Consent(CommunityRow):
    """Agreement to one purpose, given freely and taken back as easily (PIPL 14, 15)."""

    WAYS = [
        ("signed", _("本人签字")),
        ("spoken", _("当面口头同意，有经办人记录")),
        ("online", _("本人在网上确认")),
        ("guardian", _("监护人签字")),
    ]

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField(_("目的"), max_length=40)
    given_at = models.DateTimeField(_("同意时间"))
    how = models.CharField(_("方式"), max_length=10, choices=WAYS)
    given_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("由谁同意")
    )
    withdrawn_at = models.DateTimeField(_("撤回时间"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "person", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="consent_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.given_at:%F}"
