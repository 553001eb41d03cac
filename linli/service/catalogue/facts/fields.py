"""In which of the book's ten fields of service (2.2(三) one to ten) something was done on record."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.service.catalogue.models import GuideVersion, HomeService
from linli.service.catalogue.models.choices import FIELDS
from linli.service.catalogue.work.models import JobOpening

KINDS = tuple(FactKind(f"services.{field}", title) for field, title in FIELDS)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Each field once a month, on its last day or on `until`: a visit done, an opening put up. That
    a provider is still there is no service yet; help to apply is told of in no way by which one
    month could be told from another."""
    found = set(_done(community, since, until))
    for on in month_ends(since, until):
        for field, _title in FIELDS:
            if (on.replace(day=1), field) in found:
                yield Fact(community.code, on, f"services.{field}")


def _done(community: Place, since: date, until: date) -> Iterator[tuple[date, str]]:
    """The months and fields of what is on record, some of them more than once."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    versions = GuideVersion.objects.filter(community=community).exclude(state="draft")
    of_guide = dict(versions.order_by("number").values_list("guide_id", "field"))
    visits = HomeService.objects.filter(
        community=community, state="done", closed_at__gte=start, closed_at__lt=end
    )
    for guide, at in visits.values_list("guide_id", "closed_at").iterator(2000):
        if at and guide in of_guide:
            yield _month(at), of_guide[guide]
    posted = JobOpening.objects.filter(
        community=community, posted_on__gte=since, posted_on__lte=until
    )
    for on in posted.values_list("posted_on", flat=True):
        if on is not None:
            yield on.replace(day=1), "employment"


def _month(at: datetime) -> date:
    return local_day(at).replace(day=1)


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
