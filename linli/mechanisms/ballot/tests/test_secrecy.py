"""Few papers tell how single people voted: boxes are joined before anything is read, and nobody
but whoever holds the vote is told the numbers."""

import pytest
from django.test import Client
from django.urls import reverse

from linli.core.audit.actor import Actor
from linli.core.clocks.tests.cast import make_account
from linli.lib.identity.ids import new_id
from linli.mechanisms.ballot import actions
from linli.mechanisms.ballot.models import Line, Paper, Sheet, Station
from linli.mechanisms.ballot.queries.counts import boxes_of, checks_of, count_of, counts_of
from linli.mechanisms.ballot.rules.secrecy import (
    Box,
    boxes_opened,
    joined_first,
    may_be_told,
    screens_sheltered,
)
from linli.mechanisms.ballot.tests.test_counting import enter, refused
from linli.mechanisms.ballot.tests.votes import AGAINST, FOR, elector, make_poll, make_roll

MANY, FEW, OTHER = "一号站", "流动票箱", "二号站"


@pytest.mark.parametrize(
    ("papers", "holds"),
    [
        ((9, 30), False),
        ((10, 30), True),
        ((0, 30), True),  # an empty box tells of nobody
        ((1, 0), True),  # and shelters nobody: all papers lie in one box
        ((9,), True),  # nothing to join it to
        ((9, None), False),  # who knows what lies in a box not opened
        ((None, None), True),
        ((3, 4), False),
        ((9, 10, 10), False),
        ((10, 10, 10), True),
        ((), True),
    ],
)
def test_from_one_to_nine_papers_a_box_is_joined_to_another(papers, holds):
    boxes = [Box(f"{place}号站", number) for place, number in enumerate(papers, 1)]
    assert bool(joined_first(boxes)) is holds


def test_the_smallest_box_is_joined_to_the_fullest():
    found = joined_first([Box("甲", 12), Box("乙", 5), Box("丙", 30), Box("丁", 4)])
    assert (found.numbers["box"], found.numbers["into"], found.numbers["papers"]) == ("丁", "丙", 4)
    assert found.cites == ("rcl2025.19",)


def test_a_box_not_opened_is_named():
    assert boxes_opened([Box("甲", 0), Box("乙", 5)])
    found = boxes_opened([Box("甲", 3), Box("乙", None)])
    assert (bool(found), found.numbers["box"], found.numbers["sealed"]) == (False, "乙", 1)


@pytest.mark.parametrize(("papers", "told"), [(0, True), (1, False), (9, False), (10, True)])
def test_a_secret_vote_of_fewer_than_ten_papers_is_not_told(papers, told):
    assert bool(may_be_told(papers)) is told


@pytest.fixture
def evening(take, community):
    """Sealed boxes of a closed poll with so many papers, their tellers, and the steps."""
    tellers = {part: make_account(part) for part in ("first", "second", "witness")}

    def sealed(**boxes):
        roll = make_roll(take, community, sum(boxes.values()))
        poll = make_poll(take, roll, on_paper=True, on_screen=False)
        coming = iter(range(1, roll.size + 1))
        for name, number in boxes.items():
            station = take(actions.add_station, poll, name=name, mobile=name == FEW)
            for part, account in tellers.items():
                take(actions.name_teller, station, part=part, account=account.pk)
            take(actions.open_station, station)
            for _paper in range(number):
                take(actions.hand_out, station, elector(roll, next(coming)))
            take(actions.close_station, station)
        take(actions.close_poll, poll)
        return poll

    def at(name):
        return Station.objects.select_related("poll").get(community=community, name=name)

    def opened(name):
        return take(actions.record_counts, at(name), returned=at(name).issued, unreturned=0)

    sealed.at, sealed.opened = at, opened
    sealed.by = lambda part: Actor(account=tellers[part].pk)
    return sealed


@pytest.mark.django_db
def test_a_box_of_nine_is_neither_entered_nor_any_other_confirmed_before_it_is_joined(
    evening, take
):
    poll = evening(**{MANY: 12, FEW: 9})
    evening.opened(MANY)
    for part in ("first", "second"):
        enter(take, evening.at(MANY), part, [(FOR, 12)], evening.by)
    witness = evening.by("witness")
    waiting = refused(take, actions.confirm_count, evening.at(MANY), by=witness)
    assert waiting == "ballot.boxes_opened"
    evening.opened(FEW)
    for name in (MANY, FEW):
        assert (
            refused(enter, take, evening.at(name), "first", [(FOR, 9)], evening.by)
            == "ballot.joined_first"
        )
    assert (
        refused(take, actions.confirm_count, evening.at(MANY), by=witness) == "ballot.joined_first"
    )
    take(actions.merge_station, evening.at(FEW), evening.at(MANY))
    # What the hall alone had entered is gone: the difference would tell what lay in the box.
    assert not Line.objects.filter(community=poll.community_id).exists()
    assert not Sheet.objects.filter(
        community=poll.community_id, superseded_at__isnull=True
    ).exists()
    for part in ("first", "second"):
        enter(take, evening.at(MANY), part, [(FOR, 12), (AGAINST, 9)], evening.by)
    assert all(checks_of(evening.at(MANY)))
    take(actions.confirm_count, evening.at(MANY), by=witness)
    count = count_of(poll)
    assert (count.complete, count.on_paper, count.counts.returned) == (True, 21, 21)
    take(actions.settle_poll, poll)


@pytest.mark.django_db
def test_boxes_of_ten_are_counted_each_by_itself(evening, take):
    evening(**{MANY: 10, OTHER: 10})
    for name in (MANY, OTHER):
        evening.opened(name)
    for name in (MANY, OTHER):
        for part in ("first", "second"):
            enter(take, evening.at(name), part, [(FOR, 10)], evening.by)
        take(actions.confirm_count, evening.at(name), by=evening.by("witness"))


@pytest.mark.django_db
def test_the_only_box_is_counted_whatever_lies_in_it(evening, take):
    evening(**{MANY: 3, FEW: 0})
    for name in (MANY, FEW):
        evening.opened(name)
    for part in ("first", "second"):
        enter(take, evening.at(MANY), part, [(FOR, 3)], evening.by)
    take(actions.confirm_count, evening.at(MANY), by=evening.by("witness"))
    for part in ("first", "second"):
        enter(take, evening.at(FEW), part, [], evening.by)
    take(actions.confirm_count, evening.at(FEW), by=evening.by("witness"))


@pytest.mark.django_db
def test_a_box_is_numbered_before_it_is_read_or_joined(evening, take):
    evening(**{MANY: 12, FEW: 3})
    early = refused(enter, take, evening.at(MANY), "first", [(FOR, 12)], evening.by)
    assert early == "ballot.boxes_opened"
    assert (
        refused(take, actions.merge_station, evening.at(FEW), evening.at(MANY))
        == "ballot.boxes_opened"
    )


@pytest.mark.django_db
def test_boxes_joined_one_after_another_are_all_counted(evening, take):
    poll = evening(**{MANY: 12, OTHER: 4, FEW: 3})
    for name in (MANY, OTHER, FEW):
        evening.opened(name)
    take(actions.merge_station, evening.at(FEW), evening.at(OTHER))
    assert counts_of(evening.at(OTHER)).returned == 7
    assert not joined_first(boxes_of(poll)), "seven are still too few"
    take(actions.merge_station, evening.at(OTHER), evening.at(MANY))
    assert counts_of(evening.at(MANY)).returned == 19
    assert [box.papers for box in boxes_of(poll)] == [19]


@pytest.mark.django_db
def test_a_box_is_not_joined_to_one_that_was_confirmed_meanwhile(evening, take):
    evening(**{MANY: 12, OTHER: 11})
    for name in (MANY, OTHER):
        evening.opened(name)
    stale = evening.at(MANY)
    for part in ("first", "second"):
        enter(take, evening.at(MANY), part, [(FOR, 12)], evening.by)
    take(actions.confirm_count, evening.at(MANY), by=evening.by("witness"))
    assert (
        refused(take, actions.merge_station, evening.at(OTHER), stale) == "ballot.station_in_state"
    )


@pytest.mark.django_db
def test_the_wall_shows_joined_boxes_as_one(evening, take):
    poll = evening(**{MANY: 12, FEW: 3})
    for name in (MANY, FEW):
        evening.opened(name)
    take(actions.merge_station, evening.at(FEW), evening.at(MANY))
    for part in ("first", "second"):
        enter(take, evening.at(MANY), part, [(FOR, 12), (AGAINST, 3)], evening.by)
    take(actions.confirm_count, evening.at(MANY), by=evening.by("witness"))
    page = Client().get(reverse("ballot:wall", args=[poll.community.code, poll.pk]))
    told = {line["name"]: (line["issued"], line["returned"]) for line in page.context["stations"]}
    assert told == {MANY: (15, 15), FEW: (None, None)}
    assert "箱内 15" in page.content.decode()
    assert "箱内 12" not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(("papers", "told"), [(9, False), (10, True)])
def test_wall_and_result_hold_back_what_fewer_than_ten_marked(evening, take, papers, told):
    poll = evening(**{MANY: papers})
    evening.opened(MANY)
    for part in ("first", "second"):
        enter(take, evening.at(MANY), part, [(FOR, papers)], evening.by)
    take(actions.confirm_count, evening.at(MANY), by=evening.by("witness"))
    where = [poll.community.code, poll.pk]
    data = Client().get(reverse("ballot:poll_data", args=where)).json()
    assert (data["held_back"], "questions" in data) == (not told, told)
    wall = Client().get(reverse("ballot:wall_data", args=where)).json()
    assert (wall["counted"] is not None) is told
    for name in ("poll", "wall"):
        page = Client().get(reverse(f"ballot:{name}", args=where)).content.decode()
        assert ("不在这里公布" in page) is not told, name
        assert ("组织投票的一方看得到" in page) is not told, name
    assert ("outcomes" in Client().get(reverse("ballot:poll", args=where)).context) is told


@pytest.mark.django_db
def test_what_a_station_adds_to_the_screens_is_not_read_off_the_wall(take, roll, voter):
    poll = make_poll(take, roll, on_paper=True)
    station = take(actions.add_station, poll, name=MANY)
    tellers = {part: make_account(part) for part in ("first", "second", "witness")}
    for part, account in tellers.items():
        take(actions.name_teller, station, part=part, account=account.pk)
    take(actions.open_station, station)
    take(actions.hand_out, station, elector(roll, 12))
    take(actions.close_station, station)
    for number in range(1, 11):
        actions.cast(
            poll, pattern=FOR, principal=elector(roll, number).pk, by=voter(number),
            at=poll.opened_at,
        )  # fmt: skip
    take(actions.close_poll, poll)
    assert Paper.objects.filter(community=roll.community_id).count() == 10
    wall = reverse("ballot:wall_data", args=[roll.community.code, poll.pk])
    assert Client().get(wall).json()["counted"] is None
    station = Station.objects.select_related("poll").get(community=roll.community_id)
    take(actions.record_counts, station, returned=1, unreturned=0)
    by = lambda part: Actor(account=tellers[part].pk)  # noqa: E731
    for part in ("first", "second"):
        enter(take, station, part, [(AGAINST, 1)], by, key=new_id())
    take(actions.confirm_count, station, by=by("witness"))
    assert Client().get(wall).json()["counted"]["papers"] == 11


@pytest.mark.parametrize(
    ("screens", "hand", "told"), [(9, 12, False), (10, 12, True), (9, 0, True), (0, 12, True)]
)
def test_few_cast_on_screens_are_not_told_beside_papers_that_were_read_out(screens, hand, told):
    assert bool(screens_sheltered(screens, hand)) is told
