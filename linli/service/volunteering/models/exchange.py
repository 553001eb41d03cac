"""Time exchange: switched on by residents, kept as a book in minutes.

Every account is one that is owed or owes (`liability`), so all of them together hold nothing: what
one neighbour is given, another, the common pot or a partner community gave. Hours of the volunteer
record are another thing and never come in here.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.service.volunteering.purposes import PURPOSES


class TimeScheme(CommunityRow):
    """The time exchange of one community: off until residents decide for it. Switched off, nothing
    new is entered and everybody still reads what they hold."""

    on = models.BooleanField(default=False)
    book = models.OneToOneField("ledger.Book", models.PROTECT, related_name="+")
    pot = models.OneToOneField("ledger.Account", models.PROTECT, related_name="+")
    let_go = models.OneToOneField("ledger.Account", models.PROTECT, related_name="+")
    expiry_looked_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community"], name="timescheme_one"),
        ]

    def __str__(self) -> str:
        return "on" if self.on else "off"


class TimeDecision(CommunityRow):
    """That the residents switched it on or off: which decision, of which day, typed in when."""

    WAYS: ClassVar = [("on", _("开启")), ("off", _("停止"))]

    scheme = models.ForeignKey(TimeScheme, models.PROTECT, related_name="decisions")
    way = models.CharField(max_length=3, choices=WAYS)
    reference = models.CharField(_("哪次会议的哪项决议"), max_length=120)
    decided_on = models.DateField(_("哪天决定的"))
    typed_at = models.DateTimeField()
    typed_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-typed_at"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=~Q(reference=""), name="timedecision_can_be_found"),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.decided_on}"


class TimeMember(CommunityRow):
    """Somebody who joined by the rules they signed: free, not money, never for public services,
    left on any day. Known to others by number; the name is sealed, and one of a person without an
    account is typed in at the desk."""

    scheme = models.ForeignKey(TimeScheme, models.PROTECT, related_name="members")
    number = models.PositiveIntegerField()
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("姓名"), blank=True, default="")
    held = models.OneToOneField("ledger.Account", models.PROTECT, related_name="+")
    joined_on = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "number"], name="timemember_number"),
            models.UniqueConstraint(
                fields=["community", "account"],
                condition=Q(left_on__isnull=True),
                name="timemember_once",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="timemember_left",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def is_in(self) -> bool:
        return self.left_on is None


class TimeCheque(CommunityRow):
    """One slip of a member's cheque book: so many minutes, written over by hand to whoever helped,
    typed in at the desk, once."""

    STATES: ClassVar = [("blank", _("没有用")), ("used", _("用了")), ("void", _("作废"))]

    member = models.ForeignKey(TimeMember, models.PROTECT, related_name="cheques")
    book_of = models.UUIDField()
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=14)
    minutes = models.PositiveIntegerField()
    state = models.CharField(max_length=5, choices=STATES, default="blank")
    printed_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["community", "code"], name="timecheque_code"),
            models.UniqueConstraint(fields=["community", "number"], name="timecheque_number"),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="timecheque_something"),
            models.CheckConstraint(
                condition=Q(state="blank", ended_at__isnull=True)
                | Q(state__in=["used", "void"], ended_at__isnull=False),
                name="timecheque_state",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "member", "-number"], name="timecheque_of_member"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class TimeDeed(CommunityRow):
    """Something that moves minutes: help from one neighbour to another, a gift, a slip, something
    to or from the pot. Help that one of the two wrote down waits for the other (`waits_for`), and
    is entered in the book when they say yes, by another hand than wrote it (`written_by`). The book
    names nobody."""

    KINDS: ClassVar = [
        ("help", _("互助")),
        ("cheque", _("互助（时间条）")),
        ("abroad", _("和伙伴社区互助")),
        ("gift", _("送给邻居")),
        ("pot_gift", _("捐给公共时间池")),
        ("grant", _("公共时间池给的")),
        ("expiry", _("到期转入公共时间池")),
        ("leaving", _("退出时结清")),
    ]
    STATES: ClassVar = [
        ("waiting", _("等对方确认")),
        ("entered", _("记上了")),
        ("declined", _("对方没有确认")),
        ("taken_back", _("冲销了")),
    ]

    scheme = models.ForeignKey(TimeScheme, models.PROTECT, related_name="deeds")
    kind = models.CharField(max_length=8, choices=KINDS)
    state = models.CharField(max_length=10, choices=STATES)
    giver = models.ForeignKey(TimeMember, models.PROTECT, null=True, related_name="gave")
    receiver = models.ForeignKey(TimeMember, models.PROTECT, null=True, related_name="received")
    waits_for = models.ForeignKey(TimeMember, models.PROTECT, null=True, related_name="+")
    cheque = models.ForeignKey(TimeCheque, models.PROTECT, null=True, related_name="deeds")
    minutes = models.PositiveIntegerField(_("多少分钟"))
    on = models.DateField(_("哪天"))
    purpose = models.CharField(_("做什么"), max_length=16, choices=PURPOSES, blank=True)
    entry = models.OneToOneField("ledger.Entry", models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)
    back_for = models.CharField(_("为什么冲销"), max_length=160, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(minutes__gt=0), name="timedeed_something"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "declined"], entry__isnull=True)
                | Q(state__in=["entered", "taken_back"], entry__isnull=False),
                name="timedeed_entered",
            ),
            models.CheckConstraint(
                condition=~Q(state="waiting") | Q(waits_for__isnull=False),
                name="timedeed_waits_for_somebody",
            ),
            models.CheckConstraint(
                condition=Q(giver__isnull=True) | Q(receiver__isnull=True)
                | ~Q(giver=F("receiver")),
                name="timedeed_between_two",
            ),
            models.UniqueConstraint(
                fields=["community", "cheque"], condition=Q(state="entered"),
                name="timedeed_slip_once",
            ),
        ]  # fmt: skip
        indexes: ClassVar = [
            models.Index(fields=["community", "giver", "-on"], name="timedeed_given"),
            models.Index(fields=["community", "receiver", "-on"], name="timedeed_received"),
            models.Index(fields=["community", "waits_for"], name="timedeed_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.minutes}"


class TimeNotice(CommunityRow):
    """That a member was told, long before, what would expire on a first of a month; what did."""

    member = models.ForeignKey(TimeMember, models.PROTECT, related_name="notices")
    settles_on = models.DateField()
    minutes = models.PositiveIntegerField()
    told_on = models.DateField()
    settled_at = models.DateTimeField(null=True)
    expired = models.PositiveIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["community", "member", "settles_on"], name="timenotice_once"
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, expired__isnull=True)
                | Q(settled_at__isnull=False, expired__lte=F("minutes")),
                name="timenotice_no_more_than_told",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["settles_on"],
                condition=Q(settled_at__isnull=True),
                name="timenotice_to_settle",
            )
        ]

    def __str__(self) -> str:
        return f"{self.settles_on}"
