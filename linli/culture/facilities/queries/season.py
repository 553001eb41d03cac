"""A season as its pages and its rule read it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.messages.kinds import thaw
from linli.culture.facilities.models import Season, SeasonSlot, SeasonTurn, SeasonWish
from linli.culture.facilities.queries.rooms import holidays_in, room_of
from linli.culture.facilities.rules import season as rules
from linli.culture.facilities.rules.season import Allocation, SlotFacts, Wished
from linli.lib.calendar.series import WEEK, Series
from linli.lib.law import Finding


def seasons_of(community: Any, *, published: bool = True) -> QuerySet[Season]:
    """The seasons of a community, the latest first; drafts are the desk's."""
    rows = Season.objects.filter(community=community).order_by("-since")
    return rows.exclude(state="drafted") if published else rows


def season_in(community: Any, key: UUID, *, published: bool = False) -> Season:
    """One of them; Http404 where there is none."""
    found = seasons_of(community, published=published).filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def wishes_standing(season: Season) -> QuerySet[SeasonWish]:
    """The wishes that were not taken back, by number."""
    return SeasonWish.objects.filter(
        community=season.community_id, season=season, withdrawn_at__isnull=True
    ).order_by("number")


def facts_of(season: Season) -> tuple[list[SlotFacts], list[Wished]]:
    """Slots and wishes as the rule takes them."""
    slots = [SlotFacts(slot.pk, slot.holds, slot.step_free) for slot in season.slots.all()]
    wishes = [
        Wished(
            wish.pk, wish.number, tuple(UUID(each) for each in wish.slots), wish.size,
            wish.step_free,
        )
        for wish in wishes_standing(season)
    ]  # fmt: skip
    return slots, wishes


def reckoned(season: Season) -> Allocation | None:
    """The allocation reckoned anew from what is published; None before the lot."""
    if season.state != "allocated":
        return None
    slots, wishes = facts_of(season)
    return rules.allocate(
        slots, wishes, seed=season.seed, called=season.called, most=season.slots_most
    )


def order_of(season: Season) -> list[int]:
    """The order of the lot."""
    numbers = wishes_standing(season).values_list("number", flat=True)
    return rules.drawn(season.seed, season.called, numbers)


def held_counts(season: Season) -> dict[int, int]:
    """How many slots each number has or is offered."""
    rows = SeasonTurn.objects.filter(
        community=season.community_id, season=season, state__in=SeasonTurn.STANDING
    )
    return Counter(rows.values_list("wish__number", flat=True))


def dates_of_slot(slot: SeasonSlot, after: datetime) -> list[tuple[datetime, datetime]]:
    """Every date of the slot in its term that lies ahead: holidays are left out, and days on which
    the facility is closed."""
    season = slot.season
    holiday = holidays_in(season.community_id)
    hours = room_of(slot.facility).hours  # of a half, the days its hall is closed as well

    def shut(on: date) -> bool:
        other = hours.other_on(on)
        return holiday(on) or (other is not None and other.closed)

    spans = Series(
        first=season.since,
        starts=slot.starts,
        minutes=slot.minutes,
        every=WEEK,
        weekdays=(slot.weekday,),
        until=season.until,
        through_holidays=False,
    ).spans(shut)
    return [span for span in spans if span[0] > after]


@dataclass(frozen=True)
class Row:
    """A group's line on the page: its number, name where it agreed, what it got and why not what
    it wished for more."""

    wish: SeasonWish
    place: int
    got: list[dict[str, Any]]
    passed: list[dict[str, Any]]

    @property
    def told(self) -> str:
        """Its name where it agreed to be named."""
        return self.wish.group_name if self.wish.named else ""


def rows_of(season: Season) -> list[Row]:
    """Every outcome with its working, in the order of the lot."""
    plan = reckoned(season)
    if plan is None:
        return []
    wishes = {wish.pk: wish for wish in wishes_standing(season)}
    slots = {slot.pk: slot for slot in season.slots.select_related("facility")}
    return [
        Row(
            wishes[outcome.wish],
            outcome.place,
            [{"rank": got.rank, "slot": slots[got.slot], "round": got.round, "turn": got.turn}
             for got in outcome.got],
            [{"rank": each.rank, "slot": slots.get(each.slot), "why": each.why, "by": each.by,
              "round": each.round, "turn": each.turn}
             for each in outcome.passed],
        )
        for outcome in plan.outcomes
    ]  # fmt: skip


@dataclass(frozen=True)
class Now:
    """A slot as it stands now: who has it, and what became of it since the lot."""

    slot: SeasonSlot
    turn: SeasonTurn | None
    finding: Finding | None

    @property
    def is_free(self) -> bool:
        return self.turn is None


def slots_now(season: Season) -> list[Now]:
    """Every slot with who stands in it."""
    turns = {
        turn.slot_id: turn
        for turn in season.turns.filter(state__in=SeasonTurn.STANDING).select_related("wish")
    }
    return [
        Now(slot, turns.get(slot.pk), _blocked(turns.get(slot.pk)))
        for slot in season.slots.select_related("facility")
    ]


def _blocked(turn: SeasonTurn | None) -> Finding | None:
    if turn is None or not turn.blocked:
        return None
    numbers = {
        name: tuple(map(thaw, value)) if isinstance(value, list) else thaw(value)
        for name, value in turn.blocked["numbers"].items()
    }
    return Finding(False, turn.blocked["rule"], tuple(turn.blocked["cites"]), numbers)


def turn_in(community: Any, key: UUID) -> SeasonTurn:
    """A turn; Http404 where there is none."""
    found = (
        SeasonTurn.objects.filter(community=community, pk=key)
        .select_related("slot__facility", "wish", "season")
        .first()
    )
    if found is None:
        raise Http404
    return found


def as_data(season: Season) -> dict[str, Any]:
    """What anybody needs to reckon the lot again."""
    plan = reckoned(season)
    drawn = plan is not None
    return {
        "season": season.title,
        "rule": "order by sha256(seed:called:number); odd rounds forward, even rounds backward",
        "seed_sha256": season.seed_digest,
        "seed": season.seed if drawn else None,
        "called": season.called if drawn else None,
        "slots_most": season.slots_most,
        "slots": [
            {"number": slot.number, "facility": slot.facility.name, "weekday": slot.weekday,
             "starts": f"{slot.starts:%H:%M}", "ends": f"{slot.ends:%H:%M}",
             "holds": slot.holds, "step_free": slot.step_free}
            for slot in season.slots.select_related("facility")
        ],
        "wishes": _wishes_as_data(season) if drawn else [],
        "order": list(plan.order) if plan else [],
        "got": _got_as_data(season, plan) if plan else [],
    }  # fmt: skip


def _wishes_as_data(season: Season) -> list[dict[str, Any]]:
    numbers = {str(key): number for key, number in season.slots.values_list("pk", "number")}
    return [
        {"number": wish.number, "size": wish.size, "step_free": wish.step_free,
         "slots": [numbers[each] for each in wish.slots if each in numbers]}
        for wish in wishes_standing(season)
    ]  # fmt: skip


def _got_as_data(season: Season, plan: Allocation) -> list[dict[str, Any]]:
    numbers = dict(season.slots.values_list("pk", "number"))
    return [
        {"slot": numbers[got.slot], "number": got.number, "round": got.round, "turn": got.turn}
        for got in plan.turns
    ]
