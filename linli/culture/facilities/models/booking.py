"""A booking, and the minutes it holds."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.core.places.walls import NoOverlap
from linli.culture.facilities.flows import BOOKING
from linli.culture.facilities.models.facility import Facility
from linli.mechanisms.flow.models import FlowRow, StepRow, in_states_of, one_step_a_version


class Booking(FlowRow):
    """One use of one facility. Dates of one series share `series`. `door`: through which door it
    came; `purpose` and `group_name` may be read by everybody where `told`, who booked never."""

    flow = BOOKING
    DOORS: ClassVar = [
        ("web", _("网上")),
        ("desk", _("工作台")),
        ("tag", _("门上的码")),
        ("activity", _("活动")),
        ("season", _("季度分配")),
    ]

    facility = models.ForeignKey(Facility, models.PROTECT, related_name="bookings")
    series = models.UUIDField(null=True, editable=False)
    starts_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))
    purpose = models.CharField(_("做什么用"), max_length=120)
    group_name = models.CharField(_("团队"), max_length=60, blank=True)
    told = models.BooleanField(_("公开用途"), default=False)
    people = models.PositiveIntegerField(_("大约多少人"), null=True, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("联系人"), blank=True, default="")
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    door = models.CharField(max_length=8, choices=DOORS)
    owner_kind = models.CharField(max_length=60, blank=True)
    owner = models.UUIDField(null=True)
    code = models.CharField(max_length=14, editable=False)
    booked_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(BOOKING, "booking_state"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="booking_order"),
            models.UniqueConstraint(fields=["community", "code"], name="booking_code"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "facility", "starts_at"], name="booking_of_facility"),
            models.Index(fields=["community", "state", "starts_at"], name="booking_by_state"),
            models.Index(fields=["community", "account", "-starts_at"], name="booking_of_account"),
            models.Index(fields=["community", "owner"], name="booking_of_owner"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%F %R} {self.state}"


class BookingStep(StepRow):
    """One step of a booking."""

    case = models.ForeignKey(Booking, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("bookingstep_version")]


class BookingWish(CommunityRow):
    """Somebody waits for a span that is taken. Gets it free, the first in line is offered it, and
    it is held for them until `offer_until`; `phone` for those who are called."""

    STATES: ClassVar = [
        ("waiting", _("等着")),
        ("offered", _("给您留着")),
        ("taken", _("订好了")),
        ("lapsed", _("过时没有答复")),
        ("left", _("不等了")),
    ]
    OPEN: ClassVar = ("waiting", "offered")

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="wishes")
    starts_at = models.DateTimeField(_("开始"))
    ends_at = models.DateTimeField(_("结束"))
    purpose = models.CharField(_("做什么用"), max_length=120)
    people = models.PositiveIntegerField(_("大约多少人"), null=True, blank=True)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    name = SealedTextField(_("联系人"), blank=True, default="")
    phone = SealedTextField(_("联系电话"), blank=True, default="")
    state = models.CharField(max_length=8, choices=STATES, default="waiting")
    asked_at = models.DateTimeField()
    offer_until = models.DateTimeField(null=True)
    booking = models.ForeignKey(Booking, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="bookingwish_order"
            ),
            models.CheckConstraint(
                condition=~Q(state="offered") | Q(offer_until__isnull=False),
                name="bookingwish_offer",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["community", "facility", "state", "asked_at"], name="bookingwish_line"
            ),
            models.Index(fields=["community", "state", "offer_until"], name="bookingwish_offers"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%F %R} {self.state}"


class Hold(CommunityRow):
    """That a facility is taken, in whole minutes since 1970 UTC, set-up times included; up to and
    not including `until_minute`. It stands while the booking does, or the offer of it to somebody
    who waited (`wish`), and is taken away with it. A room has one lane, its own id; of several
    pieces of a thing each has its own (`rules/lanes.py`). The database refuses a second hold on a
    lane at the same time, whichever door it came through."""

    facility = models.ForeignKey(Facility, models.CASCADE, related_name="holds")
    booking = models.ForeignKey(Booking, models.CASCADE, null=True, related_name="holds")
    wish = models.ForeignKey(BookingWish, models.CASCADE, null=True, related_name="holds")
    lane = models.UUIDField()
    from_minute = models.BigIntegerField()
    until_minute = models.BigIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(until_minute__gt=F("from_minute")), name="hold_order"
            ),
            models.CheckConstraint(
                condition=Q(booking__isnull=True) | Q(wish__isnull=True), name="hold_for_one"
            ),
            NoOverlap(
                name="hold_one_at_a_time", lane="lane", start="from_minute", end="until_minute"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "facility", "from_minute"], name="hold_of_facility"),
            models.Index(fields=["lane", "from_minute"], name="hold_of_lane"),
        ]

    def __str__(self) -> str:
        return f"{self.from_minute}–{self.until_minute}"
