"""What of Party affairs counts: branches, meetings, pledges, items, needs; totals as told.

Who is a member stands in no fact: of those who checked in there is a number, from ten on."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from linli.core.places.facts import month_ends
from linli.core.places.laid_down import floor_laid_down, number_laid_down
from linli.core.places.models import Area, Place
from linli.lib.calendar import local_day
from linli.lib.facts import Fact, FactKind
from linli.mechanisms.gathering.rules import MINUTED
from linli.partners.party.models import (
    Branch,
    CheckIn,
    Council,
    Need,
    Pledge,
    Total,
    UnitCheckIn,
)
from linli.partners.party.queries.calendar import affairs_of, begun_on, turns_in
from linli.partners.party.rules.periods import times_between
from linli.partners.party.rules.serving import told
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
    FactKind("party.need", _("需求按期办成没有")),
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
    for due, met in Need.objects.filter(community=community, **days).values_list(
        "due_on", "met_on"
    ):
        yield Fact(code, due, "party.need", int(met is not None and met <= due), 1)
    for affair in affairs_of(community, until, since):
        if since <= affair.due_on <= until:
            yield Fact(code, affair.due_on, "party.affair", int(not affair.late), 1)
    yield from _councils(community, begun, since, until)
    yield from _stocks(community, since, until)
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
    checked = [
        local_day(at)
        for at in CheckIn.objects.filter(community=community).values_list("consented_at", flat=True)
    ]
    units = list(UnitCheckIn.objects.filter(community=community, living_here__isnull=False))
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
        count = told(sum(day <= on for day in checked), floor_laid_down(community, on))
        expected = sum(
            row.living_here or 0
            for row in units
            if row.told_on and row.told_on <= on and (not row.until or on < row.until)
        )
        if count is not None and expected:
            yield Fact(community.code, on, "party.reported", min(count, expected))
            yield Fact(community.code, on, "party.reported_expected", expected)


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
        if "members" in last:
            yield Fact(code, on, "party.members", last["members"])
        if last.get("special_known"):
            joined = min(last.get("special_joined", 0), last["special_known"])
            yield Fact(code, on, "party.joined", joined)
            yield Fact(code, on, "party.special_known", last["special_known"])
