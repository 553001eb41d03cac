"""A season from its rule to its bookings, given back and offered on."""

from datetime import time, timedelta

import pytest
from django.utils import timezone

from linli.core.audit.actor import NOBODY, the_clock
from linli.culture.facilities.actions import cancel, season as acts, season_turns as turns
from linli.culture.facilities.actions.passing_time import pass_time
from linli.culture.facilities.actions.season import Drafted, Wanted
from linli.culture.facilities.models import Booking, Hold, SeasonTurn, SeasonWish
from linli.culture.facilities.queries import season as queries
from linli.culture.facilities.rules.season import drawn
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(setting, add, actor, at):
    """Two Wednesdays' slots, in a hall for forty without steps and an attic for ten with some."""
    on = timezone.localdate(at)
    worker = {"by": actor("worker"), "at": at}
    hall = add("多功能厅", "hall", people_most=40, step_free=True)
    attic = add("阁楼", people_most=10, step_free=False)
    row = acts.draft_season(
        setting.community,
        drafted=Drafted(
            "春季", on + timedelta(days=10), on + timedelta(days=37), on + timedelta(days=5)
        ),
        **worker,
    )
    for facility in (hall, attic):
        row = acts.put_slots(
            row, facility=facility, weekdays=[2], starts=time(14), ends=time(16), **worker
        )
    return acts.publish_season(row, **worker)


@pytest.fixture
def wish(season, actor, at):
    def wished(group, order=(1, 2), by="elder", **more):
        keys = dict(season.slots.values_list("number", "pk"))
        wanted = Wanted(group, "排练", more.pop("size", 8), [keys[each] for each in order], **more)
        return acts.wish_slots(season, wanted=wanted, by=actor(by), at=at)

    return wished


def refused(act):
    with pytest.raises(Refused) as error:
        act()
    return error.value.finding.rule


def standing(season):
    rows = SeasonTurn.objects.filter(
        community=season.community_id, season=season, state__in=SeasonTurn.STANDING
    )
    return {turn.slot.number: turn for turn in rows.select_related("slot", "wish")}


def test_from_the_printed_rule_to_a_slot_given_back_and_offered_on(
    setting, season, wish, actor, at, told
):
    worker, later = actor("worker"), at + timedelta(days=6)
    assert refused(lambda: wish("空", order=())) == "facilities.wishes_in_order"
    assert refused(lambda: wish("重复", order=(1, 1))) == "facilities.wishes_in_order"
    assert refused(lambda: wish("王秀兰13900001111的队")) == "facilities.told_names_nobody"
    choir = wish("合唱队", by="elder", named=True, step_free=True)
    dance = wish("舞蹈队", by="tenant", order=(1,), size=20)
    chess = wish("棋社", by="worker", by_desk=True, name="赵先生")
    assert (choir.account_id, chess.account_id) == (setting.accounts["elder"].pk, None)
    assert refused(lambda: wish("合唱队", by="tenant")) == "facilities.season_group_once"
    early = lambda: acts.allocate_season(season, by=worker, at=at)  # noqa: E731
    assert refused(early) == "facilities.wishes_over"
    assert refused(lambda: acts.put_slots(
        season, facility=season.slots.first().facility, weekdays=[1], starts=time(8),
        ends=time(9), by=worker, at=at,
    )) == "facilities.season_drafted"  # fmt: skip
    season.refresh_from_db()
    acts.allocate_season(season, called="7", by=worker, at=later)
    order = drawn(season.seed, "7", [choir.number, dance.number, chess.number])
    held = standing(season)
    assert held[1].wish.number == next(n for n in order if n)  # the best wish of the first drawn
    plan = queries.reckoned(season)
    assert list(plan.order) == order
    assert {(got.slot, got.number) for got in plan.turns} == {
        (turn.slot_id, turn.wish.number) for turn in held.values()
    }
    # Every date of the term is booked, through the wall, under the group's name where it agreed.
    dates = len(queries.dates_of_slot(season.slots.get(number=1), later))
    rows = Booking.objects.filter(community=setting.community, door="season")
    assert rows.filter(owner=held[1].pk).count() == dates == held[1].dates
    assert rows.filter(owner=held[1].pk, told=held[1].wish.named).count() == dates
    assert Hold.objects.filter(community=setting.community).count() == rows.count()
    loser = next(row for row in queries.rows_of(season) if row.wish == plan_loser(plan, held))
    assert loser.passed
    # One tap: the next who wished for it and has fewest is asked, its dates kept meanwhile.
    first = held[1]
    turns.give_slot_back(first, by=worker, at=later)
    asked = standing(season)[1]
    assert (asked.state, asked.round) == ("offered", 0)
    assert asked.wish != first.wish
    assert rows.filter(owner=asked.pk, state="booked").count() == asked.dates > 0
    assert not rows.filter(owner=first.pk, state="booked", starts_at__gt=later).exists()
    assert refused(lambda: turns.answer_slot(
        asked, accept=True, by=NOBODY, at=later
    )) == "access.permitted"  # fmt: skip
    turns.answer_slot(asked, accept=False, by=worker, at=later)
    last = standing(season).get(1)
    assert last is None or last.wish not in (first.wish, asked.wish)
    if last is not None:
        assert pass_time(last.answer_by) == 0
        assert pass_time(last.answer_by + timedelta(minutes=1)) == 1
    assert 1 not in standing(season)
    assert "facilities.slot_free" in told
    assert "facilities.season_none" in told  # whoever drew, one of the two with an account lost


def plan_loser(plan, held):
    winners = {turn.wish for turn in held.values()}
    rows = SeasonWish.objects.filter(
        community=next(iter(held.values())).community_id, pk__in=[o.wish for o in plan.outcomes]
    )
    return next(row for row in rows if row not in winners)


def test_a_slot_whose_dates_cannot_all_be_had_is_held_and_none_of_them_booked(
    setting, season, wish, actor, at, book
):
    worker, later = actor("worker"), at + timedelta(days=6)
    wish("合唱队", order=(1,))
    hall = season.slots.get(number=1).facility
    taken = queries.dates_of_slot(season.slots.get(number=1), at)[1]
    other = book(hall, taken)
    season.refresh_from_db()
    acts.allocate_season(season, by=worker, at=later)
    turn = standing(season)[1]
    assert (turn.dates, turn.series) == (0, None)
    rows = Booking.objects.filter(community=setting.community, door="season")
    assert not rows.exists()
    shown = next(each for each in queries.slots_now(season) if each.slot.number == 1)
    assert shown.finding.rule in ("facilities.dates_free", "facilities.free_then")
    cancel(other, by=worker, at=later)
    turns.book_turn(turn, by=worker, at=later)
    assert rows.filter(state="booked").count() == len(
        queries.dates_of_slot(season.slots.get(number=1), later)
    )


def test_wishes_are_taken_through_the_last_day_and_taken_back_by_their_slip(
    season, wish, actor, at
):
    row = wish("书法班", by="worker", by_desk=True, name="钱女士")
    stranger = NOBODY
    assert refused(lambda: acts.withdraw_wish(row, by=stranger, at=at)) == "access.permitted"
    acts.withdraw_wish(row, by=stranger.bearing(row.pk), at=at)
    assert not queries.wishes_standing(season).exists()
    assert wish("书法班").number == 2
    assert refused(lambda: acts.wish_slots(
        season, wanted=Wanted("晚到", "排练", 5, [season.slots.first().pk]),
        by=actor("elder"), at=at + timedelta(days=6),
    )) == "facilities.wishes_open"  # fmt: skip
    assert refused(lambda: acts.allocate_season(
        season, by=the_clock(), at=at + timedelta(days=6)
    )) == "access.permitted"  # fmt: skip
