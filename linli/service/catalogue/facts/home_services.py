"""What of visits at home counts: how many were done and for how many people, and whether a time was
set when it was promised. Why somebody cannot come is not asked, and not told."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.access.tokens import AccountTokens, Counted
from linli.core.clocks.queries.kept import judged
from linli.core.places.models import Place
from linli.lib.facts import AT_ONCE, Fact, FactKind, stretches
from linli.service.catalogue.models import HomeService

_OPENS = ("catalogue:home_service", "request_id")
KINDS = (
    FactKind("home_services.done", _("上门办好的事"), *_OPENS),
    FactKind(
        "home_services.benefit", _("上门给居民办好的事（人数只算登记在住的）"), *_OPENS, ("S3.2",)
    ),
    FactKind("home_services.due", _("到期的上门申请（是否按承诺约好时间）"), *_OPENS),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. The household is the home
    somebody came to."""
    tokens = AccountTokens(community)
    done = (
        HomeService.objects.filter(
            community=community,
            state="done",
            closed_at__gte=_moment(since),
            closed_at__lt=_moment(until + timedelta(days=1)),
        )
        .order_by("closed_at", "id")
        .values_list("id", "closed_at", "person_id", "dwelling_id")
    )
    for batch in stretches(done.iterator(AT_ONCE)):
        tokens.meet_accounts((), (person for _key, _at, person, _home in batch))
        for key, at, person, home in batch:
            on = timezone.localdate(at)
            who = tokens.of(on, person=person)
            if home and who.person:
                who = Counted(who.person, tokens.of_dwelling(on, home))
            yield Fact(community.code, on, "home_services.done", record=key)
            yield Fact(
                community.code,
                on,
                "home_services.benefit",
                person=who.person,
                household=who.household,
                field="basic",
                record=key,
            )
    for each in judged(community, since, until, HomeService._meta.label, "promise"):
        yield Fact(
            community.code, each.on, "home_services.due", int(each.kept), 1, record=each.owner
        )


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
