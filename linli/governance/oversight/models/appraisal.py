"""The yearly appraisal of the committee's members, and of those who serve the public here."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from linli.core.places.scope import CommunityRow
from linli.governance.oversight.rules.appraisal import GRADES

GRADE_TITLES = [
    ("excellent", _("优秀")),
    ("competent", _("称职")),
    ("basic", _("基本称职")),
    ("not_competent", _("不称职")),
]
SERVICE_TITLES = [
    ("excellent", _("很满意")),
    ("competent", _("满意")),
    ("basic", _("基本满意")),
    ("not_competent", _("不满意")),
]


class Appraisal(CommunityRow):
    """One appraisal by secret ballot, chaired by the supervisory committee (art. 37).

    `base` is how many representatives there are, as `base_source` says; the roll of `poll` holds
    those who came. The box keeps who marked what from everybody; the marks on the roll go when it
    is published.
    """

    KINDS: ClassVar = [
        ("members", pgettext_lazy("all of them", "居委会成员")),
        ("providers", _("公共服务单位")),
    ]
    STATES: ClassVar = [
        ("planned", _("筹备")),
        ("voting", _("正在评议")),
        ("counted", _("已计票")),
        ("published", _("已公布")),
    ]

    kind = models.CharField(_("评议谁"), max_length=10, choices=KINDS)
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("名称"), max_length=80)
    state = models.CharField(max_length=10, choices=STATES, default="planned")
    base = models.PositiveIntegerField(_("居民代表总数"))
    base_source = models.CharField(_("总数的出处"), max_length=120)
    poll = models.OneToOneField("ballot.Poll", models.PROTECT, null=True, related_name="+")
    held_on = models.DateField(null=True)
    papers = models.PositiveIntegerField(null=True)
    published_on = models.DateField(null=True)
    posting = models.ForeignKey("publication.Posting", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "kind"],
                condition=~Q(state="published"),
                name="appraisal_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="planned", poll__isnull=True)
                | Q(state="voting", poll__isnull=False, held_on__isnull=False)
                | Q(state="counted", poll__isnull=False, papers__isnull=False)
                | Q(state="published", papers__isnull=False, published_on__isnull=False),
                name="appraisal_state",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["community", "kind", "-year"], name="appraisal_year")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"

    @property
    def tone(self) -> str:
        """The status component's tone."""
        return {"planned": "new", "voting": "open", "published": "done"}.get(self.state, "open")


class Appraised(CommunityRow):
    """One who is appraised: a member in their seat (`seat` is its row in the register of members)
    or a body that serves the public. `counts`: valid papers by grade."""

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="appraised")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    office = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    seat = models.UUIDField(null=True)
    organisation = models.ForeignKey("access.Body", models.PROTECT, null=True, related_name="+")
    counts = models.JSONField(default=dict)
    result = models.CharField(max_length=14, blank=True)
    ends = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["community", "appraisal", "position"], name="appraised_position"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, seat__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, seat__isnull=True, organisation__isnull=False),
                name="appraised_who",
            ),
            models.CheckConstraint(condition=Q(result__in=["", *GRADES]), name="appraised_result"),
        ]
        indexes: ClassVar = [models.Index(fields=["community", "person"], name="appraised_person")]

    def __str__(self) -> str:
        return f"{self.position}"

    @property
    def result_title(self) -> str:
        """The grade in words: of a member, or of a service."""
        titles = dict(SERVICE_TITLES if self.person_id is None else GRADE_TITLES)
        return str(titles.get(self.result, _("没有有效票")))


assert [grade for grade, _title in GRADE_TITLES] == list(GRADES)
