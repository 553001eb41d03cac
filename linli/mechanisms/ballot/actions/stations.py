"""The polling station: opened, papers handed out and replaced, box sealed, papers counted.
Steps of a domain's acts. Nothing here keeps which elector voted where."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.ballot.actions.casting import hold_open, mark
from linli.mechanisms.ballot.models import Elector, Line, Poll, Sheet, Station, Teller
from linli.mechanisms.ballot.queries.rolls import proxy_between
from linli.mechanisms.ballot.rules import casting, counting as rules, secrecy
from linli.mechanisms.ballot.rules.proxies import holds_it


def add_station(
    act: Act, poll: Poll, *, name: str, place: Any = None, mobile: bool = False
) -> Station:
    """A station, or a mobile box, of a poll on paper."""
    require(casting.takes(channel=poll.on_paper))
    require(casting.in_state(poll.state, "preparing", "open"))
    station = Station(
        community_id=poll.community_id, poll=poll, name=name, place=place, mobile=mobile
    )
    try:
        with transaction.atomic():
            station.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "ballot.station_named_once")) from error
    return station


def drop_station(act: Act, station: Station) -> None:
    """Takes away a station that was never opened."""
    require(rules.in_state(station.state, "preparing"))
    station.delete()


def name_teller(act: Act, station: Station, *, part: str, account: Any) -> Teller:
    """Names who is first or second teller or witness; whoever had the part before steps back.
    One person has one part at a station."""
    require(rules.in_state(station.state, "preparing", "open", "closed"))
    here = Teller.objects.filter(community=station.community_id, station=station)
    here.filter(part=part).delete()
    teller = Teller(
        community_id=station.community_id, station=station, part=part, account_id=account
    )
    try:
        with transaction.atomic():
            teller.save(force_insert=True)
    except IntegrityError as error:
        raise Refused(Finding(False, "ballot.one_part")) from error
    return teller


def open_station(act: Act, station: Station) -> Station:
    """Opens a station: the box was shown empty and locked."""
    require(casting.in_state(station.poll.state, "open"))
    return _move(act, station, "preparing", state="open")


def hand_out(
    act: Act, station: Station, elector: Elector, *, holder: Elector | None = None
) -> Station:
    """Hands an elector their paper (or `holder`, who brings their mandate): the mark on the
    roll, and one more paper issued. Refused where they have had one, on whatever channel."""
    poll = station.poll
    hold_open(act, poll)
    require(casting.takes(channel=poll.on_paper))
    same_roll = elector.electorate_id == poll.electorate_id and elector.struck_at is None
    require(casting.on_the_roll(found=same_roll))
    if holder is not None:
        mandate = proxy_between(elector.pk, holder.pk, poll.community_id)
        require(holds_it(held=mandate is not None))
    mark(poll, elector, how="paper", by_proxy=holder is not None)
    return _count(station, issued=1)


def spoil(act: Act, station: Station, *, replaced: bool = True) -> Station:
    """Takes back a spoiled paper and, where `replaced`, hands out a fresh one."""
    require(rules.in_state(station.state, "open"))
    require(rules.can_spoil(station.issued, station.spoiled))
    return _count(station, spoiled=1, issued=1 if replaced else 0)


def close_station(act: Act, station: Station) -> Station:
    """Ends the handing out and seals the box."""
    return _move(act, station, "open", state="closed")


def record_counts(
    act: Act,
    station: Station,
    *,
    returned: int,
    unreturned: int,
    issued: int | None = None,
    spoiled: int | None = None,
) -> list[Finding]:
    """Writes down how many papers lay in the box and how many were carried off, and returns
    what was found: whether there are more than handed out, and whether they balance. Neither
    stops the recording; the count is confirmed only when both hold. `issued` and `spoiled`
    correct what the desk counted, from the stubs and the pile of spoiled papers."""
    require(casting.in_state(station.poll.state, "closed"))
    corrected = {
        "returned": returned,
        "unreturned": unreturned,
        "issued": station.issued if issued is None else issued,
        "spoiled": station.spoiled if spoiled is None else spoiled,
    }
    require(rules.numbers_given(number + 1 for number in corrected.values()))
    require(rules.no_more_spoiled(corrected["issued"], corrected["spoiled"]))
    _move(act, station, "closed", **corrected)
    act.note(issued=station.issued, spoiled=station.spoiled, returned=returned)
    counts = rules.StationCounts(station.issued, station.spoiled, returned, unreturned)
    return [rules.not_more_than_issued(counts), rules.balance(counts)]


def merge_station(act: Act, station: Station, into: Station) -> Station:
    """Joins a sealed box, whose papers were numbered, to another before counting: they are
    counted there, with those of the boxes joined to it before. What was entered of either
    before is destroyed, since the difference would tell what lay in one of them."""
    require(
        rules.can_merge(
            same_poll=station.poll_id == into.poll_id, same_station=station.pk == into.pk
        )
    )
    both = Station.objects.select_for_update(of=("self",)).filter(
        community=station.community_id, pk__in=[station.pk, into.pk]
    )
    held = {each.pk: each for each in both.order_by("pk")}
    require(rules.in_state(held[into.pk].state, "closed"))
    require(secrecy.boxes_opened([secrecy.Box(station.name, held[station.pk].returned)]))
    _move(act, station, "closed", state="merged", merged_into=into)
    Station.objects.filter(community=station.community_id, merged_into=station).update(
        merged_into=into
    )
    entered = Sheet.objects.filter(community=station.community_id, station__in=list(held))
    Line.objects.filter(community=station.community_id, sheet__in=entered).delete()
    entered.filter(superseded_at__isnull=True).update(superseded_at=act.at)
    return station


def ask_to_void(act: Act, station: Station, *, ground: str) -> Station:
    """Asks that the papers of a station that were read count for nothing: they count until a
    second person agrees, and asking comes to nothing where they are counted again."""
    station.void_ground, station.void_asked_by_id = ground, act.by.account
    station.save(update_fields=["void_ground", "void_asked_by"])
    act.note(state=station.state)
    return station


def void_station(act: Act, station: Station, *, ground: str = "") -> Station:
    """The station's papers count for nothing (more in the box than handed out, say). Only until
    the result is settled: then it stands."""
    poll = Poll.objects.select_for_update(of=("self",)).get(
        community=station.community_id, pk=station.poll_id
    )
    require(casting.in_state(poll.state, "open", "closed"))
    return _move(
        act, station, "preparing", "open", "closed", "counted",
        state="void", void_ground=ground,
    )  # fmt: skip


def _move(act: Act, station: Station, *start: str, **values: Any) -> Station:
    changed = Station.objects.filter(
        community=station.community_id, pk=station.pk, state__in=start
    ).update(version=F("version") + 1, **values)
    station.refresh_from_db()
    if not changed:
        raise Refused(rules.in_state("", *start))
    act.note(state=station.state)
    return station


def _count(station: Station, **more: int) -> Station:
    changed = Station.objects.filter(
        community=station.community_id, pk=station.pk, state="open"
    ).update(**{name: F(name) + number for name, number in more.items()})
    if not changed:
        raise Refused(rules.in_state("", "open"))
    station.refresh_from_db()
    return station
