"""A hazard of a place: who must mend it by when, what it looked like before and after, who looked
again. No field leads to a person but to whoever acted."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.kinds import AUTHORITIES, CHOICES, OWNER_POSTS, SOURCES
from linli.safety.hazards.models.points import Check, CheckPoint


class Hazard(FlowRow):
    """`told`: the desk has looked at the words, and everybody reads them; before that, and where
    they are hidden again, everybody reads kind and place. `owner_body` or `owner_post`: whoever
    must mend; `due_on` its last day. `no_photo`: why there is no photograph from before."""

    flow = HAZARD

    year = models.PositiveSmallIntegerField(editable=False)
    serial = models.PositiveIntegerField(editable=False)
    kind = models.CharField(_("类别"), max_length=16, choices=CHOICES)
    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    point = models.ForeignKey(CheckPoint, models.SET_NULL, null=True, related_name="hazards")
    where = models.CharField(_("具体在哪里"), max_length=120, blank=True)
    what = models.CharField(_("是什么隐患"), max_length=200)
    serious = models.BooleanField(_("重大隐患：可能伤人、起火"), default=False)
    source = models.CharField(_("怎么发现的"), max_length=10, choices=SOURCES)
    check_seen = models.ForeignKey(Check, models.SET_NULL, null=True, related_name="+")
    matter = models.UUIDField(null=True, editable=False)
    told = models.BooleanField(default=False, editable=False)
    found_on = models.DateField(_("哪天发现的"))
    no_photo = models.CharField(_("没有照片的原因"), max_length=100, blank=True)
    owner_body = models.ForeignKey(
        "access.Body", models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner_post = models.CharField(max_length=20, choices=OWNER_POSTS, blank=True)
    due_on = models.DateField(null=True, editable=False)
    mended_on = models.DateField(null=True, editable=False)
    closed_on = models.DateField(null=True, editable=False)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            in_states_of(HAZARD, "hazard_state"),
            models.UniqueConstraint(fields=["community", "year", "serial"], name="hazard_number"),
            models.CheckConstraint(
                condition=~Q(state="owed")
                | Q(due_on__isnull=False) & (Q(owner_body__isnull=False) | ~Q(owner_post="")),
                name="hazard_owed_by",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | Q(closed_on__isnull=False, mended_on__isnull=False),
                name="hazard_closed_on",
            ),
            models.CheckConstraint(
                condition=Q(owner_body__isnull=True) | Q(owner_post=""), name="hazard_one_owner"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "state", "-found_on"], name="hazard_by_state"),
            models.Index(fields=["community", "-found_on"], name="hazard_found"),
            models.Index(fields=["community", "due_on"], name="hazard_due"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """How it is called: its year and its place in it."""
        return f"{self.year}-{self.serial:03d}"

    @property
    def told_what(self) -> str:
        """What it is, as everybody reads it: the words the desk has looked at, or the kind."""
        return self.what if self.told else str(self.get_kind_display())

    @property
    def told_where(self) -> str:
        """Where exactly, as everybody reads it. Of a check point the desk itself has put it."""
        return self.where if self.told or self.point_id else ""

    @property
    def told_place(self) -> str:
        """Compound, building and where exactly, as it is told in a message: what the desk has not
        read goes out in none."""
        return " · ".join(each for each in (self.place.name_inside, self.told_where) if each)

    @property
    def told_no_photo(self) -> str:
        """Why there is no photograph, as everybody reads it."""
        return self.no_photo if self.told else ""

    @property
    def owner_title(self) -> str:
        """Who must mend it, as everybody reads it: a body or a post, never a person."""
        return self.owner_body.name if self.owner_body else str(self.get_owner_post_display())

    def face(self) -> Face:
        """How it shows on its clocks: by kind and place. Once mended, the desk looks again."""
        holder = Holder(post="worker")
        if self.state == "owed" and self.owner_post:
            holder = Holder(post=self.owner_post)
        return Face(
            title=f"{self.get_kind_display()} {self.number}",
            url_name="hazards:work",
            url_args={"community_code": self.community.code, "hazard_id": str(self.pk)},
            holder=holder,
        )


class HazardStep(StepRow):
    """One step of a hazard."""

    case = models.ForeignKey(Hazard, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints: ClassVar[list[Any]] = [one_step_a_version("hazardstep_version")]


class Mending(CommunityRow):
    """One attempt at mending: how, and whether whoever looked again found it good. The photographs
    from after are its files."""

    hazard = models.ForeignKey(Hazard, models.CASCADE, related_name="mendings")
    how = models.CharField(_("怎么整改的"), max_length=200)
    on = models.DateField(_("哪天整改完的"))
    no_photo = models.CharField(_("没有照片的原因"), max_length=100, blank=True)
    mended_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    seen_on = models.DateField(null=True, editable=False)
    seen_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    good = models.BooleanField(null=True, editable=False)
    reason = models.CharField(max_length=200, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(seen_by__isnull=True)
                | Q(mended_by__isnull=True)
                | ~Q(seen_by=models.F("mended_by")),
                name="mending_two_hands",
            ),
            models.CheckConstraint(
                condition=Q(good__isnull=True) | Q(seen_on__isnull=False), name="mending_seen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hazard_id} {self.on}"


class Handing(CommunityRow):
    """What a competent authority was told: the place, the kind, what it is; nobody in it."""

    hazard = models.ForeignKey(Hazard, models.CASCADE, related_name="handings")
    authority = models.CharField(_("主管部门"), max_length=12, choices=AUTHORITIES)
    words = models.TextField(_("移交的内容"), max_length=600)
    on = models.DateField()
    reply = models.CharField(_("答复"), max_length=200, blank=True)
    replied_on = models.DateField(null=True, editable=False)
    account = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.hazard_id} {self.authority}"
