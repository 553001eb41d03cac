"""What of units and pledges counts: units with an agreement, deeds done, what was promised in joint
meetings and kept by its day. Institutions only; of proposals a number, and nobody."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.facts import Fact, FactKind
from linli.partners.organisations.models import Organisation, Pledge, Proposal, ResidentUnit

PARTNERS, UNITS, DEEDS, PROMISED, PROPOSED = (
    "organisations.partners",
    "organisations.units",
    "organisations.deeds",
    "organisations.promised",
    "organisations.proposed",
)
UNIT_FACTS = (
    FactKind(PARTNERS, _("驻社区单位里有共建协议的"), standard=("S2.4",), stock=True),
    FactKind(UNITS, _("驻社区单位"), standard=("S2.4",), stock=True),
    FactKind(DEEDS, _("单位办成的实事"), "organisations:pledge", "pledge_id", standard=("S2.4",)),
    FactKind(
        PROMISED, _("联席会上答应的事按期做到"), "organisations:pledge", "pledge_id",
        standard=("S2.4",),
    ),
    FactKind(PROPOSED, _("居民在建议箱里提的建议"), standard=("S1.3",)),
)  # fmt: skip


def rows_units(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. A promise counts on the day it
    was due, kept or not; one that was given back was not kept. A deed counts on the day it was
    done, once somebody of the desk has looked."""
    yield from _partners(community, since, until)
    pledges = Pledge.objects.filter(community=community)
    done = pledges.filter(confirmed_on__isnull=False, delivered_on__range=(since, until))
    for key, on in done.values_list("pk", "delivered_on").iterator(2000):
        assert on is not None
        yield Fact(community.code, on, DEEDS, record=key)
    due = pledges.filter(meeting__isnull=False, due_on__range=(since, until))
    for pledge in due.iterator(2000):
        kept = pledge.standing(until) == "kept"
        yield Fact(community.code, pledge.due_on, PROMISED, int(kept), 1, record=pledge.pk)
    first, end = _moment(since), _moment(until + timedelta(days=1))
    said = Proposal.objects.filter(
        community=community, steps__version=1, steps__at__gte=first, steps__at__lt=end
    ).exclude(state="withdrawn")
    for at in said.values_list("steps__at", flat=True):
        yield Fact(community.code, local_day(at), PROPOSED)


def _partners(community: Place, since: date, until: date) -> Iterator[Fact]:
    """At the end of each month: of the resident units in the register those with an agreement. A
    community that has entered no unit tells nothing: that is not nought."""
    units = list(Organisation.objects.filter(community=community, kind="resident_unit"))
    files = ResidentUnit.objects.filter(community=community, organisation__kind="resident_unit")
    kept = list(files.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=since)))
    for on in month_ends(since, until):
        here = sum(row.since <= on and (row.until is None or row.until > on) for row in units)
        partners = sum(
            row.is_partner(on) and (row.ended_on is None or row.ended_on > on) for row in kept
        )
        if here:
            yield Fact(community.code, on, PARTNERS, min(partners, here))
            yield Fact(community.code, on, UNITS, here)


def _moment(on: date) -> datetime:
    return datetime.combine(on, time(), tzinfo=SHANGHAI)
