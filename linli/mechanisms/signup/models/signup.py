"""A name on a sheet."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.models import Person
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.models.sheet import Sheet


class SignUp(CommunityRow):
    """One name, for one or several places. `number` is the order of coming, `turn` the place in
    the line: the same, until a lot shuffles it. `account`: whoever has it is the one who comes; who
    put a child down is `put_down_by`. `code` is on the slip of whoever has no account: it opens
    this entry and nothing else. `name_index` finds the same name with the same telephone on one
    sheet. `age` only where the sheet asks, and of minors. A child's entry says who agreed
    (`guardian`), how, and when."""

    VIAS: ClassVar = [
        ("web", _("自己在网上")),
        ("family", _("家人代报")),
        ("desk", _("到居委会")),
        ("phone", _("打电话")),
        ("paper", _("纸质报名表")),
        ("chain", _("群里接龙")),
    ]
    STATES: ClassVar = [
        (rules.IN, _("报上了")),
        (rules.WAITING, _("候补中")),
        (rules.OFFERED, _("有空位，等确认")),
        (rules.APPLIED, _("等抽签")),
        (rules.LEFT, _("自己取消了")),
        (rules.LAPSED, _("没有确认，让给了下一位")),
        (rules.TURNED_AWAY, _("没有报上")),
        (rules.REMOVED, _("由工作人员取消")),
        (rules.CAME, _("没有报名，当天来的")),
    ]
    TONES: ClassVar = {
        rules.IN: "done",
        rules.WAITING: "waiting",
        rules.OFFERED: "soon",
        rules.APPLIED: "waiting",
    }
    GUARDIAN_WAYS: ClassVar = [
        ("signed", _("监护人签了字")),
        ("online", _("监护人在网上同意")),
        ("spoken", _("监护人当面或电话里同意，经办人记下")),
    ]

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="signups")
    number = models.PositiveIntegerField()
    turn = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=11, choices=STATES)
    state_since = models.DateTimeField()
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("姓名"), blank=True, default="")
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    name_index = models.BinaryField(max_length=32, null=True, editable=False)
    seats = models.PositiveSmallIntegerField(_("几个人"), default=1)
    via = models.CharField(max_length=6, choices=VIAS)
    put_down_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    age = models.PositiveSmallIntegerField(_("年龄"), null=True, blank=True)
    guardian = SealedTextField(_("监护人"), blank=True, default="")
    guardian_phone = SealedTextField(_("监护人电话"), blank=True, default="")
    guardian_way = models.CharField(max_length=6, choices=GUARDIAN_WAYS, blank=True)
    needs = models.JSONField(_("需要什么方便"), default=list, blank=True)
    remark = SealedTextField(_("要让组织者知道的"), blank=True, default="")
    offered_until = models.DateTimeField(null=True)
    removed_for = models.CharField(_("取消的原因"), max_length=200, blank=True)
    code = models.CharField(max_length=14, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "sheet", "number"], name="signup_number"),
            models.UniqueConstraint(fields=["community", "code"], name="signup_code"),
            models.UniqueConstraint(
                fields=["community", "sheet", "person"],
                condition=Q(person__isnull=False, state__in=rules.LIVE),
                name="signup_person_once",
            ),
            models.UniqueConstraint(
                fields=["community", "sheet", "account"],
                condition=Q(account__isnull=False, state__in=rules.LIVE),
                name="signup_account_once",
            ),
            models.UniqueConstraint(
                fields=["community", "sheet", "name_index"],
                condition=Q(name_index__isnull=False, state__in=rules.LIVE),
                name="signup_name_once",
            ),
            models.CheckConstraint(condition=Q(state__in=rules.SIGNUP_STATES), name="signup_state"),
            models.CheckConstraint(
                condition=~Q(state=rules.OFFERED) | Q(offered_until__isnull=False),
                name="signup_offered_until",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1, seats__lte=rules.MOST_EACH), name="signup_seats"
            ),
            models.CheckConstraint(
                condition=Q(age__isnull=True)
                | Q(age__gte=rules.OF_AGE)
                | ~Q(guardian_way="")
                | ~Q(state__in=rules.LIVE),
                name="signup_guardian",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "sheet", "state", "turn"], name="signup_line"),
            models.Index(fields=["community", "person", "-at"], name="signup_person"),
            models.Index(fields=["community", "account", "-at"], name="signup_account"),
            models.Index(fields=["community", "put_down_by", "-at"], name="signup_put_down_by"),
            models.Index(
                fields=["community", "offered_until"],
                condition=Q(state=rules.OFFERED),
                name="signup_offers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.state}"

    @property
    def tone(self) -> str:
        """The tone of its state, for the status component."""
        return self.TONES.get(self.state, "stopped")

    @property
    def put_down_account(self) -> Any:
        """The account of whoever put the name down for themselves or their family; a worker who
        typed it in is not the one to be told."""
        return self.put_down_by_id if self.via in rules.OWN_WAYS else None

    @property
    def told_account(self) -> Any:
        """The account that hears of it; None where somebody must ring."""
        return self.account_id or self.put_down_account

    @property
    def is_live(self) -> bool:
        """Whether it still stands for somebody who means to come."""
        return self.state in rules.LIVE

    def readable_needs(self) -> list[Any]:
        """What makes it easier for them, in words."""
        return [words for code, words in Person.NEEDS if code in self.needs]
