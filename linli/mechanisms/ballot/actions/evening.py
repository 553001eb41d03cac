"""Polling day and the evening as acts of their own: what the pages of a station do.

The steps they take are in `stations` and `counts`; here is who may, and what a room has a say in:
whether somebody may serve at this poll at all (`keepers`).
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from linli.core.access.models import Account
from linli.core.audit.door import Act, action, may
from linli.lib.law import Finding, require
from linli.mechanisms.ballot.actions import counts, stations
from linli.mechanisms.ballot.keepers import keeper_of
from linli.mechanisms.ballot.models import Elector, Poll, Sheet, Station, Teller
from linli.mechanisms.ballot.queries.counts import parts_of, was_read
from linli.mechanisms.ballot.rules import casting, counting as rules


@action("ballot.set_up_station", needs="ballot.run")
def set_up_station(
    act: Act, poll: Poll, *, name: str, place: Any = None, mobile: bool = False
) -> Station:
    """Sets up a polling station, or a mobile box that is carried to those who cannot come."""
    return stations.add_station(act, poll, name=name, place=place, mobile=mobile)


@action("ballot.take_down_station", needs="ballot.run")
def take_down_station(act: Act, station: Station) -> None:
    """Takes a station away again that was never opened."""
    stations.drop_station(act, station)


@action("ballot.name_tellers", needs="ballot.run")
def name_tellers(act: Act, station: Station, *, named: Mapping[str, Account]) -> Station:
    """Names both tellers and the witness, three different people, none of whom the room bars."""
    require(rules.all_named(named))
    for account in named.values():
        require_may_serve(station.poll, account)
    Teller.objects.filter(community=station.community_id, station=station).delete()
    for part, account in named.items():
        stations.name_teller(act, station, part=part, account=account.pk)
    return station


@action("ballot.open_station", needs="ballot.help")
def open_station(act: Act, station: Station) -> Station:
    """Opens a station: the box was shown empty and locked, and who will count is known."""
    require(rules.all_named(parts_of(station)))
    return stations.open_station(act, station)


@action("ballot.hand_out", needs="ballot.help")
def hand_out(
    act: Act, station: Station, *, elector: Elector, holder: Elector | None = None
) -> Station:
    """Hands out one paper. The book says that one was handed out at this station that day, not
    to whom, by whom or when: the roll alone knows who has had one, until it is destroyed."""
    act.leave_out_who()
    # A clock that was set back after the opening must not send anybody away.
    act.at = max(act.at, station.poll.opened_at or act.at)
    return stations.hand_out(act, station, elector, holder=holder)


@action("ballot.exchange", needs="ballot.help")
def exchange(act: Act, station: Station) -> Station:
    """Takes a spoiled paper back, crosses it out, and hands out a fresh one."""
    return stations.spoil(act, station)


@action("ballot.seal_box", needs="ballot.help")
def seal_box(act: Act, station: Station) -> Station:
    """Ends the handing out and seals the box."""
    return stations.close_station(act, station)


@action("ballot.open_box", needs="ballot.count")
def open_box(
    act: Act,
    station: Station,
    *,
    returned: int,
    unreturned: int,
    issued: int | None = None,
    spoiled: int | None = None,
) -> list[Finding]:
    """Opens the box before everybody and writes down how many papers lay in it, before any of
    them is read. Also written down where they are too many or do not balance. `issued` and
    `spoiled`: what the stubs and the spoiled papers say, where the desk counted otherwise."""
    require_named(act, station, "first", "second", "witness")
    return stations.record_counts(
        act,
        station,
        returned=returned,
        unreturned=unreturned,
        issued=issued,
        spoiled=spoiled,
    )


@action("ballot.enter_sheet", needs="ballot.count")
def enter_sheet(
    act: Act, station: Station, *, part: str, key: UUID, lines: Iterable[tuple[Any, int]]
) -> Sheet:
    """Enters the station's papers as one of its tellers; the same key again is the same sheet."""
    return counts.put_in_sheet(act, station, part=part, key=key, lines=lines)


@action("ballot.confirm_count", needs="ballot.count")
def confirm_count(act: Act, station: Station) -> Station:
    """The witness confirms that the count of a station is right."""
    return counts.confirm_count(act, station)


@action("ballot.count_again", needs="ballot.run")
def count_again(act: Act, station: Station) -> Station:
    """Opens a confirmed count again; both tellers enter afresh."""
    return counts.count_anew(act, station)


@action("ballot.join_boxes", needs="ballot.run")
def join_boxes(act: Act, station: Station, *, into: Station) -> Station:
    """Joins a sealed box to another before counting, so that a few papers tell of nobody."""
    return stations.merge_station(act, station, into)


@action("ballot.void_station", needs="ballot.void")
def void_station(act: Act, station: Station, *, ground: str) -> Station:
    """Declares that a station's papers count for nothing, on one of `GROUNDS`. Where they have been
    read it takes two: one who runs the poll asks, another, or the witness, agrees. What is agreed
    to is the ground that was asked on."""
    station.refresh_from_db()
    act.note(ground=station.void_ground or ground)
    require(casting.in_state(station.poll.state, "open", "closed"))
    if was_read(station):
        if station.void_asked_by_id is None:
            require(rules.asked_by_keeper(runs=may("ballot.run", act.by, station)))
            return stations.ask_to_void(act, station, ground=ground)
        require(rules.agreed_by_another(same=station.void_asked_by_id == act.by.account))
        ground = station.void_ground
    else:
        require(rules.asked_by_keeper(runs=may("ballot.run", act.by, station)))
    return stations.void_station(act, station, ground=ground)


def require_may_serve(poll: Poll, account: Account) -> None:
    """Refused where the room bars this account from helping and counting at its poll."""
    keeper = keeper_of(poll)
    if keeper is not None:
        require(keeper.may_serve(poll, account))


def require_named(act: Act, station: Station, *parts: str) -> None:
    """Refused unless whoever acts is named for one of the parts at this station."""
    named = parts_of(station)
    held = any(part in named and named[part].account_id == act.by.account for part in parts)
    require(rules.is_teller(named=held))
