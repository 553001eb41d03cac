"""What of elections counts: the rows evaluation may read. How many, never who."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from linli.core.clocks.models import Clock
from linli.core.places.models import Place
from linli.governance.elections.models import Candidate, Recall, Round
from linli.lib.facts import Fact, FactKind
from linli.mechanisms.ballot.models import Elector


def _kind(name: str, title: Any, *standard: str) -> FactKind:
    return FactKind(name, title, "elections:outcome", "election_id", standard)


KINDS = (
    _kind("elections.turnout", _("换届选举：投票人数和登记人数"), "S1.3"),
    _kind("elections.direct", _("换届选举：是否由全体有选举权的居民选出"), "S1.3"),
    _kind("elections.candidates", _("换届选举：候选人数和名额"), "S1.3"),
    _kind("elections.women", _("换届选举：当选人中的女性")),
    _kind("elections.not_hukou", _("选民名单上户籍不在本社区的人")),
    FactKind("elections.in_time", _("选举的法定期限（是否按期）"), standard=("S1.2",)),
    FactKind("elections.recall", _("付诸投票的罢免要求"), standard=("S1.3",)),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    start, end = _moment(since), _moment(until + timedelta(days=1))
    yield from _voted(community, start, end)
    yield from _kept(community, start, end)
    yield from _recalled(community, start, end)


def _voted(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    """The first round of a change of term says who took part; every round, who was elected."""
    rounds = Round.objects.filter(
        community=community,
        election__kind="term",
        declared_at__gte=start,
        declared_at__lt=end,
    )
    for round_ in rounds.select_related("election").order_by("declared_at", "id"):
        assert round_.declared_at is not None
        on, kept = timezone.localdate(round_.declared_at), round_.outcome
        known: dict[str, Any] = {"record": round_.election_id}
        if kept.get("women_known") and kept["elected"]:
            women = sum(bool(line["woman"]) for line in kept["elected"])
            yield Fact(community.code, on, "elections.women", women, len(kept["elected"]), **known)
        if round_.number > 1:
            continue
        cast, electors = kept["cast"], kept["electors"]
        yield Fact(community.code, on, "elections.turnout", cast, electors, **known)
        direct = int(kept["mode"] == "electors")
        yield Fact(community.code, on, "elections.direct", direct, 1, **known)
        yield from _stood(community, round_, on)
        yield from _listed(community, round_, on)


def _stood(community: Place, round_: Round, on: date) -> Iterator[Fact]:
    seats = sum(office["seats"] for office in round_.outcome["offices"])
    standing = Candidate.objects.filter(
        community=community, election=round_.election_id, round=1
    ).count()
    yield Fact(
        community.code, on, "elections.candidates", standing, seats, record=round_.election_id
    )


def _listed(community: Place, round_: Round, on: date) -> Iterator[Fact]:
    """Of a roll of electors, those registered without local hukou."""
    if round_.outcome["mode"] != "electors" or round_.election.electorate_id is None:
        return
    listed = Elector.objects.filter(
        community=community, electorate=round_.election.electorate_id, struck_at__isnull=True
    )
    others = listed.exclude(ground="hukou").count()
    yield Fact(
        community.code,
        on,
        "elections.not_hukou",
        others,
        listed.count(),
        record=round_.election_id,
    )


def _kept(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    """Whether objections were decided and the handover was complete within the law's days."""
    clocks = Clock.objects.filter(
        community=community,
        owner_kind__in=("elections.Objection", "elections.Election"),
        state__in=("met", "missed"),
        settled_at__gte=start,
        settled_at__lt=end,
    )
    for state, settled_at in clocks.order_by("settled_at", "id").values_list("state", "settled_at"):
        on = timezone.localdate(settled_at)
        yield Fact(community.code, on, "elections.in_time", int(state == "met"), 1)


def _recalled(community: Place, start: datetime, end: datetime) -> Iterator[Fact]:
    decided = Recall.objects.filter(
        community=community, decided_at__gte=start, decided_at__lt=end
    ).order_by("decided_at", "id")
    for decided_at in decided.values_list("decided_at", flat=True):
        if decided_at is not None:
            yield Fact(community.code, timezone.localdate(decided_at), "elections.recall")


def _moment(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time()))
