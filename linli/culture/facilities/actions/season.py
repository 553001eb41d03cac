"""A season is drafted, its rule published, wishes taken, and the slots given out by lot."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db.models import Max

from linli.core.audit.door import Act, action, may
from linli.core.places.held import locked
from linli.core.places.models import Place
from linli.culture.facilities.actions.saying import new_slip, told
from linli.culture.facilities.actions.season_turns import hold_dates
from linli.culture.facilities.flows import SEASON
from linli.culture.facilities.models import (
    Facility,
    Season,
    SeasonSlot,
    SeasonTurn,
    SeasonWish,
)
from linli.culture.facilities.queries.season import facts_of, wishes_standing
from linli.culture.facilities.rules import season as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.signup.rules import digest_of


@dataclass(frozen=True)
class Drafted:
    """A season as it is typed in: its term, until when wishes are taken, and the rule's numbers."""

    title: str
    since: date
    until: date
    wishes_until: date
    wishes_most: int = 3
    slots_most: int = 2
    note: str = ""


@dataclass(frozen=True)
class Wanted:
    """A group's wishes as they are typed in; `slots` in the order of preference. Where a keeper
    types it in, it is nobody's account."""

    group_name: str
    purpose: str
    size: int
    slots: Sequence[UUID]
    for_whom: str = "everybody"
    step_free: bool = False
    named: bool = False
    name: str = ""
    phone: str = ""
    by_desk: bool = False


@action("facilities.draft_season", needs="facilities.run_seasons")
def draft_season(act: Act, community: Place, *, drafted: Drafted) -> Season:
    """Drafts a season. The seed of its lot is drawn now; its digest is printed with the rule."""
    require(
        Finding(
            drafted.wishes_until < drafted.since <= drafted.until, "facilities.season_days",
        )
    )  # fmt: skip
    seed = secrets.token_hex(16)
    season = Season(
        community=community,
        title=told(drafted.title, community),
        since=drafted.since,
        until=drafted.until,
        wishes_until=drafted.wishes_until,
        wishes_most=drafted.wishes_most,
        slots_most=drafted.slots_most,
        note=told(drafted.note, community),
        seed=seed,
        seed_digest=digest_of(seed),
    )
    begin(act, SEASON, season, "draft")
    act.note(season=season.title)
    return season


@action("facilities.put_slots", needs="facilities.run_seasons")
def put_slots(
    act: Act,
    season: Season,
    *,
    facility: Facility,
    weekdays: Sequence[int],
    starts: time,
    ends: time,
) -> Season:
    """Adds a slot on each of the weekdays, while the season is not published."""
    season = locked(season)
    require(Finding(season.state == "drafted", "facilities.season_drafted"))
    require(Finding(facility.community_id == season.community_id, "facilities.season_slot_here"))
    require(Finding(starts < ends and bool(weekdays), "facilities.season_slot_order"))
    standing = list(season.slots.filter(facility=facility, weekday__in=weekdays))
    clash = any(each.starts < ends and starts < each.ends for each in standing)
    require(Finding(not clash, "facilities.season_slot_free"))
    last = season.slots.aggregate(most=Max("number"))["most"] or 0
    for number, weekday in enumerate(sorted(set(weekdays)), last + 1):
        SeasonSlot.objects.create(
            community_id=season.community_id, season=season, facility=facility,
            number=number, weekday=weekday, starts=starts, ends=ends,
        )  # fmt: skip
    act.note(season=season.title, facility=facility.name, count=len(set(weekdays)))
    return season


@action("facilities.drop_slot", needs="facilities.run_seasons")
def drop_slot(act: Act, slot: SeasonSlot) -> Season:
    """Takes a slot out, while the season is not published; the others keep their numbers."""
    season = locked(slot.season)
    require(Finding(season.state == "drafted", "facilities.season_drafted"))
    number = slot.number
    slot.delete()
    act.note(season=season.title, slot=number)
    result: Season = season
    return result


@action("facilities.publish_season", needs="facilities.run_seasons")
def publish_season(act: Act, season: Season, *, seen: int | None = None) -> Season:
    """Publishes slots, rule and the digest of the seed; from now on wishes are taken, and none of
    it is changed."""
    require(Finding(season.slots.exists(), "facilities.season_has_slots"))
    last = season.wishes_until
    require(
        Finding(
            local_day(act.at) <= last, "facilities.season_opens_in_time", numbers={"until": last}
        )
    )
    take(act, SEASON, season, "publish", seen=seen)
    for slot in season.slots.select_related("facility"):
        slot.holds, slot.step_free = slot.facility.people_most, slot.facility.step_free
        slot.save(update_fields=["holds", "step_free"])
    act.note(season=season.title)
    return season


@action("facilities.cancel_season", needs="facilities.run_seasons")
def cancel_season(act: Act, season: Season, *, reason: str, seen: int | None = None) -> Season:
    """Calls a season off before anything is given out; those who wished are told."""
    take(act, SEASON, season, "cancel", seen=seen, reason=told(reason, season.community_id))
    for wish in wishes_standing(season):
        if wish.account_id:
            act.tell("facilities.season_cancelled", account=wish.account_id, season=season.title)
    act.note(season=season.title)
    return season


@action("facilities.wish_slots", needs="facilities.wish")
def wish_slots(act: Act, season: Season, *, wanted: Wanted) -> SeasonWish:
    """Puts down a group's wishes. Who comes first is of no weight: the lot decides."""
    season = locked(season)
    require(rules.may_wish(season.state, season.wishes_until, local_day(act.at)))
    keeper = may("facilities.run_seasons", act.by, season)
    require(Finding(keeper or not wanted.by_desk, "facilities.keeper_types"))
    offered = season.slots.values_list("pk", flat=True)
    require(rules.wishes_in_order(wanted.slots, offered, season.wishes_most))
    group = told(wanted.group_name, season.community_id)
    again = wishes_standing(season).filter(group_name=group).exists()
    require(Finding(not again, "facilities.season_group_once"))
    account = None if wanted.by_desk else act.by.account
    mine = wishes_standing(season).filter(account=account)
    once = account is None or not mine.exists()
    require(Finding(once, "facilities.season_account_once"))
    reached = bool(wanted.phone.strip() or wanted.name.strip()) or not wanted.by_desk
    require(Finding(reached, "facilities.contact_given"))
    season.last_number += 1
    Season.objects.filter(community=season.community_id, pk=season.pk).update(
        last_number=season.last_number
    )
    wish = SeasonWish.objects.create(
        community_id=season.community_id,
        season=season,
        number=season.last_number,
        group_name=group,
        named=wanted.named,
        purpose=told(wanted.purpose, season.community_id),
        for_whom=wanted.for_whom,
        size=wanted.size,
        step_free=wanted.step_free,
        slots=[str(each) for each in wanted.slots],
        account_id=account,
        name=wanted.name.strip(),
        phone=wanted.phone.strip(),
        slip=new_slip(),
        wished_at=act.at,
    )
    act.note(season=season.title, number=wish.number)
    return wish


@action("facilities.withdraw_wish", needs="facilities.own_wish")
def withdraw_wish(act: Act, wish: SeasonWish) -> SeasonWish:
    """Takes the wishes back while wishes are taken; they may be put down anew."""
    season = locked(wish.season)
    require(rules.may_wish(season.state, season.wishes_until, local_day(act.at)))
    require(Finding(wish.withdrawn_at is None, "facilities.wish_stands"))
    wish.withdrawn_at = act.at
    wish.save(update_fields=["withdrawn_at"])
    act.note(season=season.title, number=wish.number)
    return wish


@action("facilities.allocate_season", needs="facilities.run_seasons")
def allocate_season(
    act: Act, season: Season, *, called: str = "", seen: int | None = None
) -> Season:
    """Draws the lot, gives the slots out by the printed rule, and books every date of the term.
    A slot whose dates cannot all be booked is held and marked; none of its dates is."""
    require(rules.may_allocate(season.wishes_until, local_day(act.at)))
    take(act, SEASON, season, "allocate", seen=seen)
    season.called, season.allocated_at = "".join(called.split()), act.at
    season.save(update_fields=["called", "allocated_at"])
    slots, wishes = facts_of(season)
    plan = rules.allocate(
        slots, wishes, seed=season.seed, called=season.called, most=season.slots_most
    )
    rows: dict[Any, SeasonWish] = {wish.pk: wish for wish in wishes_standing(season)}
    places = {slot.pk: slot for slot in season.slots.select_related("facility")}
    for got in plan.turns:
        turn = SeasonTurn.objects.create(
            community_id=season.community_id, season=season, slot=places[got.slot],
            wish=rows[got.wish], state=SeasonTurn.HELD, round=got.round, turn=got.turn,
            rank=got.rank, since=act.at,
        )  # fmt: skip
        hold_dates(act, turn)
    for outcome in plan.outcomes:
        account = rows[outcome.wish].account_id
        if account is not None:
            kind = "facilities.season_got" if outcome.got else "facilities.season_none"
            act.tell(kind, account=account, season=season.title, count=len(outcome.got))
    act.note(season=season.title, slots=len(plan.turns), groups=len(plan.outcomes))
    return season
