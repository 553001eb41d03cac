"""Who is called, by whom, and who stands in; the test calls; who has the night."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow

CONTACT_KINDS = [
    ("lead", _("带班领导")),
    ("officer", _("信息员")),
    ("building", _("楼栋联络人")),
    ("team", _("应急队伍")),
    ("shelter", _("避难场所开门人")),
    ("utility", _("水电气抢修")),
    ("office", _("上级和外部单位")),
]
RESULTS = [
    ("reached", _("打通，本人接")),
    ("stand_in", _("本人没接，替补接")),
    ("no_answer", _("没有人接")),
    ("wrong", _("号码不对")),
]


class Contact(CommunityRow):
    """One line of the call tree: a duty, who has it, and who calls them (`caller`; none: the first
    to be called). `told`: an office whose number everybody may read, `office_phone`; a mobile is
    somebody's own and is told only with the day they agreed (`agreed_on`). A person's name and
    number are sealed and stand on the tree of the desk alone."""

    kind = models.CharField(_("类别"), max_length=10, choices=CONTACT_KINDS)
    duty = models.CharField(_("单位或职责"), max_length=60)
    name = SealedTextField(_("姓名"), blank=True, default="")
    phone = SealedTextField(_("电话"), blank=True, default="")
    office_phone = models.CharField(_("单位公开电话"), max_length=30, blank=True)
    told = models.BooleanField(_("公开这个单位电话"), default=False)
    agreed_on = models.DateField(_("本人同意公开手机号的日期"), null=True, blank=True)
    caller = models.ForeignKey("self", models.SET_NULL, null=True, related_name="calls")
    stand_in = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["kind", "duty", "id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(told=False) | ~Q(office_phone=""), name="emergency_contact_told"
            ),
            models.CheckConstraint(
                condition=Q(caller__isnull=True) | ~Q(caller=F("id")),
                name="emergency_contact_not_itself",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "duty"], name="emergency_contact_list")
        ]

    def __str__(self) -> str:
        return self.duty


class CallTest(CommunityRow):
    """One test of the tree: begun by somebody, ended when every line has its result."""

    begun_at = models.DateTimeField()
    by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    lines = models.PositiveSmallIntegerField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community"],
                condition=Q(ended_at__isnull=True),
                name="emergency_calltest_one_open",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "-begun_at"], name="emergency_calltest_newest")
        ]

    def __str__(self) -> str:
        return f"{self.begun_at:%F}"


class CallResult(CommunityRow):
    """What became of one call of a test."""

    test = models.ForeignKey(CallTest, models.CASCADE, related_name="results")
    contact = models.ForeignKey(Contact, models.CASCADE, related_name="results")
    result = models.CharField(_("结果"), max_length=9, choices=RESULTS)
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "test", "contact"], name="emergency_callresult_once"
            ),
            models.CheckConstraint(
                condition=Q(result__in=[key for key, _title in RESULTS]),
                name="emergency_callresult_known",
            ),
        ]

    def __str__(self) -> str:
        return self.result


class NightDuty(CommunityRow):
    """Who has the night that begins on `on`, and who takes over where they do not answer."""

    on = models.DateField(_("哪一天的夜里"))
    first = models.ForeignKey(Contact, models.PROTECT, related_name="+")
    second = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["on"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "on"], name="emergency_nightduty_once"),
            models.CheckConstraint(
                condition=Q(second__isnull=True) | ~Q(second=F("first")),
                name="emergency_nightduty_two",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"
