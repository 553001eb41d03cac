"""What is looked for and what was done: meetings, pledges, published items."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Min, Q

from linli.core.places.laid_down import number_laid_down
from linli.partners.party.items import Item, items
from linli.partners.party.models import Affair, Branch, Meeting, Pledge
from linli.partners.party.rules.periods import (
    Time,
    Turn,
    due_on,
    late,
    sorts_asked,
    times_between,
    turns_of,
)
from linli.partners.party.words import OPEN_SORTS, SORTS

LOOK_BACK = timedelta(days=400)
SORT_TITLES = dict(SORTS)


@dataclass(frozen=True, slots=True)
class BranchTurns:
    """What is looked for of one branch, the latest time first."""

    branch: Branch
    turns: list[Turn]


@dataclass(frozen=True, slots=True)
class AffairTurn:
    """One item of the list for one time, and how it stands on a day."""

    item: Item
    time: Time
    due_on: date
    affair: Affair | None
    late: bool

    @property
    def published_on(self) -> date | None:
        return self.affair.published_on if self.affair else None


def branches_of(community: Any, *, ended: bool = False) -> list[Branch]:
    """The branches, groups and teams that are, or those that were."""
    order = {"committee": 0, "branch": 1, "group": 2, "team": 3}
    rows = Branch.objects.filter(community=community, until__isnull=not ended)
    found = list(rows.select_related("place", "area", "part_of").order_by("name"))
    return sorted(found, key=lambda row: order[row.kind])


def months_of(community: Any, on: date) -> dict[str, int]:
    """How many months lie between two meetings of each sort, as laid down that day."""
    return {sort: number_laid_down(f"party.{sort}_every", community, on) for sort in SORT_TITLES}


def turns_in(community: Any, since: date, until: date, on: date) -> list[BranchTurns]:
    """Every meeting looked for in times that end between `since` and `until`, branch by branch."""
    held: dict[Any, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    rows = Meeting.objects.filter(community=community, held_on__gte=since - LOOK_BACK)
    for key, sort, day in rows.values_list("branch_id", "sort", "held_on"):
        if day is not None:
            held[key][sort].append(day)
    months = months_of(community, on)
    branches = Branch.objects.filter(
        Q(until__isnull=True) | Q(until__gte=since), community=community
    ).order_by("name")
    found = []
    for branch in branches:
        sorts = sorts_asked(branch.kind, has_committee=branch.has_committee)
        upto = min(until, branch.until) if branch.until else until
        turns = turns_of(sorts, branch.counted_from, upto, held[branch.pk], months)
        inside = [each for each in turns if since <= each.time.ends and _is_whole(each, branch)]
        inside.sort(key=lambda each: (each.time.ends, each.sort), reverse=True)
        if inside:
            found.append(BranchTurns(branch, inside))
    return found


def _is_whole(turn: Turn, branch: Branch) -> bool:
    """A time that was not over when the branch ended asks nothing of it."""
    return branch.until is None or turn.time.ends <= branch.until


def meetings_coming(community: Any, on: date) -> list[Meeting]:
    """What is planned and not held yet, the earliest first; also what should have been."""
    rows = Meeting.objects.filter(community=community, held_on__isnull=True, dropped_for="")
    return list(rows.select_related("branch").order_by("planned_on", "pk")[:100])


def meetings_told(community: Any, on: date, most: int = 12) -> list[Meeting]:
    """Theme days and lectures to come, as everybody reads them."""
    rows = Meeting.objects.filter(
        community=community, held_on__isnull=True, dropped_for="", planned_on__gte=on,
        sort__in=OPEN_SORTS,
    )  # fmt: skip
    return list(rows.select_related("branch").order_by("planned_on", "pk")[:most])


def pledges_of(community: Any) -> list[Pledge]:
    """The pledges: those that wait, the earliest due first; then the latest kept."""
    rows = Pledge.objects.filter(community=community).select_related("branch")
    waiting = list(rows.filter(kept_on__isnull=True).order_by("due_on")[:100])
    return [*waiting, *rows.filter(kept_on__isnull=False).order_by("-kept_on")[:60]]


def begun_on(community: Any) -> date | None:
    """From when the list of items is looked at: the day the first branch is counted from."""
    found: date | None = Branch.objects.filter(community=community).aggregate(
        first=Min("counted_from")
    )["first"]
    return found


def affairs_of(
    community: Any, on: date, since: date | None = None, *, only: Iterable[str] = ()
) -> list[AffairTurn]:
    """Every item whose time asks for it by now (or that was published early): what is overdue
    first, then what waits, then what was published, the latest first. `since`: of which due
    days."""
    begun = begun_on(community)
    if begun is None:
        return []
    rows = Affair.objects.filter(community=community).select_related("posting")
    made = {(row.item, row.starts): row for row in rows}
    earliest = max(begun, (since or on) - LOOK_BACK)
    found = []
    for item in items().values():
        if only and item.key not in only:
            continue
        for time in times_between(earliest, on, item.months):
            affair = made.get((item.key, time.starts))
            if affair is None and not item.ahead and time.ends >= on:
                continue
            due = affair.due_on if affair else due_on(time, item.days, ahead=item.ahead)
            if since is None or due >= since:
                was_late = late(due, affair.published_on if affair else None, on)
                found.append(AffairTurn(item, time, due, affair, was_late))
    waits = sorted((each for each in found if each.affair is None), key=lambda each: each.due_on)
    done = [each for each in found if each.affair is not None]
    return [*waits, *sorted(done, key=lambda each: each.published_on or on, reverse=True)]
