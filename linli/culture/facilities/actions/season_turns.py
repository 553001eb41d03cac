"""A slot of a season is held with all its dates, given back in one tap, and offered to the next."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from linli.core.audit.door import Act, action
from linli.core.messages.kinds import freeze
from linli.core.places.held import locked
from linli.core.places.laid_down import number_laid_down
from linli.culture.facilities.actions import holding
from linli.culture.facilities.actions.season_dates import book_dates, free_dates
from linli.culture.facilities.models import SeasonSlot, SeasonTurn
from linli.culture.facilities.queries.season import (
    dates_of_slot,
    facts_of,
    held_counts,
    order_of,
    wishes_standing,
)
from linli.culture.facilities.rules import season as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require

NOT_PERMITTED = ("access.permitted", "flow.move_theirs")


def hold_dates(act: Act, turn: SeasonTurn) -> None:
    """Books every date of the term that lies ahead, holidays and closed days excepted: all of them
    or, where one cannot be had, none, and the turn says which finding is in the way."""
    spans = dates_of_slot(turn.slot, act.at)
    try:
        with transaction.atomic():
            series = book_dates(act, turn, spans) if spans else None
    except Refused as error:
        found = error.finding
        if found.rule in NOT_PERMITTED:
            raise  # who may not is told so; it is no reason why a date cannot be had
        turn.series, turn.dates = None, 0
        turn.blocked = {
            "rule": found.rule,
            "cites": list(found.cites),
            "numbers": {name: _frozen(value) for name, value in found.numbers.items()},
        }
    else:
        turn.series, turn.dates, turn.blocked = series, len(spans), {}
    turn.save(update_fields=["series", "dates", "blocked"])


def _frozen(value: Any) -> Any:
    """A number of a finding as it is kept: several as a list."""
    return [freeze(each) for each in value] if isinstance(value, tuple) else freeze(value)


@action("facilities.book_turn", needs="facilities.run_seasons")
def book_turn(act: Act, turn: SeasonTurn) -> SeasonTurn:
    """Tries the dates again after what stood in the way was moved; refused with the reason where
    something still does."""
    turn = locked(turn)
    require(Finding(turn.state in SeasonTurn.STANDING, "facilities.turn_held"))
    require(Finding(turn.series is None, "facilities.turn_unbooked"))
    spans = dates_of_slot(turn.slot, act.at)
    require(Finding(bool(spans), "facilities.turn_has_dates"))
    turn.series, turn.dates, turn.blocked = book_dates(act, turn, spans), len(spans), {}
    turn.save(update_fields=["series", "dates", "blocked"])
    act.note(season=turn.season.title, slot=turn.slot.number, dates=turn.dates)
    return turn


@action("facilities.give_slot_back", needs="facilities.own_turn")
def give_slot_back(act: Act, turn: SeasonTurn) -> SeasonTurn:
    """Gives a slot back: its dates ahead are free at once, and the next by the printed rule is
    asked."""
    turn = locked(turn)
    require(Finding(turn.state == SeasonTurn.HELD, "facilities.turn_held"))
    freed = free_dates(act, turn)
    _end(turn, SeasonTurn.GIVEN_BACK, act.at)
    _offer_next(act, turn.slot)
    act.note(season=turn.season.title, slot=turn.slot.number, dates=freed)
    return turn


@action("facilities.answer_slot", needs="facilities.own_turn")
def answer_slot(act: Act, turn: SeasonTurn, *, accept: bool) -> SeasonTurn:
    """Who was offered a slot takes it; or does not, and the next is asked. Its dates were kept for
    them meanwhile."""
    turn = locked(turn)
    require(Finding(turn.state == SeasonTurn.OFFERED, "facilities.turn_offered"))
    if accept:
        turn.state, turn.since, turn.answer_by = SeasonTurn.HELD, act.at, None
        turn.version += 1
        turn.save(update_fields=["state", "since", "answer_by", "version"])
    else:
        free_dates(act, turn)
        _end(turn, SeasonTurn.DECLINED, act.at)
        _offer_next(act, turn.slot)
    act.note(season=turn.season.title, slot=turn.slot.number, accepted=accept)
    return turn


@action("facilities.lapse_slot", needs="facilities.own_turn")
def lapse_slot(act: Act, turn: SeasonTurn) -> SeasonTurn:
    """Who did not answer in time is passed over, and the next is asked."""
    turn = locked(turn)
    by = turn.answer_by
    late = turn.state == SeasonTurn.OFFERED and by is not None and by < act.at
    require(Finding(late, "facilities.turn_answer_late"))
    free_dates(act, turn)
    _end(turn, SeasonTurn.LAPSED, act.at)
    _offer_next(act, turn.slot)
    act.note(season=turn.season.title, slot=turn.slot.number)
    return turn


def _end(turn: SeasonTurn, state: str, at: datetime) -> None:
    turn.state, turn.since, turn.answer_by, turn.version = state, at, None, turn.version + 1
    turn.save(update_fields=["state", "since", "answer_by", "version"])


def _offer_next(act: Act, slot: SeasonSlot) -> SeasonTurn | None:
    """Asks the next group, if there is one and the slot has dates ahead; they are kept for it
    until it answers. Where nobody is next, they go to whoever waits for the facility."""
    season = slot.season
    spans = dates_of_slot(slot, act.at)
    if not spans:
        return None
    slots, wished = facts_of(season)
    mine = next(each for each in slots if each.key == slot.pk)
    asked = set(
        SeasonTurn.objects.filter(community=season.community_id, slot=slot).values_list(
            "wish__number", flat=True
        )
    )
    found = rules.next_for(
        mine,
        [wish for wish in wished if wish.number not in asked],
        held_counts(season),
        order_of(season),
        season.slots_most,
    )
    if not found:
        for starts, ends in spans:
            holding.offer(act, slot.facility, starts, ends)
        act.tell("facilities.slot_free", post="worker", season=season.title, slot=slot.number)
        return None
    wish: Any = wishes_standing(season).get(number=found[0])
    on = local_day(act.at)
    days = number_laid_down("facilities.season_answer_days", season.community, on)
    turn = SeasonTurn.objects.create(
        community_id=season.community_id, season=season, slot=slot, wish=wish,
        state=SeasonTurn.OFFERED, round=0, turn=0, rank=wish.slots.index(str(slot.pk)) + 1,
        since=act.at, answer_by=act.at + timedelta(days=days),
    )  # fmt: skip
    hold_dates(act, turn)
    told = {"season": season.title, "slot": slot.number, "until": turn.answer_by}
    if wish.account_id:
        act.tell("facilities.slot_offered", account=wish.account_id, **told)
    else:
        act.tell("facilities.slot_to_ring", post="worker", number=wish.number, **told)
    return turn
