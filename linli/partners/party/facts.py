"""What of Party affairs counts: branches, meetings, pledges, items; totals as told.

Who is a member stands in no fact. Numbers of members are told in steps of five, and only where
neither those counted nor those missing are few."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.laid_down import floor_laid_down, number_laid_down
from linli.core.places.models import Area, Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.mechanisms.gathering.rules import MINUTED
from linli.partners.party.models import Branch, Council, MonthTold, Pledge, Total
from linli.partners.party.queries.calendar import affairs_of, begun_on, turns_in
from linli.partners.party.queries.serving import reported_on
from linli.partners.party.rules.periods import times_between
from linli.partners.party.rules.serving import shares_told, told
from linli.partners.party.words import COUNTED_SORTS

KINDS = (
    FactKind("party.covered", _("有党支部或党小组的小区和网格"), stock=True),
    FactKind("party.places", _("小区和网格"), stock=True),
    FactKind("party.meeting", _("三会一课按期开了没有")),
    FactKind("party.pledge", _("党组织的承诺按期兑现没有")),
    FactKind("party.reported", _("报到的在职党员（满十人才有数）"), stock=True),
    FactKind("party.reported_expected", _("单位报的在职党员"), stock=True),
    FactKind("party.team_hours", _("党员服务队的服务小时（党组织报的数）")),
    FactKind("party.members", _("在册党员（党组织报的数）"), stock=True),
    FactKind("party.joined", _("流动等党员纳入支部（党组织报的数）"), stock=True),
    FactKind("party.special_known", _("流动等党员（党组织报的数）"), stock=True),
    FactKind("party.council", _("党建联席会议按期开了并有纪要没有")),
    FactKind("party.affair", _("党务按期公开没有")),
)


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included."""
    begun = begun_on(community)
    if begun is None:
        return  # there is no record yet, and no nought
    code = community.code
    for each in turns_in(community, since, until, until):
        for turn in each.turns:
            if turn.sort in COUNTED_SORTS and turn.time.ends <= until:
                yield Fact(code, turn.time.ends, "party.meeting", int(turn.in_time), 1)
    days = {"due_on__range": (since, until)}
    for due, kept in Pledge.objects.filter(community=community, **days).values_list(
        "due_on", "kept_on"
    ):
        yield Fact(code, due, "party.pledge", int(kept is not None and kept <= due), 1)
    for affair in affairs_of(community, until, since):
        if since <= affair.due_on <= until:
            yield Fact(code, affair.due_on, "party.affair", int(not affair.late), 1)
    yield from _councils(community, begun, since, until)
    yield from _stocks(community, since, until)
    yield from _reported(community, since, until)
    yield from _told(community, since, until)


def _councils(community: Place, begun: date, since: date, until: date) -> Iterator[Fact]:
    """One asked for in each time of so many months; it counts once its minutes are signed."""
    months = number_laid_down("party.council_every", community, until)
    held = [
        local_day(at)
        for at in Council.objects.filter(community=community, gathering__state=MINUTED).values_list(
            "gathering__starts_at", flat=True
        )
    ]
    for time in times_between(begun, until, months):
        if since <= time.ends <= until:
            came = any(time.starts <= day <= time.ends for day in held)
            yield Fact(community.code, time.ends, "party.council", int(came), 1)


def _stocks(community: Place, since: date, until: date) -> Iterator[Fact]:
    compounds = set(
        Place.objects.filter(community=community, kind="compound").values_list("pk", flat=True)
    )
    grids = list(Area.objects.filter(community=community, kind="grid"))
    branches = list(Branch.objects.filter(community=community, kind__in=("branch", "group")))
    for on in month_ends(since, until):
        standing = [
            row for row in branches if row.counted_from <= on and (not row.until or on < row.until)
        ]
        here = {row.pk for row in grids if row.since <= on and (not row.until or on < row.until)}
        covered = {row.place_id for row in standing} & compounds
        covered |= {row.area_id for row in standing} & here
        whole = len(compounds) + len(here)
        if whole:
            yield Fact(community.code, on, "party.covered", len(covered))
            yield Fact(community.code, on, "party.places", whole)


def _reported(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Months that were written down when they were over tell that, whatever became of the rows; a
    month before the last of them that nobody wrote down tells nothing. What came after is told from
    the rows."""
    kept = {row.on: row for row in MonthTold.objects.filter(community=community)}
    last = max(kept, default=None)
    for on in month_ends(since, until):
        row = kept.get(on)
        both: tuple[int | None, int | None] | None = None
        if row is not None:
            both = (row.reported, row.expected)
        elif last is None or on > last:
            both = reported_on(community, on)
        if both is not None and both[0] is not None and both[1] is not None:
            yield Fact(community.code, on, "party.reported", both[0])
            yield Fact(community.code, on, "party.reported_expected", both[1])


def _told(community: Place, since: date, until: date) -> Iterator[Fact]:
    """Totals: of a time on the day they were told for, stocks as they were told last."""
    code, told_rows = community.code, list(Total.objects.filter(community=community))
    for row in told_rows:
        if row.kind == "team_hours" and since <= row.on <= until:
            yield Fact(code, row.on, "party.team_hours", row.value)
    year = timedelta(days=366)
    for on in month_ends(since, until):
        last: dict[str, int] = {}
        for row in sorted(told_rows, key=lambda each: each.on):
            if on - year <= row.on <= on:
                last[row.kind] = row.value
        floor = floor_laid_down(community, on)
        members = told(last.get("members", 0), floor)
        if members is not None:
            yield Fact(code, on, "party.members", members)
        both = shares_told(last.get("special_joined", 0), last.get("special_known", 0), floor)
        if both is not None:
            yield Fact(code, on, "party.joined", both[0])
            yield Fact(code, on, "party.special_known", both[1])
