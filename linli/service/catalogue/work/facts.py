"""What of openings counts, by kind: put up, hidden on their day, filled. Nothing of anybody who
looks for work; cards are not counted anywhere."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from linli.core.places.models import Place
from linli.lib.facts import Fact, FactKind
from linli.service.catalogue.work.choices import EXPIRED, FILLED
from linli.service.catalogue.work.models import JobOpening

_OPENS = ("catalogue:opening_desk", "opening_id")
KINDS = (
    FactKind("openings.posted_job", _("公布的招工岗位"), *_OPENS),
    FactKind("openings.posted_public", _("公布的公益性岗位"), *_OPENS),
    FactKind("openings.posted_training", _("公布的技能培训"), *_OPENS),
    FactKind("openings.filled_job", _("招满的招工岗位"), *_OPENS),
    FactKind("openings.filled_public", _("招满的公益性岗位"), *_OPENS),
    FactKind("openings.filled_training", _("招满的技能培训"), *_OPENS),
    FactKind("openings.expired_job", _("到期的招工岗位"), *_OPENS),
    FactKind("openings.expired_public", _("到期的公益性岗位"), *_OPENS),
    FactKind("openings.expired_training", _("到期的技能培训"), *_OPENS),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    ours = JobOpening.objects.filter(community=community)
    posted = ours.filter(posted_on__gte=since, posted_on__lte=until).order_by("posted_on", "id")
    for key, kind, on in posted.values_list("id", "kind", "posted_on"):
        if on is not None:
            yield Fact(community.code, on, f"openings.posted_{kind}", record=key)
    ended = ours.filter(ended_on__gte=since, ended_on__lte=until, state__in=(FILLED, EXPIRED))
    for key, kind, state, on in ended.order_by("ended_on", "id").values_list(
        "id", "kind", "state", "ended_on"
    ):
        if on is not None:
            yield Fact(community.code, on, f"openings.{state}_{kind}", record=key)
