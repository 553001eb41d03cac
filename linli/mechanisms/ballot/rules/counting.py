"""The evening: who counts, two entries compared, papers that must balance, stations merged."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linli.lib.law import Finding


@dataclass(frozen=True, slots=True)
class StationCounts:
    """Papers of a station: handed out (replacements included), given back spoiled, found in the
    box, carried off. The last two are None until the box was opened."""

    issued: int = 0
    spoiled: int = 0
    returned: int | None = None
    unreturned: int | None = None


def in_state(state: str, *wanted: str) -> Finding:
    """The station stands where this step starts from."""
    return Finding(state in wanted, "ballot.station_in_state")


def is_teller(*, named: bool) -> Finding:
    """Who enters or confirms has been named for that part at this station."""
    return Finding(named, "ballot.is_teller")


def all_named(parts: Iterable[str]) -> Finding:
    """Two tellers and a witness, three different people."""
    missing = {"first", "second", "witness"} - set(parts)
    return Finding(not missing, "ballot.tellers_named", numbers={"missing": len(missing)})


def can_spoil(issued: int, spoiled: int) -> Finding:
    """Only a paper that was handed out can be given back spoiled."""
    return Finding(
        spoiled < issued, "ballot.can_spoil", numbers={"issued": issued, "spoiled": spoiled}
    )


def no_more_spoiled(issued: int, spoiled: int) -> Finding:
    """No more papers were given back spoiled than were handed out."""
    return Finding(
        spoiled <= issued, "ballot.no_more_spoiled", numbers={"issued": issued, "spoiled": spoiled}
    )


def not_more_than_issued(counts: StationCounts) -> Finding:
    """More papers in the box than were ever handed out voids the station. (As many as that, but
    not less those given back spoiled, do not balance: a count is wrong somewhere.)"""
    return Finding(
        (counts.returned or 0) <= counts.issued,
        "ballot.not_more_than_issued",
        numbers={"returned": counts.returned or 0, "issued": counts.issued},
    )


def balance(counts: StationCounts) -> Finding:
    """Handed out = spoiled + in the box + carried off, to the paper."""
    found = counts.spoiled + (counts.returned or 0) + (counts.unreturned or 0)
    return Finding(
        counts.returned is not None and counts.unreturned is not None and found == counts.issued,
        "ballot.balance",
        numbers={
            "issued": counts.issued,
            "spoiled": counts.spoiled,
            "returned": counts.returned or 0,
            "unreturned": counts.unreturned or 0,
            "off": abs(counts.issued - found),
        },
    )


def all_entered(returned: int | None, entered: int) -> Finding:
    """The sheet has as many papers as lay in the box."""
    return Finding(
        returned is not None and entered == returned,
        "ballot.all_entered",
        numbers={"returned": returned or 0, "entered": entered},
    )


def both_entered(parts: Iterable[str]) -> Finding:
    """Both tellers have entered."""
    missing = {"first", "second"} - set(parts)
    return Finding(not missing, "ballot.both_entered", numbers={"missing": len(missing)})


def differences(
    first: Mapping[str, int], second: Mapping[str, int]
) -> tuple[tuple[str, int, int], ...]:
    """The patterns entered with different numbers: key, first, second; by key."""
    return tuple(
        (key, first.get(key, 0), second.get(key, 0))
        for key in sorted(first.keys() | second.keys())
        if first.get(key, 0) != second.get(key, 0)
    )


def entries_agree(first: Mapping[str, int], second: Mapping[str, int]) -> Finding:
    """Both entries are the same, pattern by pattern. Where not, `patterns` names which and how
    many each has, so that those papers are read again."""
    apart = differences(first, second)
    return Finding(
        not apart,
        "ballot.entries_agree",
        numbers={
            "differing": len(apart),
            "first": sum(first.values()),
            "second": sum(second.values()),
            "patterns": apart,
        },
    )


def numbers_given(numbers: Iterable[int]) -> Finding:
    """Papers are entered in whole numbers from 1 up."""
    wrong = sum(
        not isinstance(number, int) or isinstance(number, bool) or number < 1 for number in numbers
    )
    return Finding(not wrong, "ballot.numbers_given", numbers={"wrong": wrong})


def asked_by_keeper(*, runs: bool) -> Finding:
    """That a station's papers count for nothing is asked by who runs the poll."""
    return Finding(runs, "ballot.asked_by_keeper")


def agreed_by_another(*, same: bool) -> Finding:
    """Papers that were read count for nothing only where two agree: their content is known, and
    leaving them out decides."""
    return Finding(not same, "ballot.agreed_by_another")


def within_marks(screens: int, on_screen: int, hand: int, on_paper: int) -> Finding:
    """No channel has more papers than were marked on the roll for it."""
    return Finding(
        screens <= on_screen and hand <= on_paper,
        "ballot.within_marks",
        numbers={
            "papers": screens + hand,
            "marks": on_screen + on_paper,
            "over": max(screens - on_screen, 0) + max(hand - on_paper, 0),
        },
    )


def stations_closed(still_open: int) -> Finding:
    """A poll is closed once every station has sealed its box."""
    return Finding(still_open == 0, "ballot.stations_closed", numbers={"still_open": still_open})


def can_merge(*, same_poll: bool, same_station: bool) -> Finding:
    """A box is joined to another box of the same vote."""
    return Finding(same_poll and not same_station, "ballot.can_merge")


def merge(stations: Iterable[StationCounts]) -> StationCounts:
    """Boxes joined: their papers added up. What is unknown of one is unknown of all."""
    each = list(stations)
    returned = [one.returned for one in each]
    unreturned = [one.unreturned for one in each]
    return StationCounts(
        issued=sum(one.issued for one in each),
        spoiled=sum(one.spoiled for one in each),
        returned=None if None in returned else sum(number or 0 for number in returned),
        unreturned=None if None in unreturned else sum(number or 0 for number in unreturned),
    )


def all_counted(open_stations: int) -> Finding:
    """The count of a poll is whole when every station has been counted, merged or voided."""
    return Finding(
        open_stations == 0, "ballot.all_counted", numbers={"open_stations": open_stations}
    )
