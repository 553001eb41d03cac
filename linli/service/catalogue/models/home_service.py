"""办理上门 and whom each door may turn to: the contact of a place, and one asked-for visit."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Holder
from linli.core.pages.bilingual import in_both
from linli.core.people.sealed import SealedTextField
from linli.core.places.scope import CommunityRow
from linli.mechanisms.flow.models import Face, FlowRow, StepRow, in_states_of, one_step_a_version
from linli.service.catalogue.flows import HOME_SERVICE
from linli.service.catalogue.models.choices import WANTED


class NetworkContact(CommunityRow):
    """Who is asked first for the dwellings of a place (community, compound, building, entrance),
    and who stands in. The nearest place decides; `until` is the first day without it."""

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+")
    contact = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    stand_in = models.ForeignKey("access.Account", models.CASCADE, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["community", "place"],
                condition=Q(until__isnull=True),
                name="network_one_contact",
            ),
            models.CheckConstraint(condition=~Q(contact=F("stand_in")), name="network_two_people"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="network_term"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since:%F}"


class HomeService(FlowRow):
    """One asked-for visit: for whom, which service, when it suits, when somebody comes.

    `asked_first` was asked first and stays named until it is handed over (首问负责); `holder`
    answers for it now. `words` are what the visitor should know of the way in, and are cleared
    after the visit; why somebody cannot come is not asked.
    """

    flow = HOME_SERVICE
    VIAS = [("self", _("本人")), ("proxy", _("受托人")), ("desk", _("窗口代为登记"))]

    guide = models.ForeignKey("catalogue.Guide", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    dwelling = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+")
    asked_by = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    via = models.CharField(max_length=5, choices=VIAS)
    asked_at = models.DateTimeField()
    wanted = models.CharField(_("什么时候方便"), max_length=17, choices=WANTED)
    words = SealedTextField(_("上门前要知道的"), blank=True, default="")
    asked_first = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    holder = models.ForeignKey("access.Account", models.SET_NULL, null=True, related_name="+")
    visit_at = models.DateTimeField(_("上门时间"), null=True)
    closed_at = models.DateTimeField(null=True)
    rated = models.BooleanField(default=False)
    """That the one mark was given, so that there is no second; not which."""

    class Meta:
        constraints = [
            in_states_of(HOME_SERVICE, "home_service_state"),
            models.CheckConstraint(
                condition=~Q(state__in=["scheduled", "confirmed", "done"])
                | Q(visit_at__isnull=False),
                name="home_service_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["done", "could_not", "withdrawn"])
                | Q(closed_at__isnull=False),
                name="home_service_closed",
            ),
        ]
        indexes = [
            models.Index(fields=["community", "state", "asked_at"], name="home_service_queue"),
            models.Index(fields=["community", "person", "-asked_at"], name="home_service_person"),
        ]

    def __str__(self) -> str:
        return f"home service {self.pk}"

    @property
    def off_hours(self) -> bool:
        """Whether it is wanted outside office hours."""
        return self.wanted in ("evening", "weekend")

    def face(self) -> Face:
        """How it shows on its clock: by the sort of visit, never by whom it is for."""
        return Face(
            title=in_both(_("办理上门")),
            url_name="catalogue:home_service",
            url_args={"community_code": self.community.code, "request_id": str(self.pk)},
            holder=Holder(account=self.holder_id) if self.holder_id else Holder(post="worker"),
        )


class HomeServiceStep(StepRow):
    """One step of a visit."""

    case = models.ForeignKey(HomeService, models.CASCADE, related_name="steps")

    class Meta(StepRow.Meta):
        constraints = [one_step_a_version("home_service_step_version")]
