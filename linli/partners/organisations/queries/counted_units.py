"""What of units, lists and pledges counts: units with an agreement, deeds done, what was promised
in joint meetings and kept by its day, needs met by theirs. Institutions only; of proposals a
number, and nobody."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.facts import Fact, FactKind
from linli.partners.organisations.models import (
    Need,
    Organisation,
    Pledge,
    Project,
    Proposal,
    ResidentUnit,
)

PARTNERS, UNITS, DEEDS, PROMISED, NEEDED, PROPOSED = (
    "organisations.partners",
    "organisations.units",
    "organisations.deeds",
    "organisations.promised",
    "organisations.need",
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
    FactKind(NEEDED, _("清单上的需求按期办成没有"), standard=("S1.1",)),
    FactKind(PROPOSED, _("居民在建议箱里提的建议"), standard=("S1.3",)),
)  # fmt: skip


def rows_units(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. A promise counts on the day it
    was due, kept or not; one that was given back was not kept. A deed counts on the day it was
    done, once somebody of the desk has looked."""
    yield from _needs(community, since, until)
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


def _needs(community: Place, since: date, until: date) -> Iterator[Fact]:
    """A need everybody reads counts on the day it was wanted by: met where a project that met it
    was over by then and somebody of the desk has looked: not on the unit's own word. What was not
    needed any more before its day was not due; what was said not to be needed afterwards was not
    met."""
    due = Need.objects.filter(
        Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=F("wanted_by")),
        community=community, shown_on__isnull=False, wanted_by__range=(since, until),
    )  # fmt: skip
    met = Project.objects.filter(
        community=community, need=OuterRef("pk"), state="done", shown_on__isnull=False,
        ended_on__lte=OuterRef("wanted_by"),
    )  # fmt: skip
    for on, in_time in due.values_list("wanted_by", Exists(met)):
        assert on is not None
        yield Fact(community.code, on, NEEDED, int(in_time), 1)


def _moment(on: date) -> datetime:
    return datetime.combine(on, time(), tzinfo=SHANGHAI)
