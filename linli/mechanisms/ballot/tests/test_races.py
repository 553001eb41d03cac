"""Two at once, for real, on a SQLite file and on PostgreSQL: the database decides."""

import pytest

from linli.core.audit.actor import Actor
from linli.core.audit.door import Replayed
from linli.core.audit.models import Entry
from linli.core.clocks.tests.cast import make_account
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.actions import cast
from linli.mechanisms.ballot.models import Mark, Paper, Poll, Proxy, Sheet, Station
from linli.mechanisms.ballot.queries.counts import count_of, counts_by_station
from linli.mechanisms.ballot.queries.listing import list_of
from linli.mechanisms.ballot.rules.listing import read_back
from linli.mechanisms.ballot.tests.votes import (
    AGAINST,
    FOR,
    NOON,
    as_actor,
    elector,
    make_poll,
    make_roll,
)

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(poll):
    return Poll.objects.select_related("electorate").get(community=poll.community_id, pk=poll.pk)


def sorted_out(results):
    """What came about, and the rules by which others were refused; nothing else may happen."""
    other = [
        each
        for each in results
        if isinstance(each, Exception | None) and not isinstance(each, Refused | Replayed)
    ]
    assert not other, other
    done = [each for each in results if not isinstance(each, Exception)]
    return done, [each.finding.rule for each in results if isinstance(each, Refused)]


def box_of(poll):
    """Papers and marks, which must be the same number whatever happened."""
    here = {"community": poll.community_id, "poll": poll}
    return Paper.objects.filter(**here).count(), Mark.objects.filter(**here).count()


def test_one_elector_on_eight_devices_at_once_has_one_paper(poll, voter, tmp_path):
    who = voter(1)
    rows = [loaded(poll) for _ in range(8)]
    with shared_database(tmp_path):
        results = together(
            [lambda row=row: cast(row, pattern=FOR, by=who, at=NOON) for row in rows]
        )
        kept = box_of(poll)
        written = Entry.objects.filter(action="ballot.cast").count()
    done, refusals = sorted_out(results)
    assert (len(done), refusals) == (1, ["ballot.one_paper"] * 7)
    assert (kept, written) == ((1, 1), 1)


def test_one_form_that_arrives_six_times_at_once_is_one_paper(poll, voter, tmp_path):
    who, key = voter(1), new_id()
    rows = [loaded(poll) for _ in range(6)]
    with shared_database(tmp_path):
        results = together(
            [lambda row=row: cast(row, pattern=FOR, by=who, at=NOON, once=key) for row in rows]
        )
        kept = box_of(poll)
    done, refusals = sorted_out(results)
    assert (len(done), refusals, kept) == (1, [], (1, 1))
    assert sum(isinstance(each, Replayed) for each in results) == 5


def test_paper_at_the_station_and_screen_at_home_at_once_are_one(take, roll, voter, tmp_path):
    poll = make_poll(take, roll, on_paper=True)
    station = take(actions.add_station, poll, name="一号站")
    take(actions.open_station, station)
    who, line = voter(1), elector(roll, 1)
    row, desk = (
        loaded(poll),
        Station.objects.select_related("poll").get(community=poll.community_id, pk=station.pk),
    )
    with shared_database(tmp_path):
        results = together(
            [
                lambda: cast(row, pattern=FOR, by=who, at=NOON),
                lambda: take(actions.hand_out, desk, line),
            ]
        )
        marks = Mark.objects.filter(community=poll.community_id).count()
        papers, _marks = box_of(poll)
        issued = Station.objects.get(community=poll.community_id, pk=station.pk).issued
    done, refusals = sorted_out(results)
    assert (len(done), refusals, marks) == (1, ["ballot.one_paper"], 1)
    assert papers + issued == 1


def test_of_two_who_close_at_once_one_does_and_the_other_is_told(poll, take, tmp_path):
    rows = [loaded(poll), loaded(poll)]
    with shared_database(tmp_path):
        results = together([lambda row=row: take(actions.close_poll, row) for row in rows])
        kept = loaded(poll)
    done, refusals = sorted_out(results)
    assert (len(done), refusals) == (1, ["ballot.closed_once"])
    assert (kept.state, kept.version) == ("closed", poll.version + 1)


def test_who_casts_while_it_closes_is_in_the_box_before_or_refused_after(
    poll, voter, take, tmp_path
):
    voters = [voter(number) for number in range(1, 9)]
    rows = [loaded(poll) for _ in range(9)]
    with shared_database(tmp_path):
        results = together(
            [
                *(
                    lambda row=row, who=who: cast(row, pattern=AGAINST, by=who, at=NOON)
                    for row, who in zip(rows[:8], voters, strict=True)
                ),
                lambda: take(actions.close_poll, rows[8]),
            ]
        )
        papers, marks = box_of(poll)
        counted = count_of(loaded(poll)).tally.papers
    done, refusals = sorted_out(results)
    assert set(refusals) <= {"ballot.open"}
    assert papers == marks == counted == len(done) - 1


def test_every_number_that_is_told_while_it_closes_stands_in_the_list(take, community, tmp_path):
    roll = make_roll(take, community, 18, base="adults")
    poll = make_poll(take, roll, listed=True)
    voters = [as_actor(elector(roll, number)) for number in range(1, 19)]
    before = [cast(poll, pattern=FOR, by=who, at=NOON).paper for who in voters[:10]]
    rows = [loaded(poll) for _ in range(10)]
    # One of them casts on two devices at once: one paper, one number.
    coming = [*voters[10:], voters[17]]
    with shared_database(tmp_path):
        results = together(
            [
                *(
                    lambda row=row, who=who: cast(row, pattern=AGAINST, by=who, at=NOON)
                    for row, who in zip(rows[:9], coming, strict=True)
                ),
                lambda: take(actions.close_poll, rows[9]),
            ]
        )
        found = list_of(loaded(poll))
        papers = dict(read_back(found.text)[1])
    done, refusals = sorted_out(results)
    assert set(refusals) <= {"ballot.open", "ballot.one_paper"}
    told = [each.paper for each in done if isinstance(each, actions.Receipt)]
    assert sorted([*before, *told]) == sorted(papers)
    assert [papers[number] for number in told] == [AGAINST] * len(told)


def test_of_four_who_give_one_holder_their_proxy_at_once_three_succeed(roll, take, tmp_path):
    lines = [elector(roll, number) for number in (1, 2, 3, 4)]
    holders = [elector(roll, 9) for _ in range(4)]
    with shared_database(tmp_path):
        results = together(
            [
                lambda one=one, holder=holder: take(
                    actions.give_proxy, one, holder, most=3, written_on=NOON.date()
                )
                for one, holder in zip(lines, holders, strict=True)
            ]
        )
        slots = sorted(
            Proxy.objects.filter(community=roll.community_id).values_list("slot", flat=True)
        )
    done, refusals = sorted_out(results)
    assert (len(done), refusals, slots) == (3, ["ballot.proxy_limit"], [1, 2, 3])


def test_mandates_given_in_a_ring_at_once_are_not_handed_on(roll, take, tmp_path):
    ring = [(1, 2), (2, 3), (3, 1)]
    pairs = [(elector(roll, one), elector(roll, other)) for one, other in ring]
    with shared_database(tmp_path):
        results = together(
            [
                lambda one=one, other=other: take(
                    actions.give_proxy, one, other, most=3, written_on=NOON.date()
                )
                for one, other in pairs
            ]
        )
        live = list(Proxy.objects.filter(community=roll.community_id))
    done, refusals = sorted_out(results)
    assert (len(done), set(refusals)) == (1, {"ballot.proxy_not_handed_on"})
    assert not {each.principal_id for each in live} & {each.holder_id for each in live}


def test_a_sheet_sent_twice_at_once_after_the_network_broke_counts_once(counted_station, tmp_path):
    station, teller, take = counted_station
    key = new_id()
    with shared_database(tmp_path):
        results = together(
            [
                lambda: take(
                    actions.put_in_sheet,
                    station,
                    part="first",
                    key=key,
                    lines=[(FOR, 2), (AGAINST, 1)],
                    by=teller("first"),
                )
            ]
            * 4
        )
        sheets = Sheet.objects.filter(community=station.community_id).count()
        lines = sorted(
            Sheet.objects.get(community=station.community_id, key=key).lines.values_list(
                "number", flat=True
            )
        )
    done, refusals = sorted_out(results)
    assert (len(done), refusals, sheets, lines) == (4, [], 1, [1, 2])


def test_two_corrections_at_once_are_two_versions_or_one_is_told(roll, take, tmp_path):
    rows = [elector(roll, number) for number in (1, 2)]
    with shared_database(tmp_path):
        results = together(
            [lambda row=row: take(actions.strike, row, reason="迁出") for row in rows]
        )
        roll.refresh_from_db()
        versions = list(roll.versions.order_by("version").values_list("version", "size"))
    done, refusals = sorted_out(results)
    assert set(refusals) <= {"ballot.roll_unchanged"}
    assert roll.size == 12 - len(done)
    assert [version for version, _size in versions] == list(range(1, len(done) + 2))


@pytest.fixture
def two_boxes(take, roll):
    """Two opened boxes of eleven and twelve papers, the second entered by both tellers."""
    both = make_poll(take, make_roll(take, roll.community, 23), on_paper=True, on_screen=False)
    tellers = {part: make_account(part) for part in ("first", "second", "witness")}
    coming = iter(range(1, 24))
    for name, number in (("一号站", 11), ("二号站", 12)):
        station = take(actions.add_station, both, name=name)
        for part, account in tellers.items():
            take(actions.name_teller, station, part=part, account=account.pk)
        take(actions.open_station, station)
        for _paper in range(number):
            take(actions.hand_out, station, elector(both.electorate, next(coming)))
        take(actions.close_station, station)
    take(actions.close_poll, both)
    for station in stations(both):
        take(actions.record_counts, station, returned=station.issued, unreturned=0)
    by = {part: Actor(account=account.pk) for part, account in tellers.items()}
    for part in ("first", "second"):
        sheet = {"part": part, "key": new_id(), "lines": [(FOR, 12)], "by": by[part]}
        take(actions.put_in_sheet, stations(both)[1], **sheet)
    return both, by["witness"]


def stations(poll):
    rows = Station.objects.filter(community=poll.community_id, poll=poll).select_related("poll")
    return list(rows.order_by("issued"))


def test_a_box_joined_while_the_other_is_confirmed_loses_no_paper(two_boxes, take, tmp_path):
    poll, witness = two_boxes
    (small, large), (_small, confirmed) = stations(poll), stations(poll)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: take(actions.merge_station, small, large),
                lambda: take(actions.confirm_count, confirmed, by=witness),
            ]
        )
        kept = [station.state for station in stations(poll)]
        standing = sum(each.returned for each in counts_by_station(poll).values())
    _done, refusals = sorted_out(results)
    assert (kept, refusals) in [
        (["merged", "closed"], ["ballot.both_entered"]),
        (["closed", "counted"], ["ballot.station_in_state"]),
    ]
    assert standing == 23


def test_two_boxes_joined_to_each_other_at_once_are_joined_once(two_boxes, take, tmp_path):
    poll, _witness = two_boxes
    (one, other), (again, into) = stations(poll), stations(poll)
    with shared_database(tmp_path):
        results = together(
            [
                lambda: take(actions.merge_station, one, other),
                lambda: take(actions.merge_station, into, again),
            ]
        )
        kept = sorted(station.state for station in stations(poll))
        standing = [each.returned for each in counts_by_station(poll).values()]
    done, refusals = sorted_out(results)
    assert (len(done), refusals) == (1, ["ballot.station_in_state"])
    assert (kept, standing) == (["closed", "merged"], [23])
