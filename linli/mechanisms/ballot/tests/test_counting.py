"""The evening: stations, papers handed out, two entries compared, a witness, boxes joined."""

import pytest
from django.db import IntegrityError, transaction

from linli.core.audit.actor import Actor
from linli.core.clocks.tests.cast import make_account
from linli.lib.identity.ids import new_id
from linli.lib.law import Refused
from linli.mechanisms.ballot import actions, keepers
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.keepers import Keeper
from linli.mechanisms.ballot.models import Mark, Sheet, Station, Teller
from linli.mechanisms.ballot.queries.counts import (
    checks_of,
    count_of,
    counts_of,
    differences_of,
    sheets_of,
)
from linli.mechanisms.ballot.tests.votes import AGAINST, FOR, NOON, elector, make_poll

pytestmark = pytest.mark.django_db

RIGHT = [(FOR, 2), (AGAINST, 1)]


def refused(work, *subject, **given):
    """The rule by which it is refused."""
    with pytest.raises(Refused) as refusal:
        work(*subject, **given)
    return refusal.value.finding.rule


def enter(take, station, part, lines, teller, key=None):
    return take(
        actions.put_in_sheet,
        station,
        part=part,
        key=key or new_id(),
        lines=lines,
        by=teller(part),
    )


@pytest.fixture
def open_station(take, roll):
    """A station that hands out papers."""
    poll = make_poll(take, roll, on_paper=True)
    station = take(actions.add_station, poll, name="一号站")
    return take(actions.open_station, station)


def test_a_paper_is_handed_out_once_and_the_station_only_counts(take, roll, open_station):
    take(actions.hand_out, open_station, elector(roll, 1))
    assert refused(take, actions.hand_out, open_station, elector(roll, 1)) == "ballot.one_paper"
    mark = Mark.objects.get(community=roll.community_id)
    assert (mark.how, mark.by_proxy) == ("paper", False)
    open_station.refresh_from_db()
    assert open_station.issued == 1


def test_a_holder_is_handed_the_paper_of_whoever_gave_the_mandate(take, roll, open_station):
    principal, holder = elector(roll, 1), elector(roll, 2)
    stranger = elector(roll, 3)
    assert (
        refused(take, actions.hand_out, open_station, principal, holder=stranger)
        == "ballot.proxy_held"
    )
    take(actions.give_proxy, principal, holder, most=3, written_on=NOON.date())
    assert refused(take, actions.hand_out, open_station, principal) == "ballot.not_given_away"
    take(actions.hand_out, open_station, principal, holder=holder)
    assert Mark.objects.get(community=roll.community_id).by_proxy


def test_only_what_was_handed_out_can_be_spoiled(take, roll, open_station):
    assert refused(take, actions.spoil, open_station) == "ballot.can_spoil"
    take(actions.hand_out, open_station, elector(roll, 1))
    take(actions.spoil, open_station)
    assert (open_station.issued, open_station.spoiled) == (2, 1)


def test_nothing_is_handed_out_after_the_box_is_sealed(take, roll, open_station):
    poll = open_station.poll
    assert refused(take, actions.close_poll, poll) == "ballot.stations_closed"
    take(actions.close_station, open_station)
    late = elector(roll, 1)
    assert refused(take, actions.hand_out, open_station, late) == "ballot.station_in_state"
    take(actions.close_poll, poll)
    assert refused(take, actions.hand_out, open_station, late) == "ballot.open"
    assert refused(take, actions.add_station, poll, name="二号站") == "ballot.in_state"


def test_one_person_has_one_part_and_two_stations_have_two_names(take, roll, open_station):
    account = make_account("甲").pk
    take(actions.name_teller, open_station, part="first", account=account)
    twice = refused(take, actions.name_teller, open_station, part="witness", account=account)
    assert twice == "ballot.one_part"
    take(actions.name_teller, open_station, part="first", account=make_account("乙").pk)
    assert Teller.objects.filter(community=roll.community_id).count() == 1
    named = refused(take, actions.add_station, open_station.poll, name="一号站")
    assert named == "ballot.station_named_once"


def test_two_entries_that_agree_are_confirmed_by_the_witness(counted_station):
    station, teller, take = counted_station
    enter(take, station, "first", RIGHT, teller)
    assert refused(take, actions.confirm_count, station, by=teller("first")) == "ballot.is_teller"
    early = refused(take, actions.confirm_count, station, by=teller("witness"))
    assert early == "ballot.both_entered"
    enter(take, station, "second", [(AGAINST, 1), (FOR, 1), (FOR, 1)], teller)
    assert all(checks_of(station))
    take(actions.confirm_count, station, by=teller("witness"))
    assert (station.state, station.witnessed_at) == ("counted", NOON)
    count = count_of(station.poll)
    option = count.tally.questions[1].options[0]
    assert (option.for_, option.against, count.complete) == (2, 1, True)
    assert (count.on_paper, count.on_screen) == (3, 0)
    take(actions.settle_poll, station.poll)


def test_entries_that_differ_name_the_patterns_and_are_entered_again(counted_station):
    station, teller, take = counted_station
    enter(take, station, "first", RIGHT, teller)
    enter(take, station, "second", [(FOR, 1), (AGAINST, 2)], teller)
    with pytest.raises(Refused) as refusal:
        take(actions.confirm_count, station, by=teller("witness"))
    finding = refusal.value.finding
    assert (finding.rule, finding.numbers["differing"]) == ("ballot.entries_agree", 2)
    apart = {(each.first, each.second) for each in differences_of(station)}
    assert apart == {(2, 1), (1, 2)}
    enter(take, station, "second", RIGHT, teller)
    assert Sheet.objects.filter(community=station.community_id).count() == 3
    take(actions.confirm_count, station, by=teller("witness"))
    assert count_of(station.poll).tally.papers == 3


def test_a_station_entered_twice_after_a_network_break_counts_once(counted_station):
    station, teller, take = counted_station
    key = new_id()
    first = enter(take, station, "first", RIGHT, teller, key=key)
    assert enter(take, station, "first", RIGHT, teller, key=key) == first
    enter(take, station, "second", RIGHT, teller)
    take(actions.confirm_count, station, by=teller("witness"))
    # What the device sends once more after the count was confirmed changes nothing.
    assert enter(take, station, "first", RIGHT, teller, key=key) == first
    assert count_of(station.poll).tally.papers == 3
    late = refused(enter, take, station, "first", RIGHT, teller)
    assert late == "ballot.station_in_state"


@pytest.mark.parametrize("number", [0, -1, True, "3", 1.5])
def test_papers_are_entered_in_whole_numbers(counted_station, number):
    station, teller, take = counted_station
    wrong = refused(enter, take, station, "first", [(FOR, number)], teller)
    assert wrong == "ballot.numbers_given"


def test_unknown_marks_and_strangers_are_refused(counted_station):
    station, teller, take = counted_station
    unknown = [({"9": {"marks": {"1": "for"}}}, 1)]
    assert refused(enter, take, station, "first", unknown, teller) == "ballot.known_marks"
    other = lambda part: Actor(account=make_account("他").pk)  # noqa: E731
    assert refused(enter, take, station, "first", RIGHT, other) == "ballot.is_teller"
    swapped = lambda part: teller("second")  # noqa: E731
    assert refused(enter, take, station, "first", RIGHT, swapped) == "ballot.is_teller"
    assert not sheets_of(station)


def test_a_sheet_without_every_paper_of_the_box_is_not_confirmed(counted_station):
    station, teller, take = counted_station
    for part in ("first", "second"):
        enter(take, station, part, [(FOR, 2)], teller)
    short = refused(take, actions.confirm_count, station, by=teller("witness"))
    assert short == "ballot.all_entered"


@pytest.mark.parametrize(
    ("returned", "unreturned", "rule"),
    [
        (6, 0, "ballot.not_more_than_issued"),
        (5, 0, "ballot.balance"),
        (3, 0, "ballot.balance"),
        (4, 1, "ballot.balance"),
    ],
)
def test_a_station_that_does_not_balance_is_not_confirmed(
    counted_station, returned, unreturned, rule
):
    station, teller, take = counted_station
    findings = take(actions.record_counts, station, returned=returned, unreturned=unreturned)
    assert rule in {finding.rule for finding in findings if not finding}
    for part in ("first", "second"):
        enter(take, station, part, [(FOR, returned)], teller)
    assert refused(take, actions.confirm_count, station, by=teller("witness")) == rule
    take(actions.void_station, station)
    assert count_of(station.poll).tally.papers == 0
    take(actions.settle_poll, station.poll)


def test_a_counted_station_is_voided_by_two_and_never_after_the_result(
    counted_station, monkeypatch
):
    station, teller, take = counted_station
    keeper = Keeper(runs="ballot.watch", helps="", watches="", may_serve=lambda *_: None)
    monkeypatch.setitem(keepers._KEEPERS, "", keeper)
    void = lambda who: evening.void_station(station, ground="封条破损", by=who, at=NOON)  # noqa: E731
    for part in ("first", "second"):
        enter(take, station, part, RIGHT, teller)
    take(actions.confirm_count, station, by=teller("witness"))
    director = Actor(account=make_account("主任").pk)
    assert void(director).state == "counted"
    assert refused(void, director) == "ballot.agreed_by_another"
    # Counting again does not open a way round: what the papers say is known.
    take(actions.count_anew, station)
    assert refused(void, director) == "ballot.agreed_by_another"
    for part in ("first", "second"):
        enter(take, station, part, RIGHT, teller)
    take(actions.confirm_count, station, by=teller("witness"))
    station.refresh_from_db()
    assert (station.void_ground, void(director).state) == ("", "counted")
    found = void(teller("witness"))
    assert (found.state, found.void_ground, count_of(station.poll).tally.papers) == (
        "void",
        "封条破损",
        0,
    )
    take(actions.settle_poll, station.poll)
    Station.objects.filter(community=station.community_id).update(state="closed")
    assert refused(take, actions.void_station, station) == "ballot.in_state"


def test_stubs_and_spoiled_papers_correct_what_the_desk_counted(counted_station):
    station, _teller, take = counted_station
    wrong = refused(
        take, actions.record_counts, station, returned=3, unreturned=0, issued=3, spoiled=4
    )
    assert wrong == "ballot.no_more_spoiled"
    found = take(actions.record_counts, station, returned=3, unreturned=0, issued=4, spoiled=1)
    assert all(found)
    assert counts_of(station).issued == 4


def test_a_count_that_was_confirmed_can_be_opened_again_until_it_is_settled(counted_station):
    station, teller, take = counted_station
    for part in ("first", "second"):
        enter(take, station, part, RIGHT, teller)
    take(actions.confirm_count, station, by=teller("witness"))
    take(actions.count_anew, station)
    assert (station.state, sheets_of(station)) == ("closed", {})
    assert refused(take, actions.settle_poll, station.poll) == "ballot.all_counted"
    assert not count_of(station.poll).complete


def test_boxes_are_joined_and_counted_as_one(take, roll):
    poll = make_poll(take, roll, on_paper=True)
    stations = [take(actions.add_station, poll, name=name) for name in ("流动票箱", "一号站")]
    for number, station in enumerate(stations, 1):
        take(actions.open_station, station)
        take(actions.hand_out, station, elector(roll, number))
        take(actions.close_station, station)
    take(actions.close_poll, poll)
    stations = list(
        Station.objects.filter(community=roll.community_id).select_related("poll").order_by("-id")
    )
    for station in stations:
        take(actions.record_counts, station, returned=1, unreturned=0)
    fixed, mobile = stations
    assert refused(take, actions.merge_station, fixed, fixed) == "ballot.can_merge"
    take(actions.merge_station, mobile, fixed)
    assert counts_of(fixed).returned == 2
    teller = {part: make_account(part) for part in ("first", "second", "witness")}
    for part, account in teller.items():
        take(actions.name_teller, fixed, part=part, account=account.pk)
    by = lambda part: Actor(account=teller[part].pk)  # noqa: E731
    for part in ("first", "second"):
        enter(take, fixed, part, [(FOR, 2)], by)
    take(actions.confirm_count, fixed, by=by("witness"))
    count = count_of(poll)
    assert (count.complete, count.on_paper, count.counts.issued) == (True, 2, 2)


def test_a_sheet_stays_one_a_part_in_the_database(counted_station):
    station, teller, take = counted_station
    sheet = enter(take, station, "first", RIGHT, teller)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sheet.objects.create(
            community_id=station.community_id,
            station=station,
            part="first",
            key=new_id(),
            submitted_at=NOON,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Sheet.objects.create(
            community_id=station.community_id,
            station=station,
            part="second",
            key=sheet.key,
            submitted_at=NOON,
        )
